package release

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"coderounds/codesets"
)

// Bounds on sheets: the HCPCS workbook has 48 columns, and its heading is in row 8 or above.
const (
	maxColumns = 256
	maxRecord  = 1 << 20 // bytes of a row
	headingRow = 40
)

// sheet reads the rows of a table by the names of its columns, once the row that names them has come. Rows before it
// are disclaimers.
type sheet struct {
	*hcpcs
	columns map[string]int // by name; nil before the heading
	entry   entry
	from    int
}

// row takes the cells of one row.
func (s *sheet) row(cells []string, number int) error {
	if s.columns == nil {
		if columns := heading(cells); columns != nil {
			s.columns = columns
		} else if number > headingRow {
			return errForeign
		}
		return nil
	}
	cell := func(names ...string) string {
		for _, name := range names {
			if at, ok := s.columns[name]; ok && at < len(cells) {
				return strings.TrimSpace(cells[at])
			}
		}
		return ""
	}
	e := entry{
		code: cell("HCPC", "HCPCS", "HCPCSCODE"), long: cell("LONGDESCRIPTION"), short: cell("SHORTDESCRIPTION"),
		coverage: cell("COV"), action: cell("ACTIONCD", "ACTIONCODE"),
		added: cell("ADDDT", "ADDDATE"), effective: cell("ACTEFFDT"), ended: cell("TERMDT", "TERMDATE"),
	}
	switch kind := cell("RECID"); {
	case e.code == "" && e.long == "":
		return nil
	case kind == "4" || kind == "8":
		if e.code != s.entry.code {
			return s.in.errorf(number, "the row goes on with %s, which the one before is not of", e.code)
		}
		if s.entry.long += " " + e.long; len(s.entry.long) > maxRecord {
			return s.in.errorf(number, "the description of %s is longer than %d characters", e.code, maxRecord)
		}
		return nil
	}
	if err := s.flush(); err != nil {
		return err
	}
	s.entry, s.from = e, number
	return nil
}

// flush takes the entry that is now complete.
func (s *sheet) flush() error {
	if s.from == 0 {
		return nil
	}
	return s.add(s.entry, s.from)
}

// end returns what the rows came to.
func (s *sheet) end() (codesets.Draft, error) {
	if s.columns == nil {
		return codesets.Draft{}, errForeign
	}
	if err := s.flush(); err != nil {
		return codesets.Draft{}, err
	}
	return s.finish()
}

// heading returns the columns by their names, in capitals and without blanks and signs, or nil when the row does not
// name those that a HCPCS release must have.
func heading(cells []string) map[string]int {
	columns := make(map[string]int, len(cells))
	for at, cell := range cells[:min(len(cells), maxColumns)] {
		name := strings.Map(func(r rune) rune {
			if r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' {
				return r
			}
			return -1
		}, strings.ToUpper(cell))
		if _, known := columns[name]; !known {
			columns[name] = at
		}
	}
	_, code := columns["HCPC"]
	if !code {
		_, code = columns["HCPCS"]
	}
	if !code {
		_, code = columns["HCPCSCODE"]
	}
	if _, long := columns["LONGDESCRIPTION"]; !code || !long {
		return nil
	}
	if _, record := columns["RECID"]; !record {
		return nil // a report of changes has codes and titles too
	}
	return columns
}

// separatorOf returns what parts the cells of the heading among the first lines of a text, 0 when it has none.
func separatorOf(head []byte) rune {
	for line := range bytes.Lines(head) {
		if !bytes.Contains(bytes.ToUpper(line), []byte("HCPC")) {
			continue // it names no column of codes
		}
		for _, separator := range ",;\t" {
			if heading(strings.Split(strings.TrimSpace(string(line)), string(separator))) != nil {
				return separator
			}
		}
	}
	return 0
}

func isSheet(head []byte) bool { return separatorOf(head) != 0 }

// readSheet reads the HCPCS workbook saved as text: cells parted by commas, semicolons or tabs.
func readSheet(in *input) (codesets.Draft, error) {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return codesets.Draft{}, err
	}
	r := csv.NewReader(&records{r: io.MultiReader(bytes.NewReader(head[:n]), in)})
	r.Comma = separatorOf(head[:n])
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	s := sheet{hcpcs: newHCPCS(in)}
	for {
		cells, err := r.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return s.end()
		case errors.As(err, &wrong):
			return codesets.Draft{}, in.errorf(wrong.Line, "%w; save the workbook as CSV again", wrong.Err)
		case err != nil:
			return codesets.Draft{}, err
		}
		for i, cell := range cells {
			cells[i] = western(cell)
		}
		line, _ := r.FieldPos(0)
		if err := s.row(cells, line); err != nil {
			return codesets.Draft{}, err
		}
	}
}

// records fails when a record of CSV is too long, since its parser holds it whole. A line end within quotes ends none.
type records struct {
	r      io.Reader
	quoted bool
	length int
}

func (l *records) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for _, c := range p[:n] {
		l.length++
		switch {
		case c == '"':
			l.quoted = !l.quoted
		case c == '\n' && !l.quoted:
			l.length = 0
		}
		if l.length > maxRecord {
			return 0, fmt.Errorf("a row is longer than %d characters; this is no release file", maxRecord)
		}
	}
	return n, err
}
