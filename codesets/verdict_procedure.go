package codesets

import "strings"

// explainProcedure says where a string leaves the tables of ICD-10-PCS, whether or not they are loaded: what they allow
// is exactly the codes (ICD-10-PCS guidelines A8 and A9).
func (s *Set) explainProcedure(v *Verdict) {
	if names := v.Typed[:min(v.At, tablePrefix)]; names != "" {
		v.Names = s.tableNames(names)
		clear(v.Names[len(names):])
	}
	switch n := len(v.Typed); {
	case strings.ContainsAny(v.Typed, "IO"):
		v.Finding = LetterIO
	case n > pcsLength && v.At == pcsLength:
		at, _ := s.Find(v.Typed[:pcsLength])
		v.Finding, v.Code = OneTooMany, s.At(at)
	case n > pcsLength:
		v.Finding = TooLong
	case v.At == n:
		v.Finding = Incomplete
	case v.At < tablePrefix:
		if !s.release.Starter {
			v.Finding = NoTable
		}
	case s.inTable(v.Typed[:tablePrefix], v.At, v.Typed[v.At]):
		v.Finding = NotInRow
	default:
		v.Finding = NotInTable
	}
}

// inTable tells whether any code of a table has a character at a place, from 0.
func (s *Set) inTable(table string, place int, char byte) bool {
	lo, hi := s.blocks.find(table)
	for i := lo; i < hi; i++ {
		if chars, n := s.blocks.at(i); n > place && chars[place] == char {
			return true
		}
	}
	return false
}
