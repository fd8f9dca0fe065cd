package release

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
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

	orderRow = 140 // bytes of a usual row
)

// isOrder recognises an order file by its first line.
func isOrder(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	_, err := parseOrder(strings.TrimRight(string(line), "\r"))
	return err == nil
}

// parseOrder reads one row.
func parseOrder(line string) (codesets.Code, error) {
	if len(line) <= orderLong {
		return codesets.Code{}, fmt.Errorf("%d characters, a row of an order file has at least %d; the file may be cut short", len(line), orderLong+1)
	}
	if !utf8.ValidString(line) {
		return codesets.Code{}, errors.New("not plain text; save the file as UTF-8 or fetch it again")
	}
	number := 0
	for _, c := range []byte(line[orderNumber : orderNumber+5]) {
		if c < '0' || c > '9' {
			return codesets.Code{}, fmt.Errorf("columns 1 to 5 hold %q, not an order number", line[:5])
		}
		number = 10*number + int(c-'0')
	}
	code := strings.TrimRight(line[orderCode:orderCode+7], " ")
	if !isCode(code) {
		return codesets.Code{}, fmt.Errorf("columns 7 to 13 hold %q, not a code", code)
	}
	flag := line[orderFlag]
	if flag != '0' && flag != '1' {
		return codesets.Code{}, fmt.Errorf("column 15 holds %q, not the billable flag 0 or 1", flag)
	}
	long := trimmed(line[orderLong:])
	if long == "" {
		return codesets.Code{}, fmt.Errorf("%s has no title", code)
	}
	short := trimmed(line[orderShort:orderLong])
	return codesets.Code{Code: code, Billable: flag == '1', Order: number, Short: short, Long: long}, nil
}

// isCode tells a string of three to seven capitals and digits. More is not asked: the second and
// third character of ICD-10-CM may be letters (C4A, QA0).
func isCode(s string) bool {
	if len(s) < 3 || len(s) > 7 {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// readOrder reads all rows, which must come in the order of their numbers.
func readOrder(in *input) (codesets.Draft, error) {
	last := 0
	return readRows(in, orderRow, func(line string, before int) (codesets.Code, error) {
		code, err := parseOrder(line)
		if err == nil && before > 0 && code.Order <= last {
			err = fmt.Errorf("order number %d follows %d; the rows are not in order", code.Order, last)
		}
		last = code.Order
		return code, err
	})
}
