package codesets

import (
	"cmp"
	"fmt"
	"slices"
)

// Exclusion is a note of one code, its own or inherited, that names another (ICD-10-CM guidelines I.A.12).
type Exclusion struct {
	// Inherited is the note, of kind Excludes1 or Excludes2, with who bears it.
	Inherited
	// Of is the code that the note is in force for, Named the one that it names, both as printed.
	Of, Named string
	// Condition is what the note asks for besides, in words that only a reader can weigh; "" when it counts for certain.
	Condition string
}

// Excludes finds the notes by which the codes at two positions exclude one another: those in force for either, its own or
// any ancestor's, that name the other or a range around it. A note that names both, for it is about others below its
// bearer, parts neither. Excludes1 come first, then Excludes2, which only say that the one does not include the other;
// among each those
// without a condition, and the nearest, first. It is empty when nothing parts the two. Cost: some microseconds a note.
func (s *Set) Excludes(a, b int) []Exclusion {
	all := append(s.exclusions(a, b), s.exclusions(b, a)...)
	slices.SortStableFunc(all, func(x, y Exclusion) int {
		return cmp.Or(cmp.Compare(x.Kind, y.Kind), cmp.Compare(min(len(x.Condition), 1), min(len(y.Condition), 1)))
	})
	return all
}

// exclusions are the notes in force for one code that name another.
func (s *Set) exclusions(of, named int) []Exclusion {
	if of == named {
		return nil
	}
	var all []Exclusion
	code := s.Code(named)
	for _, n := range s.Notes(of) {
		if n.Kind != Excludes1 && n.Kind != Excludes2 {
			continue
		}
		spans := s.Named(n.Text)
		if _, both := naming(spans, of, s.Code(of)); both {
			continue
		}
		if span, ok := naming(spans, named, code); ok {
			e := Exclusion{Inherited: n, Of: s.print(of), Named: s.print(named)}
			if _, known := span.Meets(code); !known {
				e.Condition = span.Condition
			}
			all = append(all, e)
		}
	}
	return all
}

// naming returns the span that holds a code and whose condition it meets or may meet.
func naming(spans []Span, at int, code string) (Span, bool) {
	for _, span := range spans {
		if !span.Holds(at) {
			continue
		}
		if meets, known := span.Meets(code); meets || !known {
			return span, true
		}
	}
	return Span{}, false
}

func (s *Set) print(at int) string { return s.release.System.Format(s.Code(at)) }

// String says it in a sentence.
func (e Exclusion) String() string {
	says := fmt.Sprintf("%s at %s, in force for %s, names %s: “%s”.", e.Kind, e.From, e.Of, e.Named, e.Text)
	if e.From == e.Of {
		says = fmt.Sprintf("%s at %s names %s: “%s”.", e.Kind, e.From, e.Named, e.Text)
	}
	if e.Condition != "" {
		says += fmt.Sprintf(" It counts only %s.", e.Condition)
	}
	return says
}

// Advice says what follows from the note. Of all that part two codes the first decides.
func (e Exclusion) Advice() string {
	if e.Kind == Excludes2 {
		return "Neither includes the other; report both when the patient has both."
	}
	return "Do not report both, unless the two conditions have nothing to do with one another."
}
