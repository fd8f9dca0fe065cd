package codesets

import (
	"slices"
	"strings"
)

// explainDiagnosis looks for what is wrong with the 7th character or the placeholder of a string that is no code of
// ICD-10-CM (guidelines I.A.4 and I.A.5).
func (s *Set) explainDiagnosis(v *Verdict) bool {
	n := len(v.Typed)
	if n > codeChars || n <= categoryChars {
		return false
	}
	if at, ok := s.withPlaceholder(v.Typed); ok {
		v.Finding, v.Code = NoPlaceholder, s.At(at)
		return true
	}
	last := v.Typed[n-1]
	stem := v.Typed[:n-1]
	switch {
	case v.At == codeChars-1 && n == codeChars && len(v.Next.Values) > 0 && s.illegalSeventh(stem, last):
		v.Finding, v.Next = SeventhIllegal, s.seventhsBelow(stem)
	case v.At == n && n < codeChars && s.onlySevenths(v.Typed):
		v.Finding, v.Next = NoSeventh, s.seventhsBelow(v.Typed)
		v.Code = s.headerOf(v.Typed)
		v.Children = len(v.Next.Values)
	case v.At == n-1 && n < codeChars && !s.release.Starter && s.hasSeventh(stem, last):
		v.Finding = SeventhEarly
	default:
		return false
	}
	return true
}

// withPlaceholder finds the code that a string becomes with placeholders at one place from the 4th character on, as near
// to its end as can be.
func (s *Set) withPlaceholder(typed string) (at int, ok bool) {
	missing := codeChars - len(typed)
	if missing <= 0 {
		return 0, false
	}
	for place := len(typed) - 1; place >= categoryChars; place-- {
		if at, ok := s.Find(typed[:place] + strings.Repeat("X", missing) + typed[place:]); ok && s.Billable(at) {
			return at, true
		}
	}
	return 0, false
}

// seventhsBelow are the 7th characters that lead to a code below a beginning, with their meaning: as defined, or else what
// the title of the first code adds to its header's.
func (s *Set) seventhsBelow(stem string) Next {
	lo, hi := s.blocks.find(stem)
	next := Next{Position: codeChars, Axis: seventhCharacter}
	for i := lo; i < hi; i++ {
		if chars, n := s.blocks.at(i); n == codeChars && !hasChar(next.Values, chars[n-1]) {
			ending, _ := s.ending(s.Code(i))
			next.Values = append(next.Values, Value{chars[n-1], ending})
		}
	}
	if len(next.Values) == 0 {
		return Next{}
	}
	if def, _, ok := s.Seventh(lo); ok {
		for i, v := range next.Values {
			if k := slices.IndexFunc(def.Values, func(k Value) bool { return k.Char == v.Char }); k >= 0 {
				next.Values[i].Label = def.Values[k].Label
			}
		}
	}
	return next
}

// hasSeventh tells whether any code below a beginning has a 7th character.
func (s *Set) hasSeventh(stem string, char byte) bool {
	lo, hi := s.blocks.find(stem)
	for i := lo; i < hi; i++ {
		if chars, n := s.blocks.at(i); n == codeChars && chars[n-1] == char {
			return true
		}
	}
	return false
}

// illegalSeventh tells whether a 7th character is none of those of its code for certain: in a choice of codes only
// when the definition does not have it. X is none anywhere: it holds a place before the 7th (guidelines I.A.4).
func (s *Set) illegalSeventh(stem string, char byte) bool {
	if !s.release.Starter || char == 'X' {
		return true
	}
	lo, _ := s.blocks.find(stem)
	def, _, ok := s.Seventh(lo)
	return ok && !hasChar(def.Values, char)
}

// onlySevenths tells whether all codes that go on from a string are those with a 7th character and nothing but
// placeholders before it.
func (s *Set) onlySevenths(typed string) bool {
	lo, hi := s.blocks.find(typed)
	for i := lo; i < hi; i++ {
		code := s.Code(i)
		if len(code) != codeChars || strings.Trim(code[len(typed):codeChars-1], "X") != "" {
			return false
		}
	}
	return lo < hi
}

// headerOf is the longest header that a string begins with.
func (s *Set) headerOf(typed string) Code {
	for n := len(typed); n >= categoryChars; n-- {
		if at, ok := s.Find(typed[:n]); ok {
			return s.At(at)
		}
	}
	return Code{}
}
