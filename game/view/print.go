package view

import (
	"fmt"
	"strings"
)

// Print returns the tree as text, a part a line, indented by depth: what tests compare and what a
// screen reader would find.
func Print(p Part) string {
	var b strings.Builder
	printPart(&b, &p, 0)
	return b.String()
}

func printPart(b *strings.Builder, p *Part, depth int) {
	if p.Role == Rule || p.Role == KeyCap {
		return
	}
	says := p.Role != Group || p.Name != "" || p.ID != ""
	if says {
		b.WriteString(strings.Repeat("  ", depth))
		b.WriteString(p.Role.String())
		if p.ID != "" {
			fmt.Fprintf(b, " #%s", p.ID)
		}
		if p.Name != "" {
			fmt.Fprintf(b, " %q", p.Name)
		}
		if p.Role == Field || p.Value != "" {
			fmt.Fprintf(b, " = %q", p.Value)
		}
		b.WriteString(printState(p.State))
		b.WriteByte('\n')
		depth++
	}
	if p.Chart != nil {
		printChart(b, p.Chart, depth)
	}
	for i := range p.Children {
		printPart(b, &p.Children[i], depth)
	}
}

func printState(s State) string {
	var b strings.Builder
	for i, name := range []string{"disabled", "chosen", "right", "wrong", "primary", "wanted"} {
		if s.Has(1 << i) {
			b.WriteString(" [" + name + "]")
		}
	}
	return b.String()
}

// printChart writes the kind of a chart, its places and a line for each series.
func printChart(b *strings.Builder, c *Chart, depth int) {
	indent := strings.Repeat("  ", depth)
	fmt.Fprintf(b, "%s%s", indent, c.Kind)
	if c.Unit != "" {
		fmt.Fprintf(b, " in %s", c.Unit)
	}
	if c.Most > 0 {
		fmt.Fprintf(b, " up to %s", written(c.Most, ""))
	}
	b.WriteByte('\n')
	if len(c.X) > 0 {
		fmt.Fprintf(b, "%s  at %s\n", indent, strings.Join(c.X, " · "))
	}
	for _, s := range c.Series {
		fmt.Fprintf(b, "%s  %q", indent, s.Name)
		for i, v := range s.Values {
			b.WriteByte(' ')
			if v != v {
				b.WriteByte('-')
				continue
			}
			b.WriteString(written(v, ""))
			if i < len(s.Low) && i < len(s.High) {
				fmt.Fprintf(b, "[%s..%s]", written(s.Low[i], ""), written(s.High[i], ""))
			}
		}
		b.WriteByte('\n')
	}
}
