package codesets

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

// Placeholder reports whether the character at a position of an ICD-10-CM code, from 1, is the placeholder X, which
// keeps a 7th character in its place or a place free for the future (ICD-10-CM guidelines I.A.4). From the 4th to the
// 6th character X means nothing else: in the Tabular List exactly the codes that end with it there are marked so.
func Placeholder(code string, position int) bool {
	return position >= 4 && position <= 6 && position <= len(code) && code[position-1] == 'X'
}
