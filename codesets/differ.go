package codesets

import (
	"fmt"
	"strings"
)

// Differ says in a sentence which character sets one code apart from another, and what it means in each; "" where
// the set cannot tell. It knows the columns of ICD-10-PCS tables, and the 7th characters of ICD-10-CM codes that
// share the other six.
func (s *Set) Differ(from, other string) string {
	if len(from) != len(other) || from == other {
		return ""
	}
	switch s.release.System {
	case ICD10PCS:
		return s.differInTable(from, other)
	case ICD10CM:
		return s.differAtEnd(from, other)
	}
	return ""
}

// differInTable compares two codes of one table.
func (s *Set) differInTable(from, other string) string {
	for i := range s.tables {
		mine, ok := s.tables[i].Values(from)
		theirs, ok2 := s.tables[i].Values(other)
		if !ok || !ok2 {
			continue
		}
		var parts []string
		for axis := range mine {
			if mine[axis].Char != theirs[axis].Char {
				parts = append(parts, fmt.Sprintf("%s %c is %s, not %s", s.tables[i].Axes[axis],
					theirs[axis].Char, theirs[axis].Label, mine[axis].Label))
			}
		}
		if len(parts) == 0 {
			return ""
		}
		return strings.Join(parts, "; ") + "."
	}
	return ""
}

// differAtEnd compares two codes that share all but the 7th character.
func (s *Set) differAtEnd(from, other string) string {
	const sevenths = 6
	if len(from) != sevenths+1 || from[:sevenths] != other[:sevenths] {
		return ""
	}
	mine, ok := s.ending(from)
	theirs, ok2 := s.ending(other)
	if !ok || !ok2 {
		return ""
	}
	return fmt.Sprintf("7th character %s means %s; %s means %s.", other[sevenths:], theirs, from[sevenths:], mine)
}

// ending is what a code's title adds to its header's.
func (s *Set) ending(code string) (string, bool) {
	at, ok := s.Find(code)
	if !ok || s.Parent(at) < 0 {
		return "", false
	}
	return strings.CutPrefix(s.Title(at), s.Title(s.Parent(at))+", ")
}
