package release

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"coderounds/codesets"
)

// Columns of a codes file, from 0 (CMS, "ICD-10-CM/PCS Codes File" layout).
const (
	codesCode  = 0 // 7 characters, padded
	codesTitle = 8 // to the end of the line

	codesRow = 70 // bytes of a usual row
)

// isCodes recognises a codes file: its first lines are rows of one.
func isCodes(head []byte) bool {
	const enough = 3
	rows := 0
	for line := range bytes.Lines(head) {
		if line[len(line)-1] != '\n' && rows > 0 || rows == enough {
			break // the last may be cut by the end of the head
		}
		if _, err := parseCodes(strings.TrimRight(string(line), "\r\n")); err != nil {
			return false
		}
		rows++
	}
	return rows > 0
}

// parseCodes reads one row.
func parseCodes(line string) (codesets.Code, error) {
	if len(line) <= codesTitle || line[codesTitle-1] != ' ' || line[codesTitle] == ' ' {
		return codesets.Code{}, errors.New("not a code in columns 1 to 7 and its title from column 9; the file may be damaged")
	}
	code := strings.TrimRight(line[codesCode:codesTitle], " ")
	if !isCode(code) || !strings.ContainsAny(code[:3], "0123456789") {
		return codesets.Code{}, fmt.Errorf("columns 1 to 7 hold %q, not a code", code)
	}
	return codesets.Code{Code: code, Billable: true, Long: western(line[codesTitle:])}, nil
}

// readCodes reads all rows. They are the billable codes in official order; a codes file has no headers.
func readCodes(in *input) (codesets.Draft, error) {
	return readRows(in, codesRow, func(line string, before int) (codesets.Code, error) {
		code, err := parseCodes(line)
		code.Order = before + 1
		return code, err
	})
}
