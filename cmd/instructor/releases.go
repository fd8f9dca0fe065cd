package main

import (
	"fmt"

	"coderounds/codesets"
)

// releases says what is loaded.
type releases struct{}

// loaded is the document of releases.
type loaded struct {
	Releases []loadedRelease `json:"releases"`
}

type loadedRelease struct {
	System     string       `json:"system"`
	Name       string       `json:"name"`
	Label      string       `json:"label"`
	Starter    bool         `json:"starter"`
	Private    bool         `json:"private"`
	Source     string       `json:"source"`
	Codes      int          `json:"codes"`
	Billable   int          `json:"billable"`
	Headers    int          `json:"headers"`
	Terminated int          `json:"terminated"`
	Modifiers  int          `json:"modifiers"`
	Parts      []loadedPart `json:"parts"`
}

// loadedPart is a part of a set, and the release it is from.
type loadedPart struct {
	Part    string `json:"part"`
	Release string `json:"release,omitempty"`
	Missing bool   `json:"missing,omitempty"`
}

// Run implements the command.
func (r *releases) Run(d *desk) error {
	lib, err := d.library()
	if err != nil {
		return err
	}
	doc := loaded{Releases: []loadedRelease{}}
	for _, set := range lib.Sets() {
		doc.Releases = append(doc.Releases, describe(set))
	}
	return d.answer(doc, func(p *page) {
		for _, l := range doc.Releases {
			p.heading(l.Name)
			for _, row := range l.rows() {
				p.row(row[0], labelColumn, row[1])
			}
		}
	})
}

// labelColumn is how wide labels in front of rows are.
const labelColumn = 12

func (l loadedRelease) rows() [][2]string {
	rows := [][2]string{{"codes", fmt.Sprintf("%d: %d billable, %d headers", l.Codes, l.Billable, l.Headers)}}
	if l.Terminated > 0 {
		rows[0][1] += fmt.Sprintf(", %d terminated", l.Terminated)
	}
	if l.Modifiers > 0 {
		rows = append(rows, [2]string{"modifiers", fmt.Sprint(l.Modifiers)})
	}
	for _, part := range l.Parts {
		switch {
		case part.Missing:
			rows = append(rows, [2]string{part.Part, "none loaded"})
		case part.Release != l.Name:
			rows = append(rows, [2]string{part.Part, "of " + part.Release})
		default:
			rows = append(rows, [2]string{part.Part, "of the same release"})
		}
	}
	return append(rows, [2]string{"", l.Source})
}

// describe counts a set.
func describe(set *codesets.Set) loadedRelease {
	r := set.Release()
	l := loadedRelease{
		System: r.System.Key(), Name: r.String(), Label: r.Label, Starter: r.Starter, Private: r.Private, Source: r.Source,
		Codes: set.Len(), Modifiers: len(set.Modifiers()), Parts: []loadedPart{},
	}
	for i := range set.Len() {
		switch {
		case set.Ended(i) != 0:
			l.Terminated++
		case set.Billable(i):
			l.Billable++
		default:
			l.Headers++
		}
	}
	for _, part := range partsOf(r.System) {
		if from, ok := set.From(part.part); ok {
			l.Parts = append(l.Parts, loadedPart{Part: part.name, Release: from.String()})
		} else {
			l.Parts = append(l.Parts, loadedPart{Part: part.name, Missing: true})
		}
	}
	return l
}

type namedPart struct {
	part codesets.Part
	name string
}

// partsOf are the parts that a system has besides its codes and modifiers.
func partsOf(s codesets.System) []namedPart {
	switch s {
	case codesets.ICD10CM:
		return []namedPart{{codesets.NotesPart, "notes"}, {codesets.IndexPart, "index"}, {codesets.ChangesPart, "addenda"}}
	case codesets.ICD10PCS:
		return []namedPart{{codesets.TablesPart, "tables"}, {codesets.DefinitionsPart, "definitions"}, {codesets.IndexPart, "index"}, {codesets.ChangesPart, "addenda"}}
	}
	return nil
}
