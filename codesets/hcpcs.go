package codesets

import "fmt"

// Date is a day of the calendar, written as a number: 20251001. The zero Date is none.
type Date int32

// String returns for example "2025-10-01", and "" for none.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d/10000, d/100%100, d%100)
}

// Coverage is Medicare's rule for a HCPCS code (CMS HCPCS record layout, field 16). It says nothing of other payers.
type Coverage byte

// The coverage codes.
const (
	CarrierJudgment     Coverage = 'C'
	SpecialInstructions Coverage = 'D'
	NotPayable          Coverage = 'I'
	NotCovered          Coverage = 'M'
	NotCoveredByStatute Coverage = 'S'
)

// String says the rule in words, "" where there is none.
func (c Coverage) String() string {
	switch c {
	case CarrierJudgment:
		return "left to the contractor's judgment"
	case SpecialInstructions:
		return "special coverage instructions apply"
	case NotPayable:
		return "not payable by Medicare"
	case NotCovered:
		return "not covered by Medicare"
	case NotCoveredByStatute:
		return "not covered by Medicare by statute"
	}
	return ""
}

// Standing is what a HCPCS release says of a code or a modifier besides its titles.
type Standing struct {
	Coverage Coverage
	// Action is what happened last (field 30): A added, B administrative data and long title changed, C long title
	// changed, D discontinued, F administrative data changed, N nothing, P payment changed, R reactivated, S short title
	// changed, T anything else; 0 when not told.
	Action byte
	// Added is the day from which it could be reported, Effective the day of the last action, Ended the last day on
	// which it may be reported. Each is 0 when not told.
	Added, Effective, Ended Date
}

// Standing returns what is known of a code or a modifier of HCPCS besides its titles.
func (s *Set) Standing(code string) (Standing, bool) {
	standing, ok := s.standings[code]
	return standing, ok
}
