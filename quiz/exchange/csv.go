package exchange

import (
	"fmt"
	"io"
	"strings"

	"coderounds/quiz"
)

// Recognised tells by the first bytes of a file, as many as are at hand, whether it is a question file.
func Recognised(head []byte) bool {
	text, err := decode(head)
	if err != nil {
		return false
	}
	_, _, err = findHeader(text)
	return err == nil
}

// ReadCSV reads a question file; name is what the file is called in problems. bad lists the rows that
// were left out, and columns that are not read, in the order of the file. err tells why nothing at all could be read.
// Cost: about 15 µs a row.
func ReadCSV(r io.Reader, name string) (items []quiz.Item, bad []Problem, err error) {
	text, err := readText(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read questions from %s: %w", name, err)
	}
	header, body, err := findHeader(text)
	if err != nil {
		return nil, nil, fmt.Errorf("read questions from %s: %w", name, err)
	}
	s := sheet{file: name, header: header, rowOf: make(map[string]int)}
	if len(header.unknown) > 0 {
		s.problem(header.row, fmt.Sprintf("not read: the columns %s; the columns that are read are %s", quoted(header.unknown), known()))
	}
	for {
		r, ok := body.next()
		if !ok {
			return s.items, s.bad, nil
		}
		if !r.blank() {
			s.take(r)
		}
	}
}

// sheet gathers what the rows of a file give.
type sheet struct {
	file   string
	header header
	rowOf  map[string]int // by id, of good and bad rows
	items  []quiz.Item
	bad    []Problem
}

func (s *sheet) problem(r row, says string) {
	s.bad = append(s.bad, Problem{File: s.file, Row: r.number, Line: r.line, Says: says})
}

// take makes an item or a problem of a row.
func (s *sheet) take(r row) {
	if r.fault != "" {
		s.problem(r, r.fault)
		return
	}
	c := &record{header: s.header, cells: r.cells}
	if !c.fits() {
		s.problem(r, strings.Join(c.faults, "; also: "))
		return
	}
	it := c.item()
	if first, again := s.rowOf[it.ID]; !again {
		s.rowOf[it.ID] = r.number
	} else if it.ID == c.raw(colID) {
		c.fault("the id %s stands in row %d already; give each question its own", it.ID, first)
	} else {
		c.fault("the question stands in row %d already; remove one of them, or give each an id that is a name, not a number", first)
	}
	if len(c.faults) > 0 {
		s.problem(r, strings.Join(c.faults, "; also: "))
		return
	}
	s.items = append(s.items, it)
}

func quoted(names []string) string {
	all := make([]string, len(names))
	for i, n := range names {
		all[i] = quote(n)
	}
	return strings.Join(all, ", ")
}

// known lists the columns as our own files name them.
func known() string {
	columns := []column{colID, colSystem, colTopic, colTag, colType, colQuestion, colAnswer, colCorrect, colRationale, colSource}
	names := make([]string, len(columns))
	for i, c := range columns {
		names[i] = string(c)
	}
	return strings.Join(names, ", ") + ", option_a to option_d and reason_a to reason_d"
}
