package release

import (
	"errors"
	"io"

	"coderounds/codesets"
)

// readRows reads a file of one code a line; size is the least a line takes. take reads a line, and is told the codes
// before it.
func readRows(in *input, size int64, take func(line []byte, before []codesets.Code) (codesets.Code, error)) (codesets.Draft, error) {
	codes := make([]codesets.Code, 0, in.rows(size))
	l := newLines(in)
	for {
		line, err := l.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return codesets.Draft{}, err
		}
		if len(line) == 0 {
			continue
		}
		code, err := take(line, codes)
		switch {
		case err != nil:
			return codesets.Draft{}, in.errorf(l.number, "%w", err)
		case len(codes) == maxRows:
			return codesets.Draft{}, in.errorf(l.number, "more than %d rows; this is no code set", maxRows)
		}
		codes = append(codes, code)
	}
	if len(codes) == 0 {
		return codesets.Draft{}, in.errorf(0, "no rows")
	}
	return codesets.Draft{Release: codesets.Release{System: systemOf(codes)}, Codes: codes}, nil
}
