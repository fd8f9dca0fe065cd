package release

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"coderounds/codesets"
)

// A list of CPT Category II codes, as a player who has a licence may keep one: in each line a code, four digits and F, and
// its descriptor, parted by a comma, a semicolon or a tab. A first line may name the columns. Codes of Category I and
// III and the other columns are left out.

// isCPT recognises a list by its first lines: each but the first opens with a five-character code of CPT.
func isCPT(head []byte) bool { return cptSeparator(head) != 0 }

// cptSeparator returns what parts the columns of a list, 0 when it is none.
func cptSeparator(head []byte) rune {
	for _, separator := range "\t,;" {
		lines, codes := 0, 0
		for line := range bytes.Lines(head) {
			code, rest, ok := strings.Cut(strings.TrimSpace(string(line)), string(separator))
			if code = strings.Trim(code, "\" "); ok && isCPTCode(code) && strings.ContainsAny(strings.ToLower(rest), "abcdefghijklmnopqrstuvwxyz") {
				codes++
			}
			if code != "" {
				lines++
			}
		}
		if codes > 0 && codes >= lines-2 { // but for the heading and the line that the end of the head cuts
			return separator
		}
	}
	return 0
}

// isCPTCode tells the shape of the codes and modifiers of CPT.
func isCPTCode(s string) bool {
	switch len(s) {
	case 2:
		return digits(s[:1]) && s[1] == 'P'
	case 5:
		return digits(s[:4]) && isAlphanumeric(s[4])
	}
	return false
}

func isAlphanumeric(c byte) bool { return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' }

// readCPT reads a list.
func readCPT(in *input) (codesets.Draft, error) {
	head := make([]byte, sniffed)
	n, err := io.ReadFull(in, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return codesets.Draft{}, err
	}
	r := csv.NewReader(&records{r: io.MultiReader(bytes.NewReader(head[:n]), in)})
	r.Comma = cptSeparator(head[:n])
	r.FieldsPerRecord = -1
	r.ReuseRecord = true
	r.LazyQuotes = r.Comma == '\t' // where a quote is an inch
	list := cptList{in: in, title: 1}
	list.draft.Release = codesets.Release{System: codesets.CPT2, Private: true}
	list.draft.Codes = codesets.NewCodes(0)
	for {
		cells, err := r.Read()
		var wrong *csv.ParseError
		switch {
		case errors.Is(err, io.EOF) && list.draft.Codes.Len() == 0:
			return codesets.Draft{}, in.errorf(0, "no Category II codes, four digits and F")
		case errors.Is(err, io.EOF):
			return list.draft, nil
		case errors.As(err, &wrong):
			return codesets.Draft{}, in.errorf(wrong.Line, "%w; save the list as CSV again", wrong.Err)
		case err != nil:
			return codesets.Draft{}, err
		}
		line, _ := r.FieldPos(0)
		if err := list.take(cells, line); err != nil {
			return codesets.Draft{}, err
		}
	}
}

// cptList gathers the codes of a list.
type cptList struct {
	in    *input
	draft codesets.Draft
	title int // the column of the descriptors
	begun bool
}

func (l *cptList) take(cells []string, line int) error {
	code := strings.ToUpper(strings.TrimSpace(cells[0]))
	first := !l.begun
	l.begun = true
	switch {
	case first && !isCPTCode(code):
		l.heading(cells)
		return nil
	case code == "":
		return nil
	case !isCPTCode(code):
		return l.in.errorf(line, "%q is not a code of CPT; wanted is a code and its descriptor in each line", code)
	case len(code) == 5 && code[4] != 'F':
		l.in.ama++
		return nil
	case len(cells) <= l.title || strings.TrimSpace(cells[l.title]) == "":
		return l.in.errorf(line, "%s has no descriptor", code)
	case l.draft.Codes.Len() == maxRows:
		return l.in.errorf(line, "more than %d codes; this is no code set", maxRows)
	}
	title := western(strings.TrimSpace(cells[l.title]))
	if len(code) == 2 {
		l.draft.Modifiers = append(l.draft.Modifiers, codesets.Modifier{Code: code, Long: title})
		return nil
	}
	l.draft.Codes.Append(codesets.Code{Code: code, Billable: true, Order: l.draft.Codes.Len() + 1, Long: title})
	return nil
}

// heading finds the column of the descriptors, the longest where there are several.
func (l *cptList) heading(cells []string) {
	best := 0
	for at, cell := range cells[1:] {
		name, rank := strings.ToLower(cell), 0
		if strings.Contains(name, "descript") {
			rank = 1
		}
		if strings.Contains(name, "long") {
			rank += 2
		}
		if rank > best {
			best, l.title = rank, at+1
		}
	}
}
