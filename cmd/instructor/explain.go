package main

import (
	"fmt"

	"coderounds/codesets"
)

// explain says what codes are.
type explain struct {
	Codes []string `arg:"" name:"code" help:"Codes, with or without a dot, of any system."`
}

// Run implements the command.
func (e *explain) Run(d *desk) error {
	lib, err := d.library()
	if err != nil {
		return err
	}
	doc := explained{Codes: []explainedCode{}, Exclusions: []exclusion{}}
	fine := true
	for _, typed := range e.Codes {
		c := explainedCode{Typed: typed, Entries: []entry{}}
		v := lib.Check(typed)
		c.Says = v.String()
		fine = fine && v.Finding == codesets.Billable
		for _, of := range append([]codesets.Verdict{v}, v.Others...) {
			c.Verdicts = append(c.Verdicts, verdictOf(of))
			if set := lib.Set(of.Release.System); set != nil {
				if at, ok := set.Find(of.Typed); ok {
					c.Entries = append(c.Entries, entryOf(set, at))
				}
			}
		}
		doc.Codes = append(doc.Codes, c)
	}
	doc.Exclusions = append(doc.Exclusions, exclusions(lib, e.Codes)...)
	if err := d.answer(doc, doc.set); err != nil {
		return err
	}
	if !fine {
		return errNot
	}
	return nil
}

// exclusions are those among several codes of ICD-10-CM, the strongest of each pair.
func exclusions(lib *codesets.Library, typed []string) []exclusion {
	set := lib.Set(codesets.ICD10CM)
	if set == nil {
		return nil
	}
	var all []exclusion
	for i := range typed {
		for j := range typed[:i] {
			a, ok := set.Find(codesets.Normalize(typed[j]))
			b, ok2 := set.Find(codesets.Normalize(typed[i]))
			if !ok || !ok2 {
				continue
			}
			if notes := set.Excludes(a, b); len(notes) > 0 {
				all = append(all, exclusionOf(notes[0]))
			}
		}
	}
	return all
}

func (doc explained) set(p *page) {
	for _, c := range doc.Codes {
		p.rule()
		p.text(c.Says)
		for _, v := range c.Verdicts {
			if v.Finding != codesets.NoSeventh.Key() || len(c.Entries) == 0 { // the entry has them too
				v.set(p)
			}
		}
		for _, e := range c.Entries {
			e.set(p)
		}
	}
	if len(doc.Exclusions) > 0 {
		p.rule()
		p.text("Between these codes")
		for _, e := range doc.Exclusions {
			p.item(1, e.Says)
		}
	}
}

// set adds what the sentence of a verdict has no room for: what the characters mean that could stand next.
func (v verdict) set(p *page) {
	if v.Next == nil || v.Finding == codesets.Header.Key() || !v.Next.labelled() {
		return
	}
	p.heading(fmt.Sprintf("Character %d could be", v.Next.Position))
	for _, value := range v.Next.Values {
		p.row(value.Char, 1, value.Label)
	}
}

func (e entry) set(p *page) {
	p.heading("Where it stands in " + e.Release)
	for _, step := range e.Path {
		p.row(step.says(), e.pathColumn(), step.Title)
	}
	if len(e.Characters) > 0 {
		p.heading("Character by character")
		for _, c := range e.Characters {
			p.row(c.Char, 1, c.says())
		}
	}
	if rows := e.standing(); len(rows) > 0 {
		p.heading("Standing")
		for _, row := range rows {
			p.row(row[0], labelColumn, row[1])
		}
	}
	if e.Seventh != nil {
		p.heading("7th characters, defined at " + e.Seventh.From)
		for _, v := range e.Seventh.Values {
			p.row(v.Char, 1, v.Label)
		}
	}
	e.setNotes(p)
	e.setChildren(p)
}

func (e entry) setNotes(p *page) {
	if len(e.Notes) == 0 {
		return
	}
	heading := "Notes in force"
	if e.NotesFrom != e.Release {
		heading += ", of " + e.NotesFrom
	}
	p.heading(heading)
	last := ""
	for _, n := range e.Notes {
		if by := n.Kind + " at " + n.From; by != last {
			last = by
			p.item(1, by)
		}
		p.item(2, n.Text)
	}
}

// childrenMost is how many codes below a header a page shows.
const childrenMost = 40

func (e entry) setChildren(p *page) {
	if len(e.Children) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Directly below it: %d", len(e.Children)))
	for _, c := range e.Children[:min(len(e.Children), childrenMost)] {
		p.code(c, codeColumn)
	}
	if more := len(e.Children) - childrenMost; more > 0 {
		p.item(1, fmt.Sprintf("… and %d more; --json has them all.", more))
	}
}
