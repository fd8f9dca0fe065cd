package release

import (
	"bytes"
	"errors"
	"io"
	"strings"

	"coderounds/codesets"
)

// Columns of a HCPCS record, from 0 (CMS, "HCPCS Contractor Record" layout). Records were 91, 293 or 320 long in different
// years; what lies beyond the end of one is empty.
const (
	hcpcsCode      = 0  // 5 characters; a modifier has 3 blanks before it
	hcpcsSequence  = 5  // 5 digits
	hcpcsRecord    = 10 // 3 code, 4 continued, 7 modifier, 8 continued
	hcpcsLong      = 11 // 80 characters
	hcpcsShort     = 91 // 28 characters
	hcpcsShortEnd  = 119
	hcpcsCoverage  = 229
	hcpcsAdded     = 268
	hcpcsEffective = 276
	hcpcsEnded     = 284
	hcpcsAction    = 292
)

// isHCPCS recognises fixed-width text by a record among its first lines; some years have disclaimers before it.
func isHCPCS(head []byte) bool {
	for line := range bytes.Lines(head) {
		if kind := recordKind(strings.TrimRight(string(line), "\r\n")); kind == '3' || kind == '7' {
			return true
		}
	}
	return false
}

// recordKind returns the record identification of a line, 0 when it is no record.
func recordKind(line string) byte {
	if len(line) <= hcpcsLong || !digits(line[hcpcsSequence:hcpcsRecord]) || strings.IndexByte("3478", line[hcpcsRecord]) < 0 {
		return 0
	}
	code := strings.TrimLeft(line[hcpcsCode:hcpcsSequence], " ")
	if len(code) != 2 && len(code) != 5 || strings.Contains(code, " ") {
		return 0
	}
	return line[hcpcsRecord]
}

// readHCPCS reads fixed-width text. A long description goes on in continuation records, joined with one blank.
func readHCPCS(in *input) (codesets.Draft, error) {
	t := hcpcsReader{hcpcs: newHCPCS(in), lines: newLines(in)}
	for {
		line, err := t.lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return codesets.Draft{}, err
		}
		if err := t.take(line); err != nil {
			return codesets.Draft{}, err
		}
	}
	if err := t.flush(); err != nil {
		return codesets.Draft{}, err
	}
	return t.finish()
}

// hcpcsReader holds the record that may go on.
type hcpcsReader struct {
	*hcpcs
	lines *lines
	entry entry
	from  int // line of the entry, 0 before the first

	width  int  // of the first record
	uneven bool // not all are of this width: some keep their blanks at the end, some not
}

func (t *hcpcsReader) take(line string) error {
	kind := recordKind(line)
	switch {
	case kind != 0:
	case t.from == 0 || strings.TrimSpace(line) == "":
		return nil // a disclaimer
	default:
		return t.in.errorf(t.lines.number, "%q is no HCPCS record; the file may be damaged, fetch it again", western(line[:min(len(line), 20)]))
	}
	if t.from == 0 {
		t.width = len(line)
	}
	if t.lines.ended && !t.uneven && len(line) < t.width {
		return t.in.errorf(t.lines.number, "a record of %d characters after some of %d; the file is cut short, fetch it again", len(line), t.width)
	}
	t.uneven = t.uneven || len(line) != t.width
	if kind == '4' || kind == '8' {
		return t.goOn(line)
	}
	if err := t.flush(); err != nil {
		return err
	}
	t.begin(line)
	return nil
}

// begin takes the record that opens an entry.
func (t *hcpcsReader) begin(line string) {
	t.from = t.lines.number
	t.entry = entry{
		code:      line[hcpcsCode:hcpcsSequence],
		long:      western(trimmed(columns(line, hcpcsLong, hcpcsShort))),
		short:     western(trimmed(columns(line, hcpcsShort, hcpcsShortEnd))),
		coverage:  columns(line, hcpcsCoverage, hcpcsCoverage+1),
		added:     columns(line, hcpcsAdded, hcpcsAdded+8),
		effective: columns(line, hcpcsEffective, hcpcsEffective+8),
		ended:     columns(line, hcpcsEnded, hcpcsEnded+8),
		action:    columns(line, hcpcsAction, hcpcsAction+1),
	}
}

// goOn takes a record that continues the description of the entry.
func (t *hcpcsReader) goOn(line string) error {
	code := line[hcpcsCode:hcpcsSequence]
	switch {
	case t.from == 0 || code != t.entry.code:
		return t.in.errorf(t.lines.number, "the record goes on with %s, which the one before is not of", strings.TrimSpace(code))
	case len(t.entry.long) > 2*maxLine:
		return t.in.errorf(t.lines.number, "the description of %s is longer than %d characters", strings.TrimSpace(code), 2*maxLine)
	}
	t.entry.long = strings.TrimSpace(t.entry.long + " " + western(trimmed(columns(line, hcpcsLong, hcpcsShort))))
	return nil
}

// flush takes the entry that is now complete.
func (t *hcpcsReader) flush() error {
	if t.from == 0 {
		return nil
	}
	return t.add(t.entry, t.from)
}

// columns returns part of a line, or what there is of it.
func columns(line string, from, to int) string {
	return line[min(from, len(line)):min(to, len(line))]
}
