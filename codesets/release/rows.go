package release

import (
	"errors"
	"io"
	"strings"

	"coderounds/codesets"
)

// readRows reads a file of one code a line; size is the least a line takes. take reads a line, and is told the codes
// before it.
func readRows(in *input, size int64, take func(line string, before []codesets.Code) (codesets.Code, error)) (codesets.Draft, error) {
	codes := make([]codesets.Code, 0, in.rows(size))
	l := newLines(in)
	var kept keeper
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
		code, err := take(kept.keep(line), codes)
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

// keeper makes strings of lines, several hundred of them in one piece of memory.
type keeper struct{ room strings.Builder }

func (k *keeper) keep(line []byte) string {
	const roomy = 64 << 10
	if k.room.Cap()-k.room.Len() < len(line) {
		k.room.Reset() // lets go of what is full, without touching it
		k.room.Grow(roomy)
	}
	begin := k.room.Len()
	k.room.Write(line)
	return k.room.String()[begin:]
}
