package codesets

import "strings"

// ChangeKind is what happened to a code between a release and the one before.
type ChangeKind uint8

// The kinds of change. A code that turned from billable to header is deleted and then added.
const (
	Added ChangeKind = iota + 1
	Deleted
	Revised
)

// Change is one entry of the addenda.
type Change struct {
	Kind ChangeKind
	// Code is the code as it is now, or was when deleted.
	Code Code
	// Was is the code before a revision; it is empty otherwise.
	Was Code
}

// Changes returns what the addenda say, in their order: what took the place of a deleted code follows it. The slice is
// the set's own and is empty when no addenda are loaded.
func (s *Set) Changes() []Change { return s.changes }

// changed says what the addenda did to a code at last, 0 when they do not name it. A code that turned into a header or back
// is Revised.
func (s *Set) changed(code string) ChangeKind {
	var kind ChangeKind
	for _, c := range s.changes {
		switch {
		case c.Code.Code != code:
		case kind == 0:
			kind = c.Kind
		case kind != c.Kind:
			kind = Revised
		}
	}
	return kind
}

// Successors returns the codes that took the place of a billable code that was deleted or became a header, as far as the
// addenda of the release tell: they add them below what the deleted one has before placeholder and 7th character, and with
// the same 7th character if it had one. It is empty when they add none, as for all of ICD-10-PCS, and when no
// addenda are loaded.
func (s *Set) Successors(code string) []Code {
	return successors(s.changes, s.release.System, code)
}

func successors(changes []Change, system System, code string) []Code {
	stem := code
	if system == ICD10CM && len(code) == codeChars {
		stem = strings.TrimRight(code[:codeChars-1], "X")
	}
	var instead []Code
	deleted := false
	for _, c := range changes {
		switch added := c.Code.Code; {
		case added == code:
			deleted = deleted || c.Kind == Deleted && c.Code.Billable
		case c.Kind != Added || !c.Code.Billable || !strings.HasPrefix(added, stem):
		case stem == code || len(added) == codeChars && added[codeChars-1] == code[codeChars-1]:
			instead = append(instead, c.Code)
		}
	}
	if !deleted {
		return nil
	}
	return instead
}
