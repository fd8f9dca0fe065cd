package exchange

import (
	"errors"
	"fmt"
	"strings"

	"coderounds/codesets"
)

// A column is something that a row can say, by the name that our own files use for it.
type column string

const (
	colID        column = "id"
	colSystem    column = "system"
	colTopic     column = "topic"
	colTag       column = "tag"
	colType      column = "type"
	colQuestion  column = "question"
	colAnswer    column = "answer"
	colCorrect   column = "correct_option"
	colRationale column = "rationale"
	colSource    column = "source"
)

// letters are the options that a row can have.
const letters = "abcd"

func option(i int) column { return "option_" + column(letters[i:i+1]) }
func reason(i int) column { return "reason_" + column(letters[i:i+1]) }

// fold brings a name into the form in which names are compared: "Option A" and "option_a" are one.
func fold(name string) string { return strings.Join(codesets.Words(name), "") }

// columnNamed knows the columns by the names that programs and people give them; ok is false for others.
func columnNamed(name string) (c column, ok bool) {
	folded := fold(name)
	switch folded {
	case "id", "guid", "itemid", "questionid":
		return colID, true
	case "system", "codesystem", "codeset", "book":
		return colSystem, true
	case "topic":
		return colTopic, true
	case "tag", "tags", "category", "subject":
		return colTag, true
	case "type", "kind", "questiontype":
		return colType, true
	case "question", "questiontext", "prompt", "front", "stem":
		return colQuestion, true
	case "answer", "answers", "back", "correctanswer", "rightanswer":
		return colAnswer, true
	case "correctoption", "correct", "correctchoice", "rightoption":
		return colCorrect, true
	case "rationale", "explanation", "feedback", "why":
		return colRationale, true
	case "source", "reference", "citation":
		return colSource, true
	}
	if i, ok := lettered(folded, "option", "choice", "answer", ""); ok {
		return option(i), true
	}
	if i, ok := lettered(folded, "reason", "feedback", "rationale", "why"); ok {
		return reason(i), true
	}
	return "", false
}

// lettered reads "optiona" or "option1", for any of the words, as 0.
func lettered(folded string, words ...string) (i int, ok bool) {
	for _, w := range words {
		rest, ok := strings.CutPrefix(folded, w)
		if !ok || len(rest) != 1 {
			continue
		}
		if i := strings.Index(letters, rest); i >= 0 {
			return i, true
		}
		if i := int(rest[0]) - '1'; w != "" && i >= 0 && i < len(letters) {
			return i, true
		}
	}
	return 0, false
}

// header says which column stands where.
type header struct {
	row     row
	at      map[column]int
	unknown []string // columns that are not read
	twice   error    // two columns of one meaning
}

func newHeader(r row) header {
	h := header{row: r, at: make(map[column]int)}
	for i, name := range r.cells {
		name = strings.TrimSpace(name)
		c, ok := columnNamed(name)
		first, again := h.at[c]
		switch {
		case name == "":
			continue
		case !ok:
			h.unknown = append(h.unknown, name)
		case again:
			h.twice = fmt.Errorf("row %d: the columns %s and %s both mean %s; keep one of them",
				r.number, quote(strings.TrimSpace(r.cells[first])), quote(name), c)
		default:
			h.at[c] = i
		}
	}
	return h
}

func (h header) has(c column) bool { _, ok := h.at[c]; return ok }

// usable tells a header from which questions can be read.
func (h header) usable() bool {
	return h.row.fault == "" && h.has(colQuestion) && (h.has(colAnswer) || h.has(option(0)))
}

// findHeader finds the separator and reads the rows up to the header: the one of the separators that makes most sense of it.
func findHeader(text string) (header, *rows, error) {
	var best header
	var body *rows
	for _, comma := range []byte{',', ';', '\t'} {
		all := &rows{rest: text, comma: comma}
		if h, ok := firstHeader(all); ok && (body == nil || len(h.at) > len(best.at)) {
			best, body = h, all
		}
	}
	switch {
	case body == nil:
		return header{}, nil, errors.New("no header; the first row must name the columns: question and answer, or question, option_a, option_b and correct_option")
	case best.row.fault != "":
		return header{}, nil, fmt.Errorf("row %d, the header: %s", best.row.number, best.row.fault)
	case !best.usable():
		return header{}, nil, fmt.Errorf("row %d names no columns that can be read; it must name question and answer, or question, option_a, option_b and correct_option", best.row.number)
	case best.twice != nil:
		return header{}, nil, best.twice
	}
	return best, body, nil
}

// firstHeader passes over what some programs write before the header: comments, and the separator as "sep=;".
func firstHeader(all *rows) (header, bool) {
	for {
		r, ok := all.next()
		if !ok {
			return header{}, false
		}
		if r.blank() || r.fault == "" && (strings.HasPrefix(r.cells[0], "#") || strings.HasPrefix(r.cells[0], "sep=")) {
			continue
		}
		return newHeader(r), true
	}
}
