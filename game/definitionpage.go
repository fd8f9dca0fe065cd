package game

import (
	"fmt"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// definitionPage lists the axes that are defined, or the definitions of one.
type definitionPage struct {
	set  *codesets.Set
	axes []axisDefined
	one  *axisDefined // nil for all
}

// axisDefined is an axis of a section with the definitions of its values.
type axisDefined struct {
	section  byte
	position int
	name     string
	defined  []codesets.Definition
}

func openDefinitions(_ *codesets.Library, set *codesets.Set, rest []string) place {
	p := &definitionPage{set: set}
	at := make(map[[2]byte]int)
	for _, d := range set.Definitions() {
		key := [2]byte{d.Section, byte(d.Position)}
		n, known := at[key]
		if !known {
			n = len(p.axes)
			at[key] = n
			p.axes = append(p.axes, axisDefined{section: d.Section, position: d.Position, name: d.Axis})
		}
		p.axes[n].defined = append(p.axes[n].defined, d)
	}
	if len(p.axes) == 0 {
		return nil
	}
	if n, ok := count(rest, 0, len(p.axes)); ok {
		p.one = &p.axes[n]
	}
	return p
}

func (p *definitionPage) address() string {
	for i := range p.axes {
		if &p.axes[i] == p.one {
			return addressOf("definitions", p.set, fmt.Sprint(i))
		}
	}
	return addressOf("definitions", p.set)
}

func (p *definitionPage) title() string {
	if p.one == nil {
		return "Definitions"
	}
	return p.one.name + " · " + sectionName(p.set, p.one.section)
}

// sectionName is the section of ICD-10-PCS, by its first character.
func sectionName(set *codesets.Set, section byte) string {
	if section == 0 {
		return "all sections"
	}
	if label := labelAt(set, string(section), 0); label != "" {
		return label
	}
	return "section " + string(section)
}

// show implements [place].
func (p *definitionPage) show(s *spot) view.Part {
	if p.one == nil {
		line := "What the values of ICD-10-PCS mean, by section and axis."
		if from := fromLine(p.set, codesets.DefinitionsPart, "They are"); from != "" {
			line += " " + from
		}
		sheet := sheetOf(p.set, trail(p.set), p.title(), line)
		return withChild(sheet, s.page("Axes", len(p.axes), "axis", "axes", func(i int) view.Part {
			a := p.axes[i]
			return leadsTo(addressOf("definitions", p.set, fmt.Sprint(i)), a.name, sectionName(p.set, a.section), number(len(a.defined)))
		}))
	}
	sheet := sheetOf(p.set, trail(p.set, "Definitions", addressOf("definitions", p.set)), p.title(), "")
	defined := p.one.defined
	if len(defined) > perPage/2 {
		sheet.Children = append(sheet.Children, s.jump("Jump to a value"))
		defined = p.matching(s.filter)
	}
	return withChild(sheet, s.page("Definitions", len(defined), "definition", "definitions", func(i int) view.Part {
		return view.Part{Role: view.Item, Layout: view.Layout{Gap: 4, Pad: 12}, Style: view.Style{Fill: view.Surface},
			Children: []view.Part{definitionPart(defined[i])}}
	}))
}

// matching are the definitions of which a title has the words typed.
func (p *definitionPage) matching(typed string) []codesets.Definition {
	words := codesets.Words(typed)
	var kept []codesets.Definition
	for _, d := range p.one.defined {
		if begins(codesets.Words(strings.Join(d.Titles, " ")), words) {
			kept = append(kept, d)
		}
	}
	return kept
}

// definitionPart is a definition: what it defines, in which words, and what it includes.
func definitionPart(d codesets.Definition) view.Part {
	title := text(strings.Join(d.Titles, ", "))
	title.Style.Bold = true
	p := down(4, title)
	if d.Text != "" {
		p.Children = append(p.Children, text(d.Text+"."))
	}
	if d.Explanation != "" {
		p.Children = append(p.Children, muted(d.Explanation+"."))
	}
	if len(d.Includes) > 0 {
		p.Children = append(p.Children, muted("Includes: "+strings.Join(d.Includes, ", ")+"."))
	}
	return p
}

// valuePage is what explains a value of ICD-10-PCS, wherever it stands.
type valuePage struct {
	set     *codesets.Set
	label   string
	defined []codesets.Definition
}

func openValue(_ *codesets.Library, set *codesets.Set, rest []string) place {
	p := &valuePage{set: set, label: strings.Join(rest, "/")}
	for _, d := range set.Definitions() {
		if slices.Contains(d.Titles, p.label) {
			p.defined = append(p.defined, d)
		}
	}
	if len(p.defined) == 0 {
		return nil
	}
	return p
}

func (p *valuePage) address() string { return addressOf("value", p.set, p.label) }
func (p *valuePage) title() string   { return p.label }

// show implements [place].
func (p *valuePage) show(s *spot) view.Part {
	sheet := sheetOf(p.set, trail(p.set, "Definitions", addressOf("definitions", p.set)), p.label, "A value of the tables. What it stands for, by section and axis:")
	return withChild(sheet, s.page("Definitions", len(p.defined), "definition", "definitions", func(i int) view.Part {
		d := p.defined[i]
		where := muted(fmt.Sprintf("%s · %s, character %d", sectionName(p.set, d.Section), d.Axis, d.Position))
		return view.Part{Role: view.Item, Layout: view.Layout{Gap: 4, Pad: 12}, Style: view.Style{Fill: view.Surface},
			Children: []view.Part{where, definitionPart(d)}}
	}))
}
