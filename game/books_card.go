package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// countStep is how many codes are counted between two steps: under a millisecond in a browser.
const countStep = 1 << 13

// counts says how many codes of which kind a release has. Steps count codes.
func counts(set *codesets.Set, step codesets.Step) (string, error) {
	billable, ended := 0, 0
	for i := range set.Len() {
		if i%countStep == countStep-1 {
			if err := step(i, set.Len()); err != nil {
				return "", err
			}
		}
		switch {
		case set.Ended(i) != 0:
			ended++
		case set.Billable(i):
			billable++
		}
	}
	says := counted(billable, "billable code", "billable codes")
	if headers := set.Len() - billable - ended; headers > 0 {
		says += ", " + counted(headers, "header", "headers")
	}
	if ended > 0 {
		says += ", " + number(ended) + " with an end date"
	}
	if n := len(set.Modifiers()); n > 0 {
		says += ", " + counted(n, "modifier", "modifiers")
	}
	if n := len(set.Tables()); n > 0 {
		says += ", " + counted(n, "table", "tables")
	}
	return says + ".", nil
}

// piece is a part that a system has beyond codes: the file that brings it, and what it is called.
type piece struct {
	part       codesets.Part
	file, name string
}

func pieces(system codesets.System) []piece {
	switch system {
	case codesets.ICD10CM:
		return []piece{{codesets.NotesPart, "Tabular List", "notes"}, {codesets.IndexPart, "Alphabetic Index", "its terms"}}
	case codesets.ICD10PCS:
		return []piece{{codesets.TablesPart, "tables file", "tables"}, {codesets.IndexPart, "Index", "its terms"},
			{codesets.DefinitionsPart, "definitions file", "definitions"}}
	case codesets.HCPCS:
		return []piece{{codesets.ModifiersPart, "list of modifiers", "modifiers"}}
	}
	return nil
}

// lacks says which parts a release is without, and which come from another release.
func lacks(set *codesets.Set) []string {
	var says []string
	for _, w := range pieces(set.Release().System) {
		if w.part == codesets.IndexPart && len(set.Indexes()) > 0 {
			says = append(says, indexesOf(set)...)
			continue
		}
		from, has := set.From(w.part)
		switch {
		case !has:
			says = append(says, fmt.Sprintf("No %s.", w.file))
		case from == set.Release():
		case from.Starter:
			says = append(says, fmt.Sprintf("No %s: %s come from the starter set.", w.file, w.name))
		case from.Label == "":
			says = append(says, fmt.Sprintf("The %s says no year.", w.file))
		case from.Label != set.Release().Label:
			says = append(says, fmt.Sprintf("The %s is that of %s.", w.file, from.Label))
		}
	}
	return says
}

// indexesOf says which indexes are of another release than the codes: they come in files of their own, so each may have its own
// year.
func indexesOf(set *codesets.Set) []string {
	var labels []string
	named := make(map[string][]string)
	for _, x := range set.Indexes() {
		if x.Release.Label == set.Release().Label {
			continue
		}
		if named[x.Release.Label] == nil {
			labels = append(labels, x.Release.Label)
		}
		named[x.Release.Label] = append(named[x.Release.Label], "the "+x.Kind.String())
	}
	var says []string
	for _, label := range labels {
		names, verb, of := named[label], "is", "that of "+label
		if len(names) > 1 {
			verb, of = "are", "those of "+label
		}
		if label == "" {
			of = "of no year that is known"
		}
		says = append(says, upper(fmt.Sprintf("%s %s %s.", sequence(names), verb, of)))
	}
	return says
}

// origin says where a release comes from and whose it is.
func origin(of *volume, r codesets.Release) string {
	says := "Loaded by you"
	switch {
	case r.Starter && of.stock:
		says = "Comes with the game"
	case of.stock:
		says = "Comes with this edition"
	}
	if r.Private {
		says += ", for you alone: it stays on this device"
	}
	if r.Source != "" {
		says += ". Source: " + strings.TrimPrefix(r.Source, "Source: ")
	}
	return says + "."
}

// openBooks says on the home page, in muted lines, which books are open, beside the way to them.
func openBooks(desk *Desk) view.Part {
	lines := down(2)
	for _, s := range desk.Library.Sets() {
		lines.Children = append(lines.Children, muted(loadedLine(s)))
	}
	if desk.shelving != nil {
		lines.Children = append(lines.Children, view.Part{
			Role: view.Status, Name: desk.shelving.says + " …", Style: view.Style{Tone: view.Muted, Size: view.Small},
		})
	}
	return across(16, grow(lines), button("books", "Books", "b"))
}
