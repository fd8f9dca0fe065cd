package screen

import (
	"slices"
	"unicode"
)

// editor is one line of text being edited on a desktop, in runes. Text between from and to is selected; to is
// the end that moves, the caret.
type editor struct {
	text     []rune
	from, to int
}

// set begins with a text, the caret at its end.
func (e *editor) set(text string) {
	e.text = []rune(text)
	e.from, e.to = len(e.text), len(e.text)
}

// adopt takes what the scene made of the text: capital letters, fewer of them. The caret keeps its distance
// from the end.
func (e *editor) adopt(text string) {
	after := len(e.text) - e.to
	e.text = []rune(text)
	e.to = max(0, len(e.text)-after)
	e.from = e.to
}

func (e *editor) span() (start, end int) { return min(e.from, e.to), max(e.from, e.to) }

func (e *editor) selected() string {
	start, end := e.span()
	return string(e.text[start:end])
}

// insert puts text, without line breaks and other controls, in place of what is selected.
func (e *editor) insert(text string) {
	clean := slices.DeleteFunc([]rune(text), unicode.IsControl)
	start, end := e.span()
	e.text = slices.Replace(e.text, start, end, clean...)
	e.from = start + len(clean)
	e.to = e.from
}

// erase removes what is selected, or else the rune before (by -1) or after (by 1) the caret. With word,
// it is the word.
func (e *editor) erase(by int, word bool) {
	if e.from == e.to {
		e.from = e.next(by, word)
	}
	e.insert("")
}

// move moves the caret by a rune or a word; with selecting, what it passes is selected. Without, it first leaves
// what is selected to that side.
func (e *editor) move(by int, word, selecting bool) {
	start, end := e.span()
	switch {
	case selecting:
		e.to = e.next(by, word)
		return
	case start == end || word:
		e.to = e.next(by, word)
	case by < 0:
		e.to = start
	default:
		e.to = end
	}
	e.from = e.to
}

// place puts the caret at a rune.
func (e *editor) place(at int, selecting bool) {
	e.to = min(max(0, at), len(e.text))
	if !selecting {
		e.from = e.to
	}
}

func (e *editor) selectAll() { e.from, e.to = 0, len(e.text) }

// next is where the caret would be.
func (e *editor) next(by int, word bool) int {
	at := min(max(0, e.to+by), len(e.text))
	if !word {
		return at
	}
	// A word ends before a letter that follows none, seen from the left, and after one seen from the right.
	for at > 0 && at < len(e.text) && !(letter(e.text[at]) != letter(e.text[at-1]) && letter(e.text[at]) == (by < 0)) {
		at += by
	}
	return at
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
