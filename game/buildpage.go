package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// buildPage builds a code of ICD-10-PCS: each step offers only the values that lead on to a code.
type buildPage struct {
	set    *codesets.Set
	prefix string
}

func openBuild(_ *codesets.Library, set *codesets.Set, rest []string) place {
	prefix := codesets.Normalize(segment(rest, 0))
	if set.Release().System != codesets.ICD10PCS {
		return nil
	}
	if at, whole := set.Find(prefix); whole && len(prefix) == 7 {
		return &codePage{codesets.Hit{Set: set, At: at}}
	}
	if len(set.Next(prefix).Values) == 0 {
		return nil
	}
	return &buildPage{set, prefix}
}

func (p *buildPage) address() string {
	if p.prefix == "" {
		return addressOf("build", p.set)
	}
	return addressOf("build", p.set, p.prefix)
}

func (p *buildPage) title() string {
	if p.prefix == "" {
		return "Build a code"
	}
	return "Build " + p.prefix
}

// show implements [place].
func (p *buildPage) show(s *spot) view.Part {
	next := p.set.Next(p.prefix)
	sheet := sheetOf(p.set, trail(p.set, procedureTrail(p.set, p.prefix)...), "Build a code", "")
	sheet.Children = append(sheet.Children, p.slots(), p.soFar())
	values := next.Values
	if len(values) > perPage {
		values = labelled(values, s.filter)
		sheet.Children = append(sheet.Children, s.jump("Jump to a value"))
	}
	axis := next.Axis
	if axis == "" {
		axis = fmt.Sprintf("Character %d", next.Position)
	}
	choices := view.Part{Name: axis, Layout: view.Layout{Gap: 8}, Children: []view.Part{heading(axis, view.Body)}}
	for _, v := range values {
		choices.Children = append(choices.Children, valueChoice(addressOf("build", p.set, p.prefix+string(v.Char)), v))
	}
	sheet.Children = append(sheet.Children, choices)
	if p.prefix != "" {
		back := quiet(strings.TrimSuffix(addressOf("build", p.set, p.prefix[:len(p.prefix)-1]), "/"), "Take back", "Backspace")
		sheet.Children = append(sheet.Children, back)
	}
	return sheet
}

// labelled keeps the values whose label begins with what is typed, or the one of that character.
func labelled(values []codesets.Value, typed string) []codesets.Value {
	words := codesets.Words(typed)
	if len(words) == 0 {
		return values
	}
	var kept []codesets.Value
	for _, v := range values {
		if strings.EqualFold(typed, string(v.Char)) || begins(codesets.Words(v.Label), words) {
			kept = append(kept, v)
		}
	}
	return kept
}

// valueChoice is a value to pick.
func valueChoice(id string, v codesets.Value) view.Part {
	char := code(string(v.Char), view.Large)
	char.Layout.Width = 28
	says := text(v.Label)
	says.Layout.Grow = 1
	return view.Part{
		Role: view.Choice, ID: id, Name: fmt.Sprintf("%c: %s", v.Char, v.Label),
		Keys: []string{strings.ToLower(string(v.Char))}, Style: view.Style{Fill: view.Surface, Border: true},
		Layout: view.Layout{Axis: view.Across, Gap: 12, Align: view.Center}, Children: []view.Part{char, says},
	}
}

// slots are the characters picked, and the places of those to come.
func (p *buildPage) slots() view.Part {
	row := wrap(6)
	row.Name = "The code so far: " + p.prefix
	for i := range 7 {
		c := code(" ", view.Title)
		c.Role = view.Chip
		c.Layout = view.Layout{Width: 40, MinH: 52, Justify: view.Center, Pad: 6}
		switch {
		case i < len(p.prefix):
			c.Name = p.prefix[i : i+1]
			c.Style.Fill, c.Style.Tone = view.Tinted, view.TonePCS
		case i == len(p.prefix):
			c.Style.Fill, c.Style.Border, c.Style.Tone, c.State = view.Tinted, true, view.Accent, view.Chosen
		default:
			c.Style.Fill, c.Style.Border = view.Sunk, true
		}
		row.Children = append(row.Children, c)
	}
	return row
}

// soFar is what the characters mean, as the title is put together from them.
func (p *buildPage) soFar() view.Part {
	c := card(6)
	var title []string
	for i := range len(p.prefix) {
		next := p.set.Next(p.prefix[:i])
		for _, v := range next.Values {
			if v.Char == p.prefix[i] {
				c.Children = append(c.Children, character(p.set, v.Char, next.Axis, v.Label))
				if i >= 2 && v.Label != "" {
					title = append(title, v.Label)
				}
			}
		}
	}
	if span, ok := p.set.Span(codesets.Mention{First: p.prefix, Last: p.prefix}); ok && p.prefix != "" {
		n := span.Last - span.First + 1
		if len(p.prefix) <= 3 {
			n -= len(p.set.Tops(span)) // the headers of tables are no codes
		}
		c.Children = append(c.Children, muted(counted(n, "code begins", "codes begin")+" so."))
	}
	if title != nil {
		c.Children = append([]view.Part{heading(strings.Join(title, " · "), view.Large)}, c.Children...)
	}
	if c.Children == nil {
		return muted("Pick a section; each step offers only values that lead on to a code.")
	}
	return c
}
