package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// shelfPage shows the open books and the ways into each.
func shelfPage(library *codesets.Library) view.Part {
	p := down(20, muted("Type the beginnings of words (\"frac fem neck\") or a code (\"S72.0\"), or open a book."))
	for _, set := range library.Sets() {
		list := view.Part{Role: view.List, Name: set.Release().System.String(), Layout: view.Layout{Gap: 4}, Children: ways(set)}
		book := down(8, across(12, chip(set.Release().System), grow(muted(loadedLine(set)))), list)
		if missing := missingFrom(set); missing != "" {
			book.Children = append(book.Children, muted(missing))
		}
		p.Children = append(p.Children, book)
	}
	return p
}

// ways are the ways into a book.
func ways(set *codesets.Set) []view.Part {
	all := []view.Part{leadsTo(bookAddress(set), firstPage(set.Release().System), "", inside(set))}
	for i := range set.Indexes() {
		x := &set.Indexes()[i]
		all = append(all, leadsTo(indexAddress(set, x, ""), x.Kind.String(), "", counted(len(x.Terms), "term", "terms")))
	}
	if set.Release().System == codesets.ICD10PCS {
		all = append(all, leadsTo(addressOf("build", set), "Build a code", "A value at a time, from those that are legal", ""))
	}
	if n := len(set.Definitions()); n > 0 {
		all = append(all, leadsTo(addressOf("definitions", set), "Definitions", "", counted(n, "definition", "definitions")))
	}
	if n := len(set.Modifiers()); n > 0 {
		all = append(all, leadsTo(addressOf("modifiers", set), "Modifiers", "", counted(n, "modifier", "modifiers")))
	}
	return all
}

// firstPage is what the list of the codes is called.
func firstPage(system codesets.System) string {
	switch system {
	case codesets.ICD10CM:
		return "Tabular List"
	case codesets.ICD10PCS:
		return "Tables"
	}
	return "Codes by section"
}

// inside says what the codes are divided into.
func inside(set *codesets.Set) string {
	chapters, sections := 0, 0
	for _, g := range set.AllGroups() {
		if g.Level == codesets.Chapter {
			chapters++
		} else {
			sections++
		}
	}
	var says []string
	if chapters > 0 {
		says = append(says, counted(chapters, "chapter", "chapters"))
	}
	if sections > 0 {
		says = append(says, counted(sections, "section", "sections"))
	}
	return strings.Join(says, ", ")
}

// missingFrom says which parts of a book are not loaded, and what to do about it.
func missingFrom(set *codesets.Set) string {
	var missing []string
	from := ""
	switch set.Release().System {
	case codesets.ICD10CM:
		from = "the index zip that the CDC and CMS publish with the codes (\"Code Tables, Tabular and Index\")"
		for kind := codesets.Alphabetic; kind <= codesets.Drugs; kind++ {
			if set.Index(kind) == nil {
				missing = append(missing, "the "+kind.String())
			}
		}
		if !set.HasNotes() {
			missing = append(missing, "the notes of the Tabular List")
		}
	case codesets.ICD10PCS:
		from = "the zip \"Code Tables and Index\" or \"Definitions\" that CMS publishes with the codes"
		if set.Index(codesets.Alphabetic) == nil {
			missing = append(missing, "the "+codesets.Alphabetic.String())
		}
		if len(set.Definitions()) == 0 {
			missing = append(missing, "the Definitions")
		}
		if len(set.Tables()) == 0 {
			missing = append(missing, "the tables")
		}
	}
	if len(missing) == 0 {
		return ""
	}
	verb := "is"
	if len(missing) > 1 {
		verb = "are"
	}
	says := fmt.Sprintf("%s %s not loaded: %s in files of their own. Drop %s onto the game.",
		sequence(missing), verb, map[string]string{"is": "it comes", "are": "they come"}[verb], from)
	return strings.ToUpper(says[:1]) + says[1:]
}

// sequence joins words as a sentence does.
func sequence(words []string) string {
	if len(words) < 2 {
		return strings.Join(words, "")
	}
	return strings.Join(words[:len(words)-1], ", ") + " and " + words[len(words)-1]
}

// fromLine says which release a part of a book is of, where it is not that of the codes.
func fromLine(set *codesets.Set, part codesets.Part, what string) string {
	from, ok := set.From(part)
	if !ok || from == set.Release() {
		return ""
	}
	if from.String() == set.Release().String() {
		return ""
	}
	return fmt.Sprintf("%s of %s; the codes are of %s.", what, from, set.Release())
}
