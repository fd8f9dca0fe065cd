package codesets

import (
	"slices"
	"strings"
)

// Verdict says of any string whether it is a code that may be reported, and if not, why. What is not told by the
// finding is zero.
type Verdict struct {
	// Release is the one that the string was held against; zero where it is the shape alone that tells.
	Release Release
	Finding Finding
	// Typed is the string in normal form.
	Typed string
	// At is how many characters at its beginning are good.
	At int
	// Code is the code itself, the header, the one that was deleted, or the code that may have been meant, where there is one.
	Code Code
	// Children and More are how many codes a header has directly below it, and how many billable ones in all.
	Children, More int
	// Next is what could stand behind the good characters. For a code without its 7th character, or with a wrong one, it
	// is the 7th characters that lead to a code.
	Next Next
	// Names are what the good characters among the first three of ICD-10-PCS mean.
	Names [3]string
	// Modifiers are those behind a code of HCPCS, or the one alone.
	Modifiers []Modifier
	// Instead are the codes that took the place of a deleted one, as far as the addenda tell; of a header, when it was billable
	// before.
	Instead []Code
	// Since tells that the addenda of the release name the code: Added, Deleted or Revised; 0 when they do not.
	Since ChangeKind
	// Others are what other systems say to the same string; see [Library.Check].
	Others []Verdict
}

// Check gives the verdict of this set on a typed string, whatever it holds. What a starter set does not have is Unknown to
// it, for it may be a code. Cost: some microseconds; a pass over the codes that share its beginning when it is none.
func (s *Set) Check(typed string) Verdict {
	v := Verdict{Release: s.release, Typed: Normalize(typed)}
	switch {
	case v.Typed == "":
		v.Finding = Empty
		return v
	case !isPlainCode(v.Typed):
		v.Finding = Junk
		v.At = strings.IndexFunc(v.Typed, func(r rune) bool { return r >= 0x80 || !isCapitalOrDigit(byte(r)) })
		return v
	}
	v.Since = s.changed(v.Typed)
	if at, ok := s.Find(v.Typed); ok {
		s.explainKnown(&v, at)
		return v
	}
	v.At = s.good(v.Typed)
	v.Next = s.Next(v.Typed[:v.At])
	if !s.explainElsewhere(&v) {
		s.explainUnknown(&v)
	}
	return v
}

// good is how many characters at the beginning of a string some code has too.
func (s *Set) good(typed string) int {
	n := 0
	for n < len(typed) {
		lo, hi := s.blocks.find(typed[:n+1])
		if lo == hi {
			break
		}
		n++
	}
	return n
}

// explainKnown is for a string that is a code.
func (s *Set) explainKnown(v *Verdict, at int) {
	v.Code, v.At, v.Finding = s.At(at), len(v.Typed), Billable
	if v.Code.Ended != 0 {
		v.Finding = Terminated
	}
	if v.Code.Billable {
		return
	}
	v.Finding = Header
	v.More = s.billableBelow(v.Typed)
	v.Next = s.Next(v.Typed)
	v.Instead = s.Successors(v.Typed)
	kids := s.Children(at)
	v.Children = len(kids)
	if s.release.System == ICD10CM && len(kids) > 0 && !slices.ContainsFunc(kids, func(kid int) bool { return len(s.Code(kid)) < codeChars }) {
		v.Finding = NoSeventh
		v.Next = s.seventhsBelow(v.Typed)
	}
}

// explainElsewhere is for what is told without a look at the codes nearby.
func (s *Set) explainElsewhere(v *Verdict) bool {
	if v.Since == Deleted {
		v.Finding, v.Instead = DeletedSince, s.Successors(v.Typed)
		for _, c := range s.changes {
			if c.Kind == Deleted && c.Code.Code == v.Typed {
				v.Code = c.Code
			}
		}
		return true
	}
	if i := slices.IndexFunc(s.modifiers, func(m Modifier) bool { return m.Code == v.Typed }); i >= 0 {
		v.Finding, v.Modifiers = ModifierAlone, s.modifiers[i:i+1:i+1]
		return true
	}
	if meant, ok := s.Meant(v.Typed); ok {
		v.Finding, v.Code = LookalikeTyped, meant
		return true
	}
	if shape := shapeOf(v.Typed); shape != Unknown && s.release.System == HCPCS {
		v.Finding = shape
		return true
	}
	return false
}

// explainUnknown looks for the rule that a string breaks which is no code.
func (s *Set) explainUnknown(v *Verdict) {
	if s.release.System == ICD10PCS {
		s.explainProcedure(v)
		return
	}
	if s.release.System == ICD10CM && s.explainDiagnosis(v) {
		return
	}
	for n := min(len(v.Typed)-1, codeChars); n >= categoryChars; n-- {
		if at, ok := s.Find(v.Typed[:n]); ok && s.Billable(at) {
			v.Finding, v.Code, v.At = OneTooMany, s.At(at), n
			s.explainTail(v)
			return
		}
	}
	switch {
	case len(v.Typed) > s.release.System.longest():
		v.Finding = TooLong
	case v.At == len(v.Typed):
		v.Finding = Incomplete
	}
}

// modifiersMost is how many modifiers a line of a claim has room for.
const modifiersMost = 4

// explainTail is for what stands behind a whole code.
func (s *Set) explainTail(v *Verdict) {
	rest := v.Typed[len(v.Code.Code):]
	switch s.release.System {
	case ICD10CM:
		if len(v.Typed) == codeChars && len(strings.TrimLeft(rest, "X")) == 1 {
			v.Finding = SeventhUncalled
		}
	case HCPCS:
		if len(rest) > 2*modifiersMost {
			return
		}
		var behind []Modifier
		for ; len(rest) >= 2; rest = rest[2:] {
			i := slices.IndexFunc(s.modifiers, func(m Modifier) bool { return m.Code == rest[:2] })
			if i < 0 {
				return
			}
			behind = append(behind, s.modifiers[i])
		}
		if rest == "" {
			v.Finding, v.Modifiers = ModifierBehind, behind
		}
	}
}

func (s *Set) billableBelow(code string) int {
	lo, hi := s.blocks.find(code)
	n := 0
	for i := lo; i < hi; i++ {
		if s.Billable(i) {
			n++
		}
	}
	return n
}
