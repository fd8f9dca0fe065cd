package codesets

import (
	"slices"
	"strings"
)

// Seventh defines the 7th characters that complete the codes under the one that bears it (ICD-10-CM guidelines
// I.A.5). It applies to all codes below unless one of them bears a definition of its own.
type Seventh struct {
	// Says introduces the list, and may narrow it: "The appropriate 7th character is to be added to each code from
	// category S03".
	Says string
	// Values are the characters with their meaning, in the book's order.
	Values []Value
}

// Seventh returns the definition of 7th characters in force for the code at position i, and the code that bears it as
// printed; ok is false when there is none. Not every value need make a code: prose notes forbid some, so ask [Set.Find].
func (s *Set) Seventh(i int) (def Seventh, from string, ok bool) {
	for j := i; j >= 0; j = s.Parent(j) {
		code := s.At(j).Code
		if def, ok := s.sevenths[code]; ok {
			return def, s.release.System.Format(code), true
		}
	}
	return Seventh{}, "", false
}

// Completed is a 7th character with the code it makes.
type Completed struct {
	Value
	// At is the position of the code.
	At int
}

// Sevenths returns the 7th characters of the codes directly under the one at i, or, for a code that has one, of it and
// its siblings; nil when these have none. What they mean is taken from the definition in force; where none is loaded it is
// what the title of the code adds to that of its parent.
func (s *Set) Sevenths(i int) []Completed {
	if len(s.Code(i)) == codeChars {
		i = s.Parent(i)
	}
	if i < 0 || s.release.System != ICD10CM {
		return nil
	}
	def, _, _ := s.Seventh(i)
	parent := s.Title(i)
	var all []Completed
	for _, kid := range s.Children(i) {
		code := s.Code(kid)
		if len(code) != codeChars {
			return nil
		}
		value := Value{Char: code[codeChars-1]}
		if n := slices.IndexFunc(def.Values, func(v Value) bool { return v.Char == value.Char }); n >= 0 {
			value.Label = def.Values[n].Label
		} else {
			value.Label = added(parent, s.Title(kid))
		}
		all = append(all, Completed{value, kid})
	}
	return all
}

// added is what a title says beyond that of its parent, all of it when the two differ otherwise.
func added(parent, title string) string {
	if rest, ok := strings.CutPrefix(title, parent); ok {
		return strings.TrimLeft(rest, ", ")
	}
	return title
}
