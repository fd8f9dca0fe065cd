package game

import (
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// procedurePage lists what the first characters of ICD-10-PCS are divided into: sections, body systems, operations.
type procedurePage struct {
	set    *codesets.Set
	prefix string
	next   codesets.Next
}

func openProcedures(_ *codesets.Library, set *codesets.Set, rest []string) place {
	p := &procedurePage{set: set, prefix: segment(rest, 0)}
	if set.Release().System != codesets.ICD10PCS || len(p.prefix) > 2 {
		return nil
	}
	if p.next = set.Next(p.prefix); len(p.next.Values) == 0 {
		return nil
	}
	return p
}

func proceduresAddress(set *codesets.Set, prefix string) string {
	if prefix == "" {
		return addressOf("procedures", set)
	}
	return addressOf("procedures", set, prefix)
}

func (p *procedurePage) address() string { return proceduresAddress(p.set, p.prefix) }

func (p *procedurePage) title() string {
	if p.prefix == "" {
		return firstPage(codesets.ICD10PCS)
	}
	name := labelAt(p.set, p.prefix, len(p.prefix)-1)
	if name == "" {
		return "Codes beginning with " + p.prefix
	}
	return p.prefix + " · " + name
}

// labelAt says what a character of a code means, from 0; "" when nothing loaded says it.
func labelAt(set *codesets.Set, code string, at int) string {
	for _, v := range set.Next(code[:at]).Values {
		if v.Char == code[at] {
			return v.Label
		}
	}
	return ""
}

// procedureTrail leads to a prefix, itself left out.
func procedureTrail(set *codesets.Set, prefix string) []string {
	var way []string
	for n := 1; n < min(len(prefix), 3); n++ {
		way = append(way, (&procedurePage{set: set, prefix: prefix[:n]}).title(), proceduresAddress(set, prefix[:n]))
	}
	return way
}

// show implements [place].
func (p *procedurePage) show(s *spot) view.Part {
	values := p.next.Values
	sheet := sheetOf(p.set, trail(p.set, procedureTrail(p.set, p.prefix)...), p.title(), "")
	if d, ok := definitionAt(p.set, p.prefix); ok {
		sheet.Children = append(sheet.Children, definitionPart(d))
	}
	sheet.Children = append(sheet.Children,
		leadsTo(addressOf("build", p.set, p.prefix), "Build a code from here", "A value at a time, from those that are legal", ""),
		s.page(p.next.Axis, len(values), strings.ToLower(p.next.Axis), strings.ToLower(p.next.Axis)+"s", func(i int) view.Part {
			return p.entry(values[i])
		}))
	if from := fromLine(p.set, codesets.TablesPart, "Tables are"); from != "" {
		sheet.Children = append(sheet.Children, muted(from))
	}
	return sheet
}

// entry leads to what follows a value.
func (p *procedurePage) entry(v codesets.Value) view.Part {
	prefix := p.prefix + string(v.Char)
	address := proceduresAddress(p.set, prefix)
	says := ""
	if len(prefix) == 3 {
		address = addressOf("table", p.set, prefix)
		if d, ok := p.set.Define(prefix[0], 3, v.Label); ok {
			says = d.Text
		}
	}
	name := v.Label
	if name == "" {
		name = prefix
	}
	item := leadsTo(address, name, says, "")
	shown := code(prefix, view.Body)
	shown.Style.Tone = view.TonePCS
	shown.Layout.Width = 44
	item.Name = prefix + " " + item.Name
	item.Children = append([]view.Part{shown}, item.Children...)
	return item
}

// definitionAt finds what explains the last of the first characters.
func definitionAt(set *codesets.Set, prefix string) (codesets.Definition, bool) {
	if prefix == "" {
		return codesets.Definition{}, false
	}
	return set.Define(prefix[0], len(prefix), labelAt(set, prefix, len(prefix)-1))
}
