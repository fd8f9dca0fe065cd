package exchange

import "strings"

// row is one row of a sheet.
type row struct {
	number, line int // see [Problem]
	cells        []string
	fault        string // why it could not be split into cells; "" when it could
}

// blank tells a row in which nothing is written.
func (r row) blank() bool {
	for _, c := range r.cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return r.fault == ""
}

// rows splits text into rows as RFC 4180 has it. Unlike encoding/csv it goes on after a fault, with the line after the
// one where the faulty row begins, and counts rows as a spreadsheet does, empty ones included.
//
// Cost: linear. A quotation mark that is not closed sends the search to the end of the text, but no second one can, since what
// is inside the quotes of the first is outside those of the second.
type rows struct {
	rest   string
	comma  byte
	number int // rows read
	line   int // lines read
}

func (r *rows) next() (row, bool) {
	if r.rest == "" {
		return row{}, false
	}
	cells, size, fault := splitRow(r.rest, r.comma)
	if fault != "" {
		first, _, _ := strings.Cut(r.rest, "\n")
		size = min(len(first)+1, len(r.rest))
		if r.comma == '\t' { // some spreadsheets save tabs without ever quoting: there the mark stands for itself
			cells, fault = strings.Split(first, "\t"), ""
		}
	}
	got := row{number: r.number + 1, line: r.line + 1, cells: cells, fault: fault}
	r.number++
	r.line += strings.Count(r.rest[:size], "\n")
	r.rest = r.rest[size:]
	return got, true
}

// The faults a row can have.
const (
	faultStray = `a quotation mark stands where none may; put the whole cell in quotation marks and write each one within it twice ("")`
	faultOpen  = "a quotation mark is opened and never closed; close it at the end of the cell"
)

// splitRow splits the first row of text and returns its size in bytes, its line feed included.
func splitRow(text string, comma byte) (cells []string, size int, fault string) {
	for at := 0; ; at++ {
		cell, n, fault := splitCell(text[at:], comma)
		if fault != "" {
			return nil, 0, fault
		}
		cells = append(cells, cell)
		if at += n; at == len(text) {
			return cells, at, ""
		}
		if text[at] == '\n' {
			return cells, at + 1, ""
		}
	}
}

// splitCell returns the first cell of text and where the separator behind it stands. Blanks around
// quotes are passed over: people who write CSV by hand put one after the comma.
func splitCell(text string, comma byte) (cell string, size int, fault string) {
	if inside := strings.TrimLeft(text, " "); strings.HasPrefix(inside, `"`) {
		blanks := len(text) - len(inside)
		cell, size, fault = splitQuoted(inside, comma)
		return cell, blanks + size, fault
	}
	size = strings.IndexAny(text, string([]byte{comma, '\n'}))
	if size < 0 {
		size = len(text)
	}
	if strings.Contains(text[:size], `"`) {
		return "", 0, faultStray
	}
	return text[:size], size, ""
}

// splitQuoted is splitCell for text that begins with a quotation mark.
func splitQuoted(text string, comma byte) (cell string, size int, fault string) {
	end := 1
	for {
		next := strings.IndexByte(text[end:], '"')
		if next < 0 {
			return "", 0, faultOpen
		}
		end += next + 1
		if !strings.HasPrefix(text[end:], `"`) {
			break
		}
		end++
	}
	rest := strings.TrimLeft(text[end:], " ")
	if rest != "" && rest[0] != comma && rest[0] != '\n' {
		return "", 0, faultStray
	}
	return strings.ReplaceAll(text[1:end-1], `""`, `"`), len(text) - len(rest), ""
}
