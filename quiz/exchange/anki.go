package exchange

import (
	"bufio"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"html"
	"io"
	"slices"
	"strings"
	"unicode"

	"coderounds/quiz"
)

// RecognisedAnki tells by the first bytes of a file whether it is notes as Anki exports them to plain text: lines of
// "#key:value" come first.
func RecognisedAnki(head []byte) bool {
	text, err := decode(head)
	if err != nil {
		return false
	}
	h, _ := readAnkiHeader(text)
	return h.keys > 0
}

// ReadAnki reads Anki's "Notes in Plain Text"; name is what the file is called in problems. What it makes of notes stands in
// the package comment. bad lists the notes that were left out, err tells why nothing at all could be read.
func ReadAnki(r io.Reader, name string) (items []quiz.Item, bad []Problem, err error) {
	text, err := readText(r)
	if err != nil {
		return nil, nil, fmt.Errorf("read notes from %s: %w", name, err)
	}
	h, rest := readAnkiHeader(text)
	if h.keys == 0 {
		return nil, nil, fmt.Errorf("read notes from %s: no line like #separator:tab at the beginning; export from Anki as \"Notes in Plain Text\"", name)
	}
	if h.fault != "" {
		return nil, nil, fmt.Errorf("read notes from %s: line %d: %s", name, h.faultLine, h.fault)
	}
	d := ankiDeck{file: name, header: h, rowOf: make(map[string]int)}
	body := &rows{rest: rest, comma: h.separator, number: h.lines, line: h.lines}
	for {
		r, ok := body.next()
		if !ok {
			break
		}
		if !r.blank() {
			d.take(r)
		}
	}
	d.offerLong()
	return d.items, d.bad, nil
}

// ankiDeck gathers what the notes of a file give.
type ankiDeck struct {
	file   string
	header ankiHeader
	rowOf  map[string]int // by id
	items  []quiz.Item
	long   []longNote
	bad    []Problem
}

func (d *ankiDeck) problem(r row, format string, args ...any) {
	d.bad = append(d.bad, Problem{File: d.file, Row: r.number, Line: r.line, Says: fmt.Sprintf(format, args...)})
}

// take makes items or a problem of a note.
func (d *ankiDeck) take(r row) {
	if r.fault != "" {
		d.problem(r, "%s", r.fault)
		return
	}
	n, err := d.header.note(r)
	if err != nil {
		d.problem(r, "%v", err)
		return
	}
	made := n.items()
	if len(made) == 0 {
		d.problem(r, "no gap holds a letter or a digit")
	}
	for _, it := range made {
		if first, again := d.rowOf[it.ID]; again {
			d.problem(r, "the note stands in row %d already; remove one of them", first)
			return
		}
		d.rowOf[it.ID] = r.number
		if it.Kind == quiz.Choose || typable(it.Answers[0]) {
			d.items = append(d.items, it)
		} else {
			d.long = append(d.long, longNote{it, r})
		}
	}
}

// What is asked to be typed is no longer than this: longer answers can be known and yet not typed letter for letter.
const (
	typedWords = 5
	typedRunes = 40
)

func typable(answer string) bool {
	return len(strings.Fields(answer)) <= typedWords && len([]rune(answer)) <= typedRunes
}

// ankiID makes a lasting id of what is lasting in a note.
func ankiID(parts ...string) string {
	sum := sha256.Sum256([]byte(strings.Join(parts, "\n")))
	return "anki-" + hex.EncodeToString(sum[:8])
}

// WriteAnki writes questions as notes of type Basic that Anki imports from text (2.1.55 or newer): a deck for each book under the
// given one, topics as tags. Options are listed on the front; on the back stand the answer, why, and the source.
func WriteAnki(w io.Writer, items []quiz.Item, deck string) error {
	out := bufio.NewWriter(w)
	out.WriteString("#separator:tab\n#html:true\n#notetype:Basic\n#columns:Front\tBack\tDeck\tTags\n#deck column:3\n#tags column:4\n")
	for i := range items {
		it := &items[i]
		book := "Across the books"
		if it.System != 0 {
			book = it.System.String()
		}
		cells := []string{front(it), back(it), deck + "::" + book, tag(it.Topic)}
		for c := range cells {
			cells[c] = quotedCell(cells[c])
		}
		out.WriteString(strings.Join(cells, "\t") + "\n")
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write notes for Anki: %w", err)
	}
	return nil
}

func front(it *quiz.Item) string {
	parts := []string{html.EscapeString(it.Question)}
	for i, o := range it.Options {
		parts = append(parts, fmt.Sprintf("%c. %s", 'A'+i, html.EscapeString(o.Text)))
	}
	return strings.Join(parts, "<br>")
}

func back(it *quiz.Item) string {
	answer := strings.Join(it.Answers, " | ")
	for i, o := range it.Options {
		if o.Right {
			answer = fmt.Sprintf("%c. %s", 'A'+i, o.Text)
		}
	}
	more := []string{it.Rationale}
	for i, o := range it.Options {
		if o.Reason != "" {
			more = append(more, fmt.Sprintf("Not %c: %s", 'A'+i, o.Reason))
		}
	}
	if it.Source != "" {
		more = append(more, "Source: "+it.Source)
	}
	says := html.EscapeString(answer)
	if behind := strings.Join(slices.DeleteFunc(more, func(s string) bool { return s == "" }), "\n"); behind != "" {
		says += "<br><br>" + strings.ReplaceAll(html.EscapeString(behind), "\n", "<br>")
	}
	return says
}

// tag is a topic as a tag, which holds no blanks.
func tag(topic string) string {
	return strings.Join(strings.FieldsFunc(cmp.Or(topic, "untitled"), func(r rune) bool {
		return unicode.IsSpace(r) || r == ',' || r == '"'
	}), "_")
}

// quotedCell puts a cell in quotation marks where the table needs it. A first cell that begins with # would be a comment.
func quotedCell(s string) string {
	if strings.ContainsAny(s, "\t\n\"") || strings.HasPrefix(s, "#") {
		return `"` + strings.ReplaceAll(s, `"`, `""`) + `"`
	}
	return s
}
