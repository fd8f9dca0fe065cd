package codesets

import "fmt"

// Finding is what a [Verdict] comes to.
type Finding uint8

// The findings.
const (
	Unknown        Finding = iota // no code begins like this beyond At characters
	Billable                      // a code that may be reported
	Header                        // a code that needs more characters
	NoPlaceholder                 // the 7th character stands too early: X is missing before it
	NoSeventh                     // complete but for its 7th character
	OneTooMany                    // a billable code with characters behind it
	LookalikeTyped                // a look-alike was typed: letter O for zero, I or l for one
)

// Verdict says of any string whether it is a code of a set that may be reported, and if not, why.
type Verdict struct {
	Finding Finding
	// Typed is the string in normal form.
	Typed string
	// At is how many characters at its beginning are good.
	At int
	// Code is the code itself, the header, or the code that may have been meant, where there is one.
	Code Code
	// More is how many billable codes a header has below it.
	More    int
	system  System
	partial bool // the set is a choice of codes: what it lacks may exist
}

// Check gives the verdict on a typed string. Cost: a few binary searches.
func (s *Set) Check(typed string) Verdict {
	v := Verdict{Typed: Normalize(typed), system: s.release.System, partial: s.release.Starter}
	if at, ok := s.Find(v.Typed); ok {
		v.Code, v.At = s.At(at), len(v.Typed)
		v.Finding = Billable
		if !v.Code.Billable {
			v.Finding = Header
			v.More = s.billableBelow(v.Typed)
			if kids := s.Children(at); len(kids) > 0 && len(s.Code(kids[0])) == 7 && s.release.System == ICD10CM {
				v.Finding = NoSeventh
			}
		}
		return v
	}
	if meant, ok := s.Meant(v.Typed); ok {
		v.Finding, v.Code = LookalikeTyped, meant
		return v
	}
	for v.At < len(v.Typed) {
		lo, hi := s.blocks.find(v.Typed[:v.At+1])
		if lo == hi {
			break
		}
		v.At++
	}
	s.explainUnknown(&v)
	return v
}

// explainUnknown looks for the code that an unknown string misses.
func (s *Set) explainUnknown(v *Verdict) {
	if n := len(v.Typed); s.release.System == ICD10CM && n >= 4 && n < 7 {
		padded := v.Typed[:n-1] + "XXXXXX"[:7-n] + v.Typed[n-1:]
		if at, ok := s.Find(padded); ok {
			v.Finding, v.Code = NoPlaceholder, s.At(at)
			return
		}
	}
	for n := len(v.Typed) - 1; n >= 3; n-- {
		if at, ok := s.Find(v.Typed[:n]); ok && s.Billable(at) {
			v.Finding, v.Code = OneTooMany, s.At(at)
			return
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

// String is the verdict in one sentence or two.
func (v Verdict) String() string {
	typed, code := v.system.Format(v.Typed), v.system.Format(v.Code.Code)
	switch v.Finding {
	case Billable:
		return fmt.Sprintf("%s is a billable code: %s.", code, v.Code.Long)
	case Header:
		if v.partial {
			return fmt.Sprintf("%s is a header, not billable; more specific codes below it are.", code)
		}
		if v.More == 1 {
			return fmt.Sprintf("%s is a header, not billable; the code below it is.", code)
		}
		return fmt.Sprintf("%s is a header, not billable; %d codes below it are.", code, v.More)
	case NoSeventh:
		return fmt.Sprintf("%s is not billable: it needs its 7th character.", code)
	case NoPlaceholder:
		return fmt.Sprintf("%s is no code: the placeholder X is missing before the 7th character. %s would be.", typed, code)
	case OneTooMany:
		return fmt.Sprintf("%s is no code: %s is complete without %q.", typed, code, v.Typed[len(v.Code.Code):])
	case LookalikeTyped:
		return fmt.Sprintf("%s is no code. Did you mean %s? Letters O, I and L look like the digits 0 and 1.", typed, code)
	}
	if v.partial {
		return fmt.Sprintf("%s is not in the starter set, which is a choice of codes. Load the full release to check it.", typed)
	}
	if v.At == 0 {
		return fmt.Sprintf("%s is no %s code: none begins with %q.", typed, v.system, v.Typed[:min(1, len(v.Typed))])
	}
	if v.At == len(v.Typed) {
		return fmt.Sprintf("%s is not complete: codes begin like this, but it is none.", typed)
	}
	return fmt.Sprintf("%s is no code: after %s no code goes on with %q.", typed, v.system.Format(v.Typed[:v.At]), v.Typed[v.At:v.At+1])
}
