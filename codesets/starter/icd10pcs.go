package starter

import (
	"io/fs"
	"slices"
	"strings"

	"coderounds/codesets"
)

// pcsReader gathers the ICD-10-PCS tables. What a character means is looked up from the inside out:
// in the table, in its body system, in its section.
type pcsReader struct {
	tables   []codesets.Table
	groups   []codesets.Group
	sections map[string]*pcsSection // by character
	section  *pcsSection
	system   string // the characters of the open body system, "" for none
	name     string // its name
	meanings [3]meanings
	open     int // which of meanings a meaning line belongs to
}

// pcsSection is a section with the names of its axes, which all its tables share.
type pcsSection struct {
	name     string
	axes     [4]string
	meanings meanings
}

// meanings are the labels of the characters of axes 4 to 7.
type meanings [4]map[byte]string

// Places to keep meanings, from the outside in.
const (
	inSection = iota
	inSystem
	inTable
)

// readProcedures reads the ICD-10-PCS tables and composes their codes and headers, in official order.
func readProcedures(fsys fs.FS, draft *codesets.Draft) error {
	tables, sections, err := readTables(fsys)
	if err != nil {
		return err
	}
	draft.Tables, draft.Groups = tables, sections
	for i := range tables {
		for _, code := range tables[i].Codes() {
			code.Order = draft.Codes.Len() + 1
			draft.Codes.Append(code)
		}
	}
	return nil
}

// readTables reads the tables, in official order, and the sections as groups. The sections are in
// icd10pcs/sections.txt, which also tells the format; the tables are in the other files there.
// Errors name file and line.
func readTables(fsys fs.FS) ([]codesets.Table, []codesets.Group, error) {
	const sections = "icd10pcs/sections.txt"
	names, err := fs.Glob(fsys, "icd10pcs/*.txt")
	if err != nil {
		return nil, nil, err
	}
	r := pcsReader{sections: make(map[string]*pcsSection)}
	if err := readLines(fsys, sections, r.take); err != nil {
		return nil, nil, err
	}
	slices.Sort(names)
	for _, name := range names {
		r.system, r.open = "", inSystem
		if name == sections {
			continue
		}
		if err := readLines(fsys, name, r.take); err != nil {
			return nil, nil, err
		}
	}
	slices.SortFunc(r.tables, func(a, b codesets.Table) int { return strings.Compare(a.Prefix, b.Prefix) })
	return r.tables, r.groups, nil
}

func (r *pcsReader) take(l line) error {
	word, rest, _ := strings.Cut(l.text, " ")
	char, name, _ := strings.Cut(rest, " ")
	switch word {
	case "section":
		return r.takeSection(l, char, name)
	case "axes":
		return r.takeAxes(l, rest)
	case "system":
		return r.takeSystem(l, char, name)
	case "table":
		return r.takeTable(l, char, name)
	case "row":
		return r.takeRow(l, rest)
	case "4:", "5:", "6:", "7:":
		return r.takeMeanings(l, int(word[0]-'4'), rest)
	}
	return l.errorf("a line begins with section, axes, system, table, row or 4: to 7:, not with %q", word)
}

func (r *pcsReader) takeSection(l line, char, name string) error {
	if !pcsCharacters(char) || len(char) != 1 || name == "" {
		return l.errorf("a section wants one character and a name, not %q", l.text)
	}
	r.section = &pcsSection{name: name, meanings: newMeanings()}
	r.sections[char] = r.section
	r.open, r.meanings[inSection] = inSection, r.section.meanings
	r.groups = append(r.groups, codesets.Group{
		Level: codesets.Section, Label: char, Title: name, First: char, Last: char,
	})
	return nil
}

func (r *pcsReader) takeAxes(l line, text string) error {
	names := strings.Split(text, " | ")
	if r.section == nil || len(names) != len(r.section.axes) {
		return l.errorf("axes want four names separated by \" | \", below a section")
	}
	copy(r.section.axes[:], names)
	return nil
}

