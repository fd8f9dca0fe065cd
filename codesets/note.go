package codesets

// NoteKind is the kind of an instructional note of the Tabular List (ICD-10-CM guidelines I.A.10–17).
type NoteKind uint8

// The kinds of note, in the order in which they are shown.
const (
	Includes NoteKind = iota + 1
	Inclusion
	Excludes1
	Excludes2
	CodeFirst
	UseAdditional
	CodeAlso
	General // a note without a rule of its own
)

// String returns the words that open the note in the books.
func (k NoteKind) String() string {
	switch k {
	case Includes:
		return "Includes"
	case Inclusion:
		return "Inclusion term"
	case Excludes1:
		return "Excludes1"
	case Excludes2:
		return "Excludes2"
	case CodeFirst:
		return "Code first"
	case UseAdditional:
		return "Use additional"
	case CodeAlso:
		return "Code also"
	}
	return "Note"
}

// Note is one instructional note.
type Note struct {
	Kind NoteKind
	Text string
}

// Inherited is a note in force for a code, with the ancestor that bears it.
type Inherited struct {
	Note
	// From is the code as printed ("E11"), or the group ("Chapter 4", "Section E08-E13").
	From string
}

// Notes returns the notes in force for the code at position i: its own, then those of its
// ancestors, the section and the chapter, nearest first. Notes are inherited downward; inclusion
// terms of a code are not, since they name that code, but those of a section are.
func (s *Set) Notes(i int) []Inherited {
	var all []Inherited
	for j := i; j >= 0; j = s.Parent(j) {
		code := s.Code(j)
		for _, n := range s.notes[code] {
			if n.Kind != Inclusion || j == i {
				all = append(all, Inherited{n, s.release.System.Format(code)})
			}
		}
	}
	groups := s.Groups(i)
	for g := len(groups) - 1; g >= 0; g-- {
		all = append(all, s.borne(groups[g])...)
	}
	return all
}

// GroupNotes returns the notes that stand at group g of [Set.AllGroups], which hold for all codes in it.
func (s *Set) GroupNotes(g int) []Inherited { return s.borne(s.groups[g]) }

// borne returns the notes that a group bears.
func (s *Set) borne(g Group) []Inherited {
	from := "Section " + g.Label
	if g.Level == Chapter {
		from = "Chapter " + g.Label
	}
	notes := make([]Inherited, 0, len(s.notes[g.Key()]))
	for _, n := range s.notes[g.Key()] {
		notes = append(notes, Inherited{n, from})
	}
	return notes
}
