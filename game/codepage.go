package game

import (
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// codePage is everything that is known of a code.
type codePage struct{ codesets.Hit }

func openCode(_ *codesets.Library, set *codesets.Set, rest []string) place {
	at, found := set.Find(segment(rest, 0))
	if !found {
		return nil
	}
	return &codePage{codesets.Hit{Set: set, At: at}}
}

func (p *codePage) address() string { return codeID("", p.Hit) }

func (p *codePage) title() string { return p.Set.Release().System.Format(p.Set.Code(p.At)) }

// show implements [place].
func (p *codePage) show(s *spot) view.Part {
	set, c, system := p.Set, p.Code(), p.Set.Release().System
	shown := code(p.title(), view.Display)
	shown.Role = view.Heading
	shown.Style.Tone = tone(system)
	sheet := down(16, across(12, chip(system), grow(muted(set.Release().Label)), quiet("results", "Close")),
		shown, heading(c.Long, view.Large), muted(set.Check(c.Code).String()))
	add := func(part view.Part) {
		if part.Children != nil || part.Name != "" {
			sheet.Children = append(sheet.Children, part)
		}
	}
	add(p.standing())
	add(p.path())
	add(p.further())
	add(p.sevenths())
	add(p.below(s))
	add(apartCard(set, c.Code))
	add(notesOf(set, set.Notes(p.At), "Notes in force", "code"))
	if system == codesets.ICD10CM && !set.HasNotes() {
		add(muted("No notes are loaded for this release. Drop the Tabular List (XML) of its year onto the game."))
	}
	return sheet
}

// standing says when a HCPCS code came and went, and what Medicare's rule for it is.
func (p *codePage) standing() view.Part {
	standing, ok := p.Set.Standing(p.Set.Code(p.At))
	if !ok {
		return view.Part{}
	}
	c := card(6, heading("Standing", view.Small))
	if standing.Ended != 0 {
		ended := text("Terminated: it may be reported for services up to " + standing.Ended.String() + ".")
		ended.Style.Tone, ended.Style.Bold = view.ToneWrong, true
		c.Children = append(c.Children, ended)
	}
	if says := standing.Coverage.String(); says != "" {
		c.Children = append(c.Children, text("Medicare: "+says+"."))
	}
	var dates []string
	if standing.Added != 0 {
		dates = append(dates, "Added "+standing.Added.String())
	}
	if standing.Effective != 0 && standing.Effective != standing.Added {
		dates = append(dates, "last changed "+standing.Effective.String())
	}
	if len(dates) > 0 {
		c.Children = append(c.Children, muted(strings.Join(dates, ", ")+"."))
	}
	return c
}

// path is the breadcrumb: each chapter, section and ancestor can be opened.
func (p *codePage) path() view.Part {
	c := card(0)
	c.Layout.Pad = 8
	for _, g := range around(p.Set, p.Set.GroupOf(p.At)) {
		entry := leadsTo(marked("above", groupAddress(p.Set, g)), groupName(p.Set, g)+" · "+p.Set.AllGroups()[g].Title, "", "")
		entry.Children[0].Children[0].Style = view.Style{Tone: view.Muted, Size: view.Small}
		c.Children = append(c.Children, entry)
	}
	if code := p.Set.Code(p.At); p.Set.Release().System == codesets.ICD10PCS && len(code) > 2 {
		label := labelAt(p.Set, code, 1)
		entry := leadsTo(marked("above", addressOf("procedures", p.Set, code[:2])), "Body system "+code[:2]+" · "+label, "", "")
		entry.Children[0].Children[0].Style = view.Style{Tone: view.Muted, Size: view.Small}
		c.Children = append(c.Children, entry)
	}
	for _, i := range p.Set.Path(p.At) {
		if i != p.At {
			above := codeItem("/above", codesets.Hit{Set: p.Set, At: i})
			above.Children = above.Children[:2] // that it is a header goes without saying
			c.Children = append(c.Children, above)
		}
	}
	return c
}

// around returns a group and those that hold it, outermost first.
func around(set *codesets.Set, group int) []int {
	if group < 0 {
		return nil
	}
	return append(around(set, set.Outer(group)), group)
}

// further are other pages that tell of the code.
func (p *codePage) further() view.Part {
	c := down(4)
	code := p.Set.Code(p.At)
	switch p.Set.Release().System {
	case codesets.ICD10PCS:
		if p.Set.Table(code) != nil {
			c.Children = append(c.Children, leadsTo(marked("code", addressOf("table", p.Set, code[:3])), "Table "+code[:3], "Its rows, and what goes with what", ""))
		}
		c.Children = append(c.Children, leadsTo(marked("code", addressOf("build", p.Set, code[:min(len(code), 6)])), "Build from it", "Take values back, and pick others", ""))
	case codesets.HCPCS:
		if n := len(p.Set.Modifiers()); n > 0 {
			c.Children = append(c.Children, leadsTo(marked("code", addressOf("modifiers", p.Set)), "Modifiers", "Two characters that may go with it", number(n)))
		}
	}
	return c
}

// chosen reminds that a starter set is a choice.
func chosen(set *codesets.Set) string {
	if set.Release().Starter {
		return " in the starter set"
	}
	return ""
}

// below lists the codes directly under a header, but for those that only add a 7th character.
func (p *codePage) below(s *spot) view.Part {
	kids := p.Set.Children(p.At)
	if len(kids) == 0 || p.Set.Sevenths(p.At) != nil {
		return view.Part{}
	}
	return card(8, heading("Directly below it"+chosen(p.Set), view.Small), s.codes(p.Set, "Below", "/below", kids))
}

// sevenths is the table of 7th characters: each with its meaning and the code it makes; without the codes where they
// stand further down.
func (p *codePage) sevenths() view.Part {
	completed := p.Set.Sevenths(p.At)
	def, from, defined := p.Set.Seventh(p.At)
	if completed == nil && !defined || completed == nil && len(p.Set.Children(p.At)) == 0 {
		return view.Part{}
	}
	c := card(8, heading("7th characters", view.Small))
	if defined && def.Says != "" {
		c.Children = append(c.Children, muted(def.Says+" (at "+from+")"))
	}
	head := tableRow(heading("7th", view.Small), grow(heading("What it says", view.Small)))
	table := view.Part{Role: view.Table, Name: "7th characters", Layout: view.Layout{Gap: 8}}
	if completed == nil {
		table.Children = append(table.Children, head)
		for _, v := range def.Values {
			table.Children = append(table.Children, tableRow(code(string(v.Char), view.Body), grow(text(v.Label))))
		}
		return withChild(c, table)
	}
	head.Children = append(head.Children, heading("Code", view.Small))
	table.Children = append(table.Children, head)
	for _, v := range completed {
		h := codesets.Hit{Set: p.Set, At: v.At}
		b := codeButton(p.Set, p.Set.Release().System.Format(p.Set.Code(v.At)), codeID("/seventh", h))
		if v.At == p.At {
			b.State |= view.Chosen
		}
		table.Children = append(table.Children, tableRow(code(string(v.Char), view.Body), grow(text(v.Label)), b))
	}
	return withChild(c, table)
}

func withChild(p, child view.Part) view.Part {
	p.Children = append(p.Children, child)
	return p
}

// tableRow is a row of a table.
func tableRow(cells ...view.Part) view.Part {
	return view.Part{Layout: view.Layout{Axis: view.Across, Gap: 12, Align: view.Center}, Children: cells}
}
