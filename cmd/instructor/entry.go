package main

import (
	"strings"
	"unicode/utf8"

	"coderounds/codesets"
)

// entry is what a set holds of a code.
type entry struct {
	code
	System  string `json:"system"`
	Release string `json:"release"`
	// Path leads from the chapter to the code itself.
	Path []step `json:"path"`
	// Notes are those in force, the code's own and inherited ones, the nearest first, from the Tabular List of NotesFrom.
	Notes     []note `json:"notes,omitempty"`
	NotesFrom string `json:"notesFrom,omitempty"`
	// Seventh are the 7th characters, where the code wants or has one.
	Seventh  *seventh `json:"seventh,omitempty"`
	Children []code   `json:"children,omitempty"`
	// Characters take a code of ICD-10-PCS apart.
	Characters []character `json:"characters,omitempty"`
	// Coverage, Added and Effective are what HCPCS says of the code.
	Coverage  string `json:"coverage,omitempty"`
	Added     string `json:"added,omitempty"`
	Effective string `json:"effective,omitempty"`
}

// step is a chapter, a section or a code on the way to a code.
type step struct {
	Kind  string `json:"kind"`
	Label string `json:"label"`
	Title string `json:"title"`
}

// says names the step as a page does.
func (s step) says() string {
	switch s.Kind {
	case "chapter":
		return "Chapter " + s.Label
	case "section":
		return "Section " + s.Label
	}
	return s.Label
}

type note struct {
	Kind string `json:"kind"`
	Text string `json:"text"`
	From string `json:"from"`
}

type seventh struct {
	From   string  `json:"from"`
	Says   string  `json:"says,omitempty"`
	Values []value `json:"values"`
}

// character is one character of a code of ICD-10-PCS with its meaning and, where there is one, its definition.
type character struct {
	Position   int    `json:"position"`
	Axis       string `json:"axis"`
	Char       string `json:"char"`
	Label      string `json:"label,omitempty"`
	Definition string `json:"definition,omitempty"`
}

func (c character) says() string {
	says := c.Axis
	if c.Label != "" {
		says += ": " + c.Label
	}
	if c.Definition != "" {
		says += ". " + c.Definition
	}
	return says
}

func entryOf(set *codesets.Set, at int) entry {
	r := set.Release()
	e := entry{code: codeOf(r.System, set.At(at)), System: r.System.Key(), Release: r.String(), Path: pathOf(set, at)}
	for _, n := range set.Notes(at) {
		e.Notes = append(e.Notes, note{n.Kind.String(), n.Text, n.From})
	}
	if from, ok := set.From(codesets.NotesPart); ok && len(e.Notes) > 0 {
		e.NotesFrom = from.String()
	}
	if def, from, ok := set.Seventh(at); ok {
		e.Seventh = &seventh{from, def.Says, valuesOf(def.Values)}
	}
	for _, kid := range set.Children(at) {
		e.Children = append(e.Children, codeOf(r.System, set.At(kid)))
	}
	if r.System == codesets.ICD10PCS {
		e.Characters = charactersOf(set, e.Code)
	}
	if s, ok := set.Standing(e.Code); ok {
		e.Coverage, e.Added, e.Effective = s.Coverage.String(), s.Added.String(), s.Effective.String()
	}
	return e
}

func pathOf(set *codesets.Set, at int) []step {
	path := []step{}
	for _, g := range set.Groups(at) {
		kind := "section"
		if g.Level == codesets.Chapter {
			kind = "chapter"
		}
		path = append(path, step{kind, g.Label, g.Title})
	}
	for _, i := range set.Path(at) {
		path = append(path, step{"code", set.Release().System.Format(set.Code(i)), set.Title(i)})
	}
	return path
}

// charactersOf says what each character of a code of ICD-10-PCS means, as far as tables, headers and definitions tell.
func charactersOf(set *codesets.Set, code string) []character {
	var all []character
	for i := range code {
		next := set.Next(code[:i])
		c := character{Position: i + 1, Axis: next.Axis, Char: code[i : i+1]}
		if c.Axis == "" {
			c.Axis = "not told, no table is loaded"
		}
		for _, v := range next.Values {
			if v.Char == code[i] {
				c.Label = v.Label
			}
		}
		if d, ok := set.Define(code[0], i+1, c.Label); ok && c.Label != "" {
			c.Definition = strings.TrimSpace(d.Text)
		}
		all = append(all, c)
	}
	return all
}

// pathColumn is how wide the labels of the path are.
func (e entry) pathColumn() int {
	widest := 0
	for _, s := range e.Path {
		widest = max(widest, utf8.RuneCountInString(s.says()))
	}
	return widest
}

// standing are the rows about a code of HCPCS.
func (e entry) standing() [][2]string {
	var rows [][2]string
	for _, row := range [][2]string{{"Medicare", e.Coverage}, {"added", e.Added}, {"changed", e.Effective}, {"terminated", e.Ended}} {
		if row[1] != "" {
			rows = append(rows, row)
		}
	}
	return rows
}
