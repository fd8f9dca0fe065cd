package exchange

import (
	"fmt"
	"strconv"
	"strings"
)

// ankiHeader is what the lines of "#key:value" at the top of a file say (Anki manual, "Text Files", "File Headers").
type ankiHeader struct {
	keys      int // lines that were understood
	lines     int // lines passed
	separator byte
	html      bool
	deck      string
	tags      []string
	// Columns by number, from 1; 0 where there is none.
	guidColumn, typeColumn, deckColumn, tagsColumn int
	// fault is why the file cannot be read, in faultLine.
	fault     string
	faultLine int
}

// separators by the names that Anki gives them.
var ankiSeparators = map[string]byte{
	"tab": '\t', "comma": ',', "semicolon": ';', "space": ' ', "pipe": '|', "colon": ':',
	"\t": '\t', ",": ',', ";": ';', " ": ' ', "|": '|', ":": ':',
}

// readAnkiHeader reads the header lines, and returns the text behind them.
func readAnkiHeader(text string) (h ankiHeader, rest string) {
	for rest = text; rest != ""; h.lines++ {
		line, after, _ := strings.Cut(rest, "\n")
		tags, older := strings.CutPrefix(line, "tags:")
		switch {
		case older:
			h.tags = append(h.tags, strings.Fields(tags)...)
		case strings.HasPrefix(line, "#"):
			h.line(line[1:])
		default:
			if h.separator == 0 {
				h.separator = guessSeparator(line)
			}
			return h, rest
		}
		rest = after
	}
	return h, rest
}

// line reads a header line; what it does not know is a comment.
func (h *ankiHeader) line(line string) {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return
	}
	h.keys++
	trimmed := strings.TrimSpace(value)
	switch key {
	case "separator":
		if h.separator, ok = ankiSeparators[strings.ToLower(trimmed)]; !ok {
			if h.separator, ok = ankiSeparators[value]; !ok {
				h.faulty("the separator %s is not known; export with tabs", quote(value))
			}
		}
	case "html":
		h.html = strings.EqualFold(trimmed, "true")
	case "deck":
		h.deck = trimmed
	case "tags":
		h.tags = append(h.tags, strings.Fields(value)...)
	case "notetype", "columns", "if matches":
	case "guid column":
		h.guidColumn = h.column(key, trimmed)
	case "notetype column":
		h.typeColumn = h.column(key, trimmed)
	case "deck column":
		h.deckColumn = h.column(key, trimmed)
	case "tags column":
		h.tagsColumn = h.column(key, trimmed)
	default:
		h.keys--
	}
}

func (h *ankiHeader) column(key, value string) int {
	n, err := strconv.Atoi(value)
	if err != nil || n < 1 || n > 1000 {
		h.faulty("%s %s is not the number of a column", key, quote(value))
		return 0
	}
	return n
}

func (h *ankiHeader) faulty(format string, args ...any) {
	if h.fault == "" {
		h.fault, h.faultLine = fmt.Sprintf(format, args...), h.lines+1
	}
}

// guessSeparator takes the first of these that the first note has, as Anki does.
func guessSeparator(line string) byte {
	for _, c := range []byte{'\t', '|', ';', ':', ',', ' '} {
		if strings.IndexByte(line, c) >= 0 {
			return c
		}
	}
	return '\t'
}

// note reads a row: special columns, and the fields between them in order.
func (h *ankiHeader) note(r row) (ankiNote, error) {
	n := ankiNote{deck: h.deck, tags: h.tags}
	var fields []string
	for i, cell := range r.cells {
		switch i + 1 {
		case h.guidColumn:
			n.guid = strings.TrimSpace(cell)
		case h.typeColumn:
			n.kind = strings.TrimSpace(cell)
		case h.deckColumn:
			n.deck = strings.TrimSpace(cell)
		case h.tagsColumn:
			n.tags = append(h.tags[:len(h.tags):len(h.tags)], strings.Fields(cell)...)
		default:
			fields = append(fields, cell)
		}
	}
	var err error
	for i, field := range fields {
		if fields[i], err = plainField(field, h.html); err != nil {
			return ankiNote{}, fmt.Errorf("field %d: %w", i+1, err)
		}
	}
	for len(fields) < 2 {
		fields = append(fields, "")
	}
	n.front, n.back, n.extra = fields[0], fields[1], strings.Join(fields[2:], "\n")
	return n, n.check()
}
