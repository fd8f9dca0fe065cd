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
