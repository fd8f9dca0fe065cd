package game

import (
	"fmt"

	"coderounds/codesets"
	"coderounds/game/view"
)

// pathCard shows where a code stands: chapter, section, category and on down, what each level adds.
func pathCard(set *codesets.Set, at int, strong string) view.Part {
	c := card(10, heading("Where it stands", view.Small))
	for _, g := range set.Groups(at) {
		kind := "Section"
		if g.Level == codesets.Chapter {
			kind = "Chapter"
		}
		c.Children = append(c.Children, muted(fmt.Sprintf("%s %s · %s", kind, g.Label, g.Title)))
	}
	for _, i := range set.Path(at) {
		row := set.At(i)
		shown := code(set.Release().System.Format(row.Code), view.Body)
		shown.Style.Tone = tone(set.Release().System)
		shown.Layout.Width = 92
		title := grow(text(row.Long))
		title.Style.Bold = row.Code == strong
		line := across(12, shown, title)
		line.Layout.Align = view.Start
		c.Children = append(c.Children, line)
	}
	return c
}

// apartCard takes an ICD-10-PCS code apart, each character with what it means; without children when
// the code's table is not loaded.
func apartCard(set *codesets.Set, code string) view.Part {
	tables := set.Tables()
	for i := range tables {
		values, ok := tables[i].Values(code)
		if !ok {
			continue
		}
		t := &tables[i]
		c := card(6, heading("Character by character", view.Small))
		for n, name := range t.Names {
			c.Children = append(c.Children, character(set, code[n], codesets.PCSAxes(code[0])[n], name))
		}
		for n, v := range values {
			c.Children = append(c.Children, character(set, v.Char, t.Axes[n], v.Label))
		}
		return c
	}
	return view.Part{}
}

// character is one character of a code over what it stands for.
func character(set *codesets.Set, char byte, axis, means string) view.Part {
	shown := code(string(char), view.Body)
	shown.Style.Tone = tone(set.Release().System)
	shown.Layout.Width = 20
	name := muted(axis)
	name.Layout.Width = 120
	line := across(12, shown, name, grow(text(means)))
	line.Layout.Align = view.Start
	return line
}
