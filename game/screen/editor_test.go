package screen

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// picture shows a text with its caret, or what is selected in brackets.
func (e *editor) picture() string {
	start, end := e.span()
	if start == end {
		return string(e.text[:start]) + "|" + string(e.text[start:])
	}
	return string(e.text[:start]) + "[" + e.selected() + "]" + string(e.text[end:])
}

func edited(text string) *editor {
	var e editor
	at := strings.IndexByte(text, '|')
	e.set(text[:at])
	e.text = append(e.text, []rune(text[at+1:])...)
	return &e
}

func TestEditor(t *testing.T) {
	tests := []struct {
		name, from string
		do         func(*editor)
		want       string
	}{
		{"insert", "fr|c", func(e *editor) { e.insert("a") }, "fra|c"},
		{"a pasted line has no breaks", "|", func(e *editor) { e.insert("S72\n.0\t") }, "S72.0|"},
		{"erase before", "äb|", func(e *editor) { e.erase(-1, false); e.erase(-1, false); e.erase(-1, false) }, "|"},
		{"erase after", "|ab", func(e *editor) { e.erase(1, false) }, "|b"},
		{"erase a word", "neck of femur|", func(e *editor) { e.erase(-1, true) }, "neck of |"},
		{"erase what is selected", "ab|cd", func(e *editor) { e.selectAll(); e.erase(-1, false) }, "|"},
		{"type over", "ab|cd", func(e *editor) { e.selectAll(); e.insert("x") }, "x|"},
		{"left", "ab|", func(e *editor) { e.move(-1, false, false) }, "a|b"},
		{"left at the beginning", "|ab", func(e *editor) { e.move(-1, false, false) }, "|ab"},
		{"select to the left", "abc|", func(e *editor) { e.move(-1, false, true); e.move(-1, false, true) }, "a[bc]"},
		{"and leave to the left", "abc|", func(e *editor) { e.move(-1, false, true); e.move(-1, false, false) }, "ab|c"},
		{"and to the right", "abc|", func(e *editor) { e.move(-1, false, true); e.move(1, false, false) }, "abc|"},
		{"a word to the left", "neck of| femur", func(e *editor) { e.move(-1, true, false) }, "neck |of femur"},
		{"a word to the right", "neck| of femur", func(e *editor) { e.move(1, true, false) }, "neck of| femur"},
		{"place", "abc|", func(e *editor) { e.place(1, false); e.place(9, true) }, "a[bc]"},
		{"the scene capitalises", "s7|2", func(e *editor) { e.adopt("S72") }, "S7|2"},
		{"the scene adds a dot at the end", "s720|", func(e *editor) { e.adopt("S72.0") }, "S72.0|"},
		{"the scene refuses", "S72!|", func(e *editor) { e.adopt("S72") }, "S72|"},
		{"the scene empties it", "S7|2", func(e *editor) { e.adopt("") }, "|"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			e := edited(test.from)
			test.do(e)
			require.Equal(t, test.want, e.picture())
		})
	}
}

func TestEditorStaysInItsText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e editor
		for range rapid.IntRange(0, 30).Draw(t, "steps") {
			by := rapid.SampledFrom([]int{-1, 1}).Draw(t, "by")
			word, selecting := rapid.Bool().Draw(t, "word"), rapid.Bool().Draw(t, "selecting")
			text := rapid.StringN(0, 6, -1).Draw(t, "text")
			switch rapid.IntRange(0, 5).Draw(t, "step") {
			case 0:
				e.insert(text)
			case 1:
				e.erase(by, word)
			case 2:
				e.move(by, word, selecting)
			case 3:
				e.place(rapid.IntRange(-2, 12).Draw(t, "at"), selecting)
			case 4:
				e.adopt(text)
			case 5:
				e.selectAll()
			}
			start, end := e.span()
			require.True(t, 0 <= start && start <= end && end <= len(e.text))
		}
	})
}
