package game

import (
	"fmt"
	"strings"

	"coderounds/game/view"
)

// slots is the answer area of a Build question: the stem and its empty slots, and under them the
// characters offered for the next one.
func (r *Round) slots() []view.Part {
	row := view.Part{Name: "The code so far: " + r.q.Card.System.Format(r.q.Stem+r.typed), Layout: view.Layout{
		Axis: view.Across, Gap: 6, Align: view.Center, Wrap: true,
	}}
	shown := r.q.Card.System.Format(r.q.Stem + strings.Repeat("_", len(r.q.Slots)))
	at := 0 // characters without the dot
	for _, c := range shown {
		if c == '.' {
			row.Children = append(row.Children, code(".", view.Title))
			continue
		}
		row.Children = append(row.Children, r.slot(at, byte(c)))
		at++
	}
	parts := []view.Part{row}
	next := len(r.typed)
	if next < len(r.q.Slots) {
		parts = append(parts, r.values(next))
	}
	if r.typed != "" {
		parts = append(parts, quiet("erase", "Take back", "Backspace"))
	}
	return parts
}

// slot is one character: of the stem, filled, or to be filled.
func (r *Round) slot(at int, c byte) view.Part {
	p := code(string(c), view.Title)
	p.Layout = view.Layout{Width: 44, MinH: 52, Justify: view.Center, Pad: 6}
	p.Role = view.Chip
	p.Style.Fill = view.Surface
	switch n := at - len(r.q.Stem); {
	case n < 0:
	case n < len(r.typed):
		p.Name = string(r.typed[n])
		p.Style.Fill, p.Style.Tone = view.Tinted, tone(r.q.Card.System)
	case n == len(r.typed):
		p.Name = " "
		p.Style.Fill, p.Style.Border, p.Style.Tone, p.State = view.Tinted, true, view.Accent, view.Chosen
	default:
		p.Name = " "
		p.Style.Fill, p.Style.Border = view.Sunk, true
	}
	return p
}

// values are the characters offered for a slot.
func (r *Round) values(slot int) view.Part {
	s := r.q.Slots[slot]
	list := view.Part{Name: s.Name, Layout: view.Layout{Gap: 8}}
	list.Children = append(list.Children, muted(s.Name))
	for i, v := range s.Values {
		char := code(string(v.Char), view.Large)
		char.Layout.Width = 28
		says := text(v.Label)
		says.Layout.Grow = 1
		list.Children = append(list.Children, view.Part{
			Role: view.Choice, ID: fmt.Sprintf("value/%d", i), Name: fmt.Sprintf("%c: %s", v.Char, v.Label),
			Keys: []string{strings.ToLower(string(v.Char))}, Style: view.Style{Fill: view.Surface, Border: true},
			Layout: view.Layout{Axis: view.Across, Gap: 12, Align: view.Center}, Children: []view.Part{char, says},
		})
	}
	return list
}
