package release

import (
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"

	"coderounds/codesets"
)

// Columns of addenda, from 0: what happened, then in order addenda of ICD-10-CM the billable flag and a blank, then the
// code, and then the title, in order addenda as in the order file a short one of 60 characters and the long one.
const (
	addendaRest  = 13
	addendaCode  = 7
	addendaShort = 60
)

// addendaActions are the words that open an entry.
var addendaActions = [...]struct {
	word string
	kind codesets.ChangeKind
	was  bool // the entry is what a revised one was before
}{
	{"Add:", codesets.Added, false}, {"Delete:", codesets.Deleted, false},
	{"Revise from:", codesets.Revised, true}, {"Revise to:", codesets.Revised, false},
}

// isProcedureAddenda tells addenda of ICD-10-PCS by their first code.
func isProcedureAddenda(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	a, ok := parseAmendment(strings.TrimRight(string(line), "\r"))
	return ok && a.code.Code[0] <= '9'
}

// amendment is one line of the addenda.
type amendment struct {
	kind    codesets.ChangeKind
	was     bool
	flagged bool // it has a billable flag
	code    codesets.Code
	titles  string
	line    int
}

// isOrderAddenda recognises addenda with two titles, isCodesAddenda those with one.
func isOrderAddenda(head []byte) bool { return addendaTitles(head) == 2 }
func isCodesAddenda(head []byte) bool { return addendaTitles(head) == 1 }

// addendaTitles returns how many titles the first entries have, 0 when they are none.
func addendaTitles(head []byte) int {
	var entries []amendment
	for line := range bytes.Lines(head) {
		a, ok := parseAmendment(strings.TrimRight(string(line), "\r\n"))
		if !ok || line[len(line)-1] != '\n' && len(entries) > 0 {
			break
		}
		entries = append(entries, a)
	}
	switch {
	case len(entries) == 0:
		return 0
	case slices.ContainsFunc(entries, func(a amendment) bool { return !a.flagged && !a.twoTitles() }):
		return 1
	}
	return 2
}

// parseAmendment reads one entry; ok is false for a line that is none.
func parseAmendment(line string) (a amendment, ok bool) {
	for _, action := range addendaActions {
		if !strings.HasPrefix(line, action.word) {
			continue
		}
		a.kind, a.was = action.kind, action.was
		rest := line[min(addendaRest, len(line)):]
		if len(rest) > 2 && rest[1] == ' ' && (rest[0] == '0' || rest[0] == '1') {
			a.flagged, a.code.Billable = true, rest[0] == '1'
			rest = rest[2:]
		}
		code := strings.TrimRight(rest[:min(addendaCode, len(rest))], " ")
		if !isCode(code) || len(rest) < addendaCode+2 {
			return a, false
		}
		a.code.Code, a.titles = strings.Clone(code), strings.Clone(rest[addendaCode+1:])
		return a, true
	}
	return a, false
}

// twoTitles reports whether a short title and a long one stand in their columns.
func (a amendment) twoTitles() bool {
	return len(a.titles) > addendaShort+1 && a.titles[addendaShort] == ' ' && a.titles[addendaShort+1] != ' '
}

// readAddenda reads what changed since the release before. A summary, parted by an empty line, ends it and names the
// files that were compared.
func readAddenda(in *input) (codesets.Draft, error) {
	draft := codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}}
	var entries []amendment
	l := newLines(in)
	for summary := false; ; {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return draft, err
		}
		if summary = summary || strings.TrimSpace(line) == ""; summary {
			if year := yearIn(line); year != "" {
				draft.Release.Label = year
			}
			if strings.Contains(line, "icd10pcs") {
				draft.Release.System = codesets.ICD10PCS
			}
			continue
		}
		a, ok := parseAmendment(line)
		switch {
		case !ok:
			return draft, in.errorf(l.number, "%q is no entry of addenda; the file may be damaged, fetch it again", western(line[:min(len(line), 20)]))
		case len(entries) == maxRows:
			return draft, in.errorf(l.number, "more than %d entries; this is no release file", maxRows)
		}
		a.line = l.number
		if a.code.Code[0] <= '9' {
			draft.Release.System = codesets.ICD10PCS
		}
		entries = append(entries, a)
	}
	var err error
	draft.Changes, err = changes(in, entries, draft.Release.System)
	return draft, err
}

// changes gives the entries their titles and brings the two lines of a revision together.
func changes(in *input, entries []amendment, system codesets.System) ([]codesets.Change, error) {
	two := !slices.ContainsFunc(entries, func(a amendment) bool { return !a.flagged && !a.twoTitles() })
	all := make([]codesets.Change, 0, len(entries))
	var was *amendment
	for i := range entries {
		a := &entries[i]
		if !a.flagged {
			a.code.Billable = system == codesets.ICD10CM || len(a.code.Code) == 7
		}
		if two {
			a.code.Short = western(strings.TrimSpace(a.titles[:min(addendaShort, len(a.titles))]))
			a.code.Long = western(strings.TrimSpace(a.titles[min(addendaShort, len(a.titles)):]))
		} else {
			a.code.Long = western(strings.TrimSpace(a.titles))
		}
		change := codesets.Change{Kind: a.kind, Code: a.code}
		switch {
		case was != nil && (a.kind != codesets.Revised || a.was || a.code.Code != was.code.Code),
			was == nil && a.kind == codesets.Revised && !a.was:
			return nil, in.errorf(a.line, "a revision wants two lines of one code, from and to; %s stands alone", a.code.Code)
		case a.was:
			was = a
			continue
		case was != nil:
			change.Was, was = was.code, nil
		}
		all = append(all, change)
	}
	if was != nil {
		return nil, in.errorf(was.line, "the revision of %s has no second line; the file is cut short, fetch it again", was.code.Code)
	}
	return all, nil
}
