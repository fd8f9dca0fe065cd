package codesets

import "strings"

// Normalize turns what a person types for a code into the form the sets are keyed by: upper case,
// without spaces, dots and hyphens, so that "s72.0", " S72.0 " and "S720" are one. Other characters
// stay, for a look-up to fail on: a letter O is not turned into a zero (see [Set.Meant]).
// It allocates only when something changes.
func Normalize(typed string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r == '.' || r == '-' || r == ' ' || r == '\t' || r == '\n' || r == '\r' || r == '\u00a0':
			return -1
		}
		return r
	}, typed)
}

// lookalikes are the pairs that coders are measured to mix up, each in both directions.
var lookalikes = strings.NewReplacer("O", "0", "0", "O", "I", "1", "L", "1", "1", "I")

// Meant offers the code that was meant by a typed string that is none: the one that differs from
// it only in look-alikes (letter O for zero, I or l for one). It is an offer, to be put as a
// question and never applied silently.
// ok is false when typed is a code already or nothing alike exists.
func (s *Set) Meant(typed string) (code Code, ok bool) {
	want := Normalize(typed)
	if _, exists := s.Find(want); exists || len(want) > 7 {
		return Code{}, false
	}
	return s.meant([]byte(want), 0)
}

// meant tries each position as it stands first and mended second, so the answer with the fewest
// changes at the front wins; at most 2^7 look-ups.
func (s *Set) meant(b []byte, at int) (Code, bool) {
	if at == len(b) {
		i, ok := s.Find(string(b))
		if !ok {
			return Code{}, false
		}
		return s.At(i), true
	}
	if c, ok := s.meant(b, at+1); ok {
		return c, true
	}
	was := b[at]
	alike := lookalikes.Replace(string(was))
	if len(alike) != 1 || alike[0] == was {
		return Code{}, false
	}
	b[at] = alike[0]
	defer func() { b[at] = was }()
	return s.meant(b, at+1)
}
