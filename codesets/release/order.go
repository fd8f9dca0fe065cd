package release

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"coderounds/codesets"
)

// Columns of an order file, from 0 (CMS, "ICD-10-CM/PCS Order File" layout).
const (
	orderNumber = 0  // 5 digits
	orderCode   = 6  // 7 characters, padded
	orderFlag   = 14 // 1 billable, 0 header
	orderShort  = 16 // 60 characters, padded
	orderLong   = 77 // to the end of the line
	maxLine     = 4096
	maxRows     = 1 << 20
	rowsPerStep = 512
)

// isOrder recognises an order file by its first line.
func isOrder(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	_, err := parseOrder(bytes.TrimRight(line, "\r"))
	return err == nil
}

// parseOrder reads one row.
func parseOrder(line []byte) (codesets.Code, error) {
	if len(line) <= orderLong {
		return codesets.Code{}, fmt.Errorf("%d characters, a row of an order file has at least %d; the file may be cut short", len(line), orderLong+1)
	}
	if !utf8.Valid(line) {
		return codesets.Code{}, errors.New("not plain text; save the file as UTF-8 or fetch it again")
	}
	number := 0
	for _, c := range line[orderNumber : orderNumber+5] {
		if c < '0' || c > '9' {
			return codesets.Code{}, fmt.Errorf("columns 1 to 5 hold %q, not an order number", line[:5])
		}
		number = 10*number + int(c-'0')
	}
	code := bytes.TrimRight(line[orderCode:orderCode+7], " ")
	if !isCode(code) {
		return codesets.Code{}, fmt.Errorf("columns 7 to 13 hold %q, not a code", code)
	}
	flag := line[orderFlag]
	if flag != '0' && flag != '1' {
		return codesets.Code{}, fmt.Errorf("column 15 holds %q, not the billable flag 0 or 1", flag)
	}
	long := string(bytes.TrimSpace(line[orderLong:]))
	if long == "" {
		return codesets.Code{}, fmt.Errorf("%s has no title", code)
	}
	short := long
	if s := bytes.TrimSpace(line[orderShort:orderLong]); string(s) != long {
		short = string(s)
	}
	return codesets.Code{Code: string(code), Billable: flag == '1', Order: number, Short: short, Long: long}, nil
}

// isCode tells a string of three to seven capitals and digits. More is not asked: the second and
// third character of ICD-10-CM may be letters (C4A, QA0).
func isCode(b []byte) bool {
	if len(b) < 3 || len(b) > 7 {
		return false
	}
	for _, c := range b {
		if (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// readOrder reads all rows; steps are bytes. The rows must come in the order of their numbers.
func readOrder(r io.Reader, name string, step codesets.Step) ([]codesets.Code, error) {
	var codes []codesets.Code
	in := bufio.NewReaderSize(io.LimitReader(r, maxText), 64<<10)
	read := 0
	for n := 1; ; n++ {
		line, err := readLine(in)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, &Error{name, n, err}
		}
		read += len(line) + 1
		line = bytes.TrimRight(line, "\r\x1a")
		if len(line) == 0 {
			continue
		}
		code, err := parseOrder(line)
		switch {
		case err != nil:
			return nil, &Error{name, n, err}
		case len(codes) > 0 && code.Order <= codes[len(codes)-1].Order:
			return nil, &Error{name, n, fmt.Errorf("order number %d follows %d; the rows are not in order", code.Order, codes[len(codes)-1].Order)}
		case len(codes) == maxRows:
			return nil, &Error{name, n, fmt.Errorf("more than %d rows; this is no code set", maxRows)}
		}
		codes = append(codes, code)
		if n%rowsPerStep == 0 {
			if err := step(read, 0); err != nil {
				return nil, err
			}
		}
	}
	if len(codes) == 0 {
		return nil, &Error{name, 0, errors.New("no rows")}
	}
	return codes, nil
}

// readLine returns the next line without its end, good until the next call. A line that is too long is an error, so
// that a file without line ends costs no memory.
func readLine(in *bufio.Reader) ([]byte, error) {
	line, err := in.ReadSlice('\n')
	switch {
	case errors.Is(err, bufio.ErrBufferFull) || len(line) > maxLine:
		return nil, fmt.Errorf("longer than %d characters; this is no order file", maxLine)
	case errors.Is(err, io.EOF) && len(line) > 0:
		return line, nil
	case err != nil && !errors.Is(err, io.EOF):
		return nil, fmt.Errorf("the file is damaged (%w); fetch it again", err)
	case err != nil:
		return nil, err
	}
	return line[:len(line)-1], nil
}

// systemOf tells which system's order file the codes are from: every code of ICD-10-PCS has seven
// characters under headers of three, and tables begin with the digit of their section.
func systemOf(codes []codesets.Code) codesets.System {
	for _, c := range codes {
		if (c.Billable && len(c.Code) != 7) || (!c.Billable && len(c.Code) != 3) {
			return codesets.ICD10CM
		}
	}
	return codesets.ICD10PCS
}
