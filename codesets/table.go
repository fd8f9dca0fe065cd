package codesets

import (
	"cmp"
	"slices"
	"strings"
)

// Table is one table of ICD-10-PCS: three characters and the rows that complete them.
// A code takes one value from each column of a single row (ICD-10-PCS Official Guidelines for
// Coding and Reporting, A8 and A9); there are no other codes. A table is not changed once made and
// may be shared between goroutines.
type Table struct {
	// Prefix is the first three characters: section, body system, root operation (or type).
	Prefix string
	// Names are the labels of those three characters.
	Names [3]string
	// Axes name characters 4 to 7, for example "Body Part", "Approach", "Device", "Qualifier".
	Axes [4]string
	Rows []Row
}

// Row is one row of a table: the legal values of characters 4 to 7.
type Row [4][]Value

// Value is one legal value of an axis.
type Value struct {
	Char  byte
	Label string
}

// pcsLength is the length of every ICD-10-PCS code, and tablePrefix how much of it names the table.
const (
	pcsLength   = 7
	tablePrefix = 3
)

// Codes returns the header of the table and then every code its rows allow, in official order,
// which for ICD-10-PCS is ASCII order. Long is the official title (see [Table.Title]); Short is
// empty, for it cannot be derived; Order is zero, for the caller to number.
// Cost: under half a microsecond a code.
func (t *Table) Codes() []Code {
	codes := make([]Code, 0, 1+t.size())
	codes = append(codes, Code{Code: t.Prefix, Long: t.Header()})
	for _, row := range t.Rows {
		codes = t.appendRow(codes, row)
	}
	slices.SortFunc(codes[1:], func(a, b Code) int { return cmp.Compare(a.Code, b.Code) })
	return codes
}

// size counts the codes of all rows.
func (t *Table) size() int {
	n := 0
	for _, r := range t.Rows {
		n += len(r[0]) * len(r[1]) * len(r[2]) * len(r[3])
	}
	return n
}

// appendRow appends the product of a row's columns. Each value's words are worked out once for
// the row, not once for each code.
func (t *Table) appendRow(codes []Code, row Row) []Code {
	var words [4][]string
	for axis, values := range row {
		for _, v := range values {
			words[axis] = append(words[axis], t.wording(axis, v.Label))
		}
	}
	name := append(make([]byte, 0, pcsLength), t.Prefix...)
	for i, part := range row[0] {
		for j, approach := range row[1] {
			for k, device := range row[2] {
				for l, qualifier := range row[3] {
					name = append(name[:tablePrefix], part.Char, approach.Char, device.Char, qualifier.Char)
					codes = append(codes, Code{
						Code:     string(name),
						Billable: true,
						Long: t.title([4]Value{part, approach, device, qualifier},
							[4]string{words[0][i], words[1][j], words[2][k], words[3][l]}),
					})
				}
			}
		}
	}
	return codes
}

// Next returns the values that may follow a prefix of three to six characters, the table's own
// included: those of the next axis in the rows that all earlier characters agree with. They stand
// as in a printed row, digits before letters, each once. It returns nil when the prefix is shorter
// or longer or leaves the table.
func (t *Table) Next(prefix string) []Value {
	axis := len(prefix) - tablePrefix
	if axis < 0 || axis >= len(t.Axes) || !strings.HasPrefix(prefix, t.Prefix) {
		return nil
	}
	var next []Value
	for _, row := range t.Rows {
		if row.holds(prefix[tablePrefix:]) {
			next = append(next, row[axis]...)
		}
	}
	slices.SortStableFunc(next, func(a, b Value) int { return cmp.Compare(a.Char, b.Char) })
	return slices.CompactFunc(next, func(a, b Value) bool { return a.Char == b.Char })
}

// holds reports whether the row has a value for each of the characters, which are those from the
// fourth on.
func (r Row) holds(characters string) bool {
	for axis := range len(characters) {
		if !hasChar(r[axis], characters[axis]) {
			return false
		}
	}
	return true
}

// value finds the value that a character has on an axis of the row.
func (r Row) value(axis int, char byte) (Value, bool) {
	i := slices.IndexFunc(r[axis], func(v Value) bool { return v.Char == char })
	if i < 0 {
		return Value{}, false
	}
	return r[axis][i], true
}

// Values tells what characters 4 to 7 of a code mean; ok is false when the code is not in the
// table (see [Table.Stray]).
func (t *Table) Values(code string) (values [4]Value, ok bool) {
	if len(code) != pcsLength || !strings.HasPrefix(code, t.Prefix) {
		return values, false
	}
	for _, row := range t.Rows {
		if !row.holds(code[tablePrefix:]) {
			continue
		}
		for axis := range values {
			values[axis], _ = row.value(axis, code[tablePrefix+axis])
		}
		return values, true
	}
	return values, false
}

// Stray says why a string is no code of a table: it is the first character that leaves it.
type Stray struct {
	// Position is where the character stands, from 1. It is one past the last for a code that is
	// too short, and 8 for one that is too long.
	Position int
	// Axis names the position, for example "Approach"; empty in the first three and past the seventh.
	Axis string
	// InTable tells that the character has a meaning on this axis, but only in rows that the
	// characters before it rule out: the mistake of mixing rows (guideline A9).
	InTable bool
	// Legal are the values that could stand here, as [Table.Next] gives them.
	Legal []Value
}

// Stray finds the first character that takes a code out of the table; ok is false when there is
// none, that is, when the code is legal.
func (t *Table) Stray(code string) (stray Stray, ok bool) {
	for i := range tablePrefix {
		if i >= len(code) || code[i] != t.Prefix[i] {
			return Stray{Position: i + 1}, true
		}
	}
	for axis, name := range t.Axes {
		i := tablePrefix + axis
		legal := t.Next(code[:i])
		if i < len(code) && hasChar(legal, code[i]) {
			continue
		}
		return Stray{
			Position: i + 1, Axis: name, Legal: legal,
			InTable: i < len(code) && t.uses(axis, code[i]),
		}, true
	}
	if len(code) > pcsLength {
		return Stray{Position: pcsLength + 1}, true
	}
	return Stray{}, false
}

// uses reports whether any row has the character on the axis.
func (t *Table) uses(axis int, char byte) bool {
	return slices.ContainsFunc(t.Rows, func(r Row) bool { return hasChar(r[axis], char) })
}

func hasChar(values []Value, char byte) bool {
	return slices.ContainsFunc(values, func(v Value) bool { return v.Char == char })
}

// fits reports whether every code that the table allows is known.
func (t *Table) fits(known func(code string) bool) bool {
	for _, row := range t.Rows {
		code := []byte(t.Prefix + "    ")
		for _, part := range row[0] {
			for _, approach := range row[1] {
				for _, device := range row[2] {
					for _, qualifier := range row[3] {
						code = append(code[:tablePrefix], part.Char, approach.Char, device.Char, qualifier.Char)
						if !known(string(code)) {
							return false
						}
					}
				}
			}
		}
	}
	return true
}

// fitTables leaves out the tables that allow codes which the set does not have: those of another year that changed
// since, and those onto a choice of codes.
func (s *Set) fitTables(step Step) error {
	fit := make([]Table, 0, len(s.tables))
	for i := range s.tables {
		if s.tables[i].fits(func(code string) bool { _, ok := s.Find(code); return ok }) {
			fit = append(fit, s.tables[i])
		}
		if err := step.call(i, len(s.tables)); err != nil {
			return err
		}
	}
	s.tables = fit
	return nil
}
