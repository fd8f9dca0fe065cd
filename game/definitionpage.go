package game

import (
	"fmt"
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
		sheet := sheetOf(p.set, trail(p.set), p.title(), "What the values of ICD-10-PCS mean, by section and axis.")
		return withChild(sheet, s.page("Axes", len(p.axes), "axis", "axes", func(i int) view.Part {
			a := p.axes[i]
			return link(addressOf("definitions", p.set, fmt.Sprint(i)), a.name, sectionName(p.set, a.section), number(len(a.defined)))
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

// modifierPage lists the modifiers of HCPCS.
type modifierPage struct{ set *codesets.Set }

func openModifiers(_ *codesets.Library, set *codesets.Set, _ []string) place {
	if len(set.Modifiers()) == 0 {
		return nil
	}
	return &modifierPage{set}
}

func (p *modifierPage) address() string { return addressOf("modifiers", p.set) }
func (p *modifierPage) title() string   { return "Modifiers" }

// show implements [place].
func (p *modifierPage) show(s *spot) view.Part {
	var kept []codesets.Modifier
	words := codesets.Words(s.filter)
	for _, m := range p.set.Modifiers() {
		if begins(codesets.Words(m.Code+" "+m.Long), words) {
			kept = append(kept, m)
		}
	}
	sheet := sheetOf(p.set, trail(p.set), p.title(), "Two characters behind a code that say more of the service.")
	sheet.Children = append(sheet.Children, s.jump("Jump to a modifier"))
	return withChild(sheet, s.page("Modifiers"+chosen(p.set), len(kept), "modifier", "modifiers", func(i int) view.Part {
		return modifierItem(kept[i])
	}))
}

func modifierItem(m codesets.Modifier) view.Part {
	shown := code(m.Code, view.Body)
	shown.Style.Tone = view.ToneHCPCS
	shown.Layout.Width = 44
	item := view.Part{
		Role: view.Item, Name: m.Code + " " + m.Long, Style: view.Style{Fill: view.Surface},
		Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 12, Align: view.Start}, Children: []view.Part{shown, grow(text(m.Long))},
	}
	if m.Ended != 0 {
		item.Name += " (ended " + m.Ended.String() + ")"
		item.Children = append(item.Children, muted("ended "+m.Ended.String()))
	}
	return item
}
