package codesets

import (
	"cmp"
	"slices"
	"strings"
)

// Check gives the verdict of all loaded sets on a typed string. A code alone does not name its system: thousands of HCPCS
// codes have the shape of an ICD-10-CM code. So every system is asked, the verdict is that of the one that knows the string
// best, and [Verdict.Others] has those to which it is a code as well; only ICD-10-CM is asked about a string with a dot, for no
// other system has one. A string of the shape of codes that belong to others and are not loaded is told as such.
func (l *Library) Check(typed string) Verdict {
	var all []Verdict
	dotted := strings.Contains(typed, ".")
	for _, s := range l.Sets() {
		if v := s.Check(typed); !dotted || s.release.System == ICD10CM || l.Set(ICD10CM) == nil {
			all = append(all, v)
		}
	}
	if shape := shapeOf(Normalize(typed)); shape != Unknown && !dotted && (shape != CategoryII || l.Set(CPT2) == nil) {
		all = append(all, Verdict{Finding: shape, Typed: Normalize(typed)})
	}
	if len(all) == 0 {
		return Verdict{Typed: Normalize(typed)}
	}
	slices.SortStableFunc(all, func(a, b Verdict) int {
		return cmp.Or(cmp.Compare(a.distance(), b.distance()), cmp.Compare(b.At, a.At))
	})
	best := all[0]
	for _, v := range all[1:] {
		if v.distance() <= distanceHeader || best.Finding == Incomplete && v.Finding == Incomplete {
			best.Others = append(best.Others, v)
		}
	}
	return best
}

// distanceHeader is how far a header is from what may be reported; all nearer are codes.
const distanceHeader = 2

// distance orders verdicts by how much the system has to do with the string: 0 for a code that may be reported.
func (v Verdict) distance() int {
	switch v.Finding {
	case Billable:
		return 0
	case Terminated:
		return 1
	case Header, NoSeventh:
		return distanceHeader
	case DeletedSince, ModifierAlone, ModifierBehind:
		return 3
	case Dental, CategoryI, CategoryII:
		if v.Release.System != 0 {
			return 9 // the shape is told once, and only where it counts
		}
		return 4
	case NoPlaceholder, LookalikeTyped:
		return 5
	case SeventhIllegal, SeventhUncalled, SeventhEarly, OneTooMany:
		return 6
	case NotInRow, NotInTable, LetterIO:
		if v.At < 2 || len(v.Typed) != pcsLength {
			return 8
		}
		return 6
	case Incomplete:
		return 7
	}
	return 8
}
