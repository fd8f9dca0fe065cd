package release

import (
	"errors"
	"io"
	"strings"

	"coderounds/codesets"
)

// readRows reads a file of one code a line; size is the least a line takes. take reads a line, and is told how many codes are
// before it.
func readRows(in *input, size int64, take func(line string, before int) (codesets.Code, error)) (codesets.Draft, error) {
	codes := codesets.NewCodes(in.rows(size) / 8) // to begin with: all the room at once would hold a page for long
	if err := in.pause(); err != nil {
		return codesets.Draft{}, err
	}
	l := newLines(in)
	procedures := true
	for {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return codesets.Draft{}, err
		}
		if line == "" {
			continue
		}
		code, err := take(line, codes.Len())
		switch {
		case err != nil:
			return codesets.Draft{}, in.errorf(l.number, "%w", err)
		case codes.Len() == maxRows:
			return codesets.Draft{}, in.errorf(l.number, "more than %d rows; this is no code set", maxRows)
		}
		codes.Append(code)
		procedures = procedures && isProcedure(code)
	}
	if codes.Len() == 0 {
		return codesets.Draft{}, in.errorf(0, "no rows")
	}
	draft := codesets.Draft{Release: codesets.Release{System: codesets.ICD10CM}, Codes: codes}
	if procedures {
		draft.Release.System = codesets.ICD10PCS
	}
	return draft, nil
}

// isProcedure tells what all rows of ICD-10-PCS are: codes of seven characters under headers of three.
func isProcedure(c codesets.Code) bool {
	if c.Billable {
		return len(c.Code) == 7
	}
	return len(c.Code) == 3
}

// trimmed is a column without the blanks around it, of which there are many behind it.
func trimmed(column string) string {
	const blanks = "                "
	for strings.HasSuffix(column, blanks) {
		column = column[:len(column)-len(blanks)]
	}
	return strings.TrimSpace(column)
}
