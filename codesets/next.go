package codesets

import (
	"slices"
	"strings"
)

// Next is what may follow the beginning of a code.
type Next struct {
	// Position is that of the character to come, from 1.
	Position int
	// Axis names the position in ICD-10-PCS ("Approach"), and is "7th character" in ICD-10-CM; "" where it has no name, or
	// none that is loaded.
	Axis string
	// Values are the characters that lead on to a code, in official order, each once. A label is empty where nothing
	// loaded says what the character means.
	Values []Value
}

// Chars are the characters of the values, one behind the other.
func (n Next) Chars() string {
	chars := make([]byte, len(n.Values))
	for i, v := range n.Values {
		chars[i] = v.Char
	}
	return string(chars)
}

// Next returns what may follow a normalised prefix, the empty one too; there are no values behind a whole code, and none
// when no code begins so. The characters are those of the codes, so they are right whatever else is loaded. Their
// meaning is from the tables of ICD-10-PCS, from its headers where a table is missing; that of 7th characters of
// ICD-10-CM is from their definition, or else from titles. Cost: some microseconds, a pass over the tables for the first two characters of ICD-10-PCS.
func (s *Set) Next(prefix string) Next {
	next := Next{Position: len(prefix) + 1}
	lo, hi := s.blocks.find(prefix)
	if len(prefix) == codeChars || lo == hi {
		return next
	}
	if len(prefix) >= categoryChars && s.blocks.code(lo) == prefix {
		lo++
	}
	for lo < hi {
		chars, _ := s.blocks.at(lo)
		char := chars[len(prefix)]
		next.Values = append(next.Values, Value{Char: char})
		_, lo = s.blocks.find(prefix + string(char))
	}
	switch s.release.System {
	case ICD10PCS:
		s.nameAxis(prefix, &next)
	case ICD10CM:
		if len(prefix) == codeChars-1 && len(next.Values) > 0 {
			return s.seventhsBelow(prefix)
		}
	}
	return next
}

// seventhCharacter is what the last place of ICD-10-CM is called.
const seventhCharacter = "7th character"

// nameAxis says what characters of ICD-10-PCS mean.
func (s *Set) nameAxis(prefix string, next *Next) {
	if len(prefix) < tablePrefix {
		next.Axis = PCSAxes((prefix + "0")[0])[len(prefix)]
		for i := range next.Values {
			names := s.tableNames(prefix + string(next.Values[i].Char))
			next.Values[i].Label = names[len(prefix)]
		}
		return
	}
	t := s.Table(prefix)
	if t == nil {
		return
	}
	axis := len(prefix) - tablePrefix
	next.Axis = t.Axes[axis]
	known := t.Next(prefix)
	for i, v := range next.Values {
		if k := slices.IndexFunc(known, func(k Value) bool { return k.Char == v.Char }); k >= 0 {
			next.Values[i].Label = known[k].Label
		} else {
			next.Values[i].Label = t.meaning(axis, v.Char)
		}
	}
}

// meaning is what a character means on an axis wherever the table has it, "" where rows differ: for codes that are newer than
// the table.
func (t *Table) meaning(axis int, char byte) string {
	label := ""
	for _, row := range t.Rows {
		v, ok := row.value(axis, char)
		switch {
		case !ok:
		case label != "" && label != v.Label:
			return ""
		default:
			label = v.Label
		}
	}
	return label
}

// PCSAxes names the first three characters of the codes of a section of ICD-10-PCS, which differ: only procedures have
// operations.
func PCSAxes(section byte) [tablePrefix]string {
	switch section {
	case 'F':
		return [...]string{"Section", "Section Qualifier", "Type"}
	case 'B', 'C', 'D', 'G', 'H':
		return [...]string{"Section", "Body System", "Type"}
	}
	return [...]string{"Section", "Body System", "Operation"}
}

// Table returns the table of ICD-10-PCS in which a code stands, or would by its first three characters; nil when it
// is not loaded or there is none.
func (s *Set) Table(code string) *Table {
	if len(code) < tablePrefix {
		return nil
	}
	for i := range s.tables {
		if s.tables[i].Prefix == code[:tablePrefix] {
			return &s.tables[i]
		}
	}
	return nil
}

// tableNames says what the first one to three characters of a code of ICD-10-PCS mean: as a table with the same
// says it, else as the headers do.
func (s *Set) tableNames(prefix string) [tablePrefix]string {
	prefix = prefix[:min(len(prefix), tablePrefix)]
	for i := range s.tables {
		if strings.HasPrefix(s.tables[i].Prefix, prefix) {
			return s.tables[i].Names
		}
	}
	return s.headerNames(prefix)
}

// headerNames takes the title of a header of ICD-10-PCS apart: "Imaging, Veins, Plain Radiography" is section, body system
// and type. Names may hold commas themselves, so the section is taken off as the set's groups or all headers of the section
// have it, and the last part is the operation. Section 0 does not name itself.
func (s *Set) headerNames(prefix string) (names [tablePrefix]string) {
	for _, g := range s.groups {
		if g.Level == Section && g.Label == prefix[:1] {
			names[0] = g.Title
		}
	}
	if names[0] == "" && prefix[0] != '0' {
		names[0] = s.sharedTitle(prefix[:1])
	}
	lo, hi := s.blocks.find(prefix)
	if lo == hi || len(prefix) < 2 {
		return names
	}
	title := strings.TrimPrefix(s.Title(lo), names[0]+", ")
	if cut := strings.LastIndex(title, ", "); cut >= 0 {
		names[1], names[2] = title[:cut], title[cut+2:]
	} else {
		names[2] = title
	}
	return names
}

// sharedTitle is the beginning, up to a comma, that the titles of all headers under a prefix share.
func (s *Set) sharedTitle(prefix string) string {
	lo, hi := s.blocks.find(prefix)
	if lo == hi {
		return ""
	}
	shared, _, _ := strings.Cut(s.Title(lo), ", ")
	for lo < hi {
		if title := s.Title(lo); !strings.HasPrefix(title, shared+", ") {
			return ""
		}
		_, lo = s.blocks.find(s.Code(lo)[:tablePrefix])
	}
	return shared
}