func (r *pcsReader) takeSystem(l line, characters, name string) error {
	if len(characters) != 2 || !pcsCharacters(characters) || name == "" {
		return l.errorf("a body system wants two characters and a name, not %q", l.text)
	}
	section, ok := r.sections[characters[:1]]
	if !ok {
		return l.errorf("there is no section %s in icd10pcs/sections.txt", characters[:1])
	}
	r.section, r.system, r.name = section, characters, name
	r.open = inSystem
	r.meanings = [3]meanings{section.meanings, newMeanings(), newMeanings()}
	return nil
}

func (r *pcsReader) takeTable(l line, prefix, operation string) error {
	switch {
	case len(prefix) != 3 || !pcsCharacters(prefix) || operation == "":
		return l.errorf("a table wants three characters and an operation, not %q", l.text)
	case r.system == "" || !strings.HasPrefix(prefix, r.system):
		return l.errorf("table %s stands below body system %q", prefix, r.system)
	case slices.ContainsFunc(r.tables, func(t codesets.Table) bool { return t.Prefix == prefix }):
		return l.errorf("table %s stands twice", prefix)
	}
	r.open, r.meanings[inTable] = inTable, newMeanings()
	r.tables = append(r.tables, codesets.Table{
		Prefix: prefix,
		Names:  [3]string{r.section.name, r.name, operation},
		Axes:   r.section.axes,
	})
	return nil
}

// takeMeanings reads "4: 0 Brain | 1 Cerebral Meninges".
func (r *pcsReader) takeMeanings(l line, axis int, text string) error {
	if r.open != inSection && r.system == "" {
		return l.errorf("meanings stand below a section, a body system or a table")
	}
	for entry := range strings.SplitSeq(text, " | ") {
		char, label, ok := strings.Cut(strings.TrimSpace(entry), " ")
		if !ok || len(char) != 1 || !pcsCharacters(char) {
			return l.errorf("a character and its meaning are wanted, not %q", entry)
		}
		if was, again := r.meanings[r.open][axis][char[0]]; again {
			return l.errorf("%s means %q already", char, was)
		}
		r.meanings[r.open][axis][char[0]] = label
	}
	return nil
}

// takeRow reads "row 01 | 034 | Z | XZ": the characters of each column, with or without spaces.
func (r *pcsReader) takeRow(l line, text string) error {
	if r.open != inTable {
		return l.errorf("a row stands below a table")
	}
	columns := strings.Split(text, "|")
	var row codesets.Row
	if len(columns) != len(row) {
		return l.errorf("a row has %d columns, not %d", len(row), len(columns))
	}
	for axis, column := range columns {
		characters := strings.ReplaceAll(column, " ", "")
		if characters == "" {
			return l.errorf("column %d is empty", axis+4)
		}
		for i := range len(characters) {
			label, ok := r.meaning(axis, characters[i])
			if !ok {
				return l.errorf("character %d has no meaning for %q; add a line \"%d: %c …\" above",
					axis+4, characters[i], axis+4, characters[i])
			}
			if strings.IndexByte(characters[:i], characters[i]) >= 0 {
				return l.errorf("column %d has %q twice", axis+4, characters[i])
			}
			row[axis] = append(row[axis], codesets.Value{Char: characters[i], Label: label})
		}
	}
	table := &r.tables[len(r.tables)-1]
	table.Rows = append(table.Rows, row)
	return nil
}

// meaning looks a character up, from the inside out.
func (r *pcsReader) meaning(axis int, char byte) (string, bool) {
	for place := inTable; place >= inSection; place-- {
		if label, ok := r.meanings[place][axis][char]; ok {
			return label, true
		}
	}
	return "", false
}

func newMeanings() meanings {
	var m meanings
	for axis := range m {
		m[axis] = make(map[byte]string)
	}
	return m
}

// pcsCharacters reports whether a string is made of the 34 characters of ICD-10-PCS: digits and
// capital letters without I and O, which look like 1 and 0.
func pcsCharacters(s string) bool {
	return s != "" && strings.Trim(s, "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ") == ""
}
