package view

import (
	"strings"
	"unicode/utf8"
)

// fragment is a word with the spaces before it, or a part of a word that is too long for a line.
type fragment struct {
	space string
	text  string
	bold  bool
	glued bool // belongs to the word before it: no line may break here
}

// said returns what a part without children draws: a field its value, or its hint while it is empty.
func said(p *Part) []Span {
	switch {
	case p.Role == Progress || p.Role == Rule || p.Role == Mark || p.Role == Picture || p.holds():
		return nil
	case p.Role == Field && p.Value != "":
		return []Span{{Text: p.Value}}
	case p.Role == Field:
		return []Span{{Text: p.Hint}}
	case len(p.Spans) > 0:
		return p.Spans
	}
	return []Span{{Text: p.Name}}
}

// holds tells a part that is there for its children: empty, it draws nothing.
func (p *Part) holds() bool {
	switch p.Role {
	case Group, Page, List, Table, Dialog:
		return true
	}
	return false
}

// readable is the most a line of a paragraph holds, as so many widths of a nought: some 68 letters. What
// fits two lines as wide as there is room is no paragraph, and is not broken earlier.
const readable = 60

// lines breaks what the part says to a width. Each line's runs start at 0. A field has one line, however
// long. The lines belong to the layouter.
func (l *layouter) lines(p *Part, width float64) []Line {
	key := measure{p, width}
	lines, ok := l.texts[key]
	if !ok {
		lines = l.set(p, width)
		l.texts[key] = lines
	}
	return lines
}

func (l *layouter) set(p *Part, width float64) []Line {
	spans := said(p)
	if spans == nil {
		return nil
	}
	lines := l.setIn(p, spans, width)
	if measure := readable * l.faces.Width("0", p.Style, false); p.Role == Text && len(lines) > 2 && measure < width {
		width = measure
		lines = l.setIn(p, spans, width)
	}
	if len(lines) < 2 {
		return lines
	}
	s := setter{faces: l.faces, style: p.Style, width: width}
	least := 0.0 // no word may be cut for the sake of looks
	for _, word := range s.words(spans) {
		least = max(least, s.wide(word))
	}
	switch last := lineWidth(lines[len(lines)-1]); {
	case p.Role == Heading:
		lines = l.balance(p, spans, least, width, lines)
	case last < width/5 && least < width*0.85:
		// A last line of one short word is given company, if that makes no further line.
		if fuller := l.setIn(p, spans, width*0.85); len(fuller) == len(lines) {
			lines = fuller
		}
	}
	return lines
}

// balance makes the lines of a heading as even as they can be without a further line.
func (l *layouter) balance(p *Part, spans []Span, low, high float64, lines []Line) []Line {
	most := len(lines)
	for high-low > 4 {
		middle := (low + high) / 2
		if even := l.setIn(p, spans, middle); len(even) <= most {
			lines, high = even, middle
		} else {
			low = middle
		}
	}
	return lines
}

func (l *layouter) setIn(p *Part, spans []Span, width float64) []Line {
	s := setter{faces: l.faces, style: p.Style, width: width, whole: p.Role == Field}
	for _, word := range s.words(spans) {
		s.word(word)
	}
	if len(s.line.Runs) > 0 || len(s.lines) == 0 {
		s.flush()
	}
	return s.lines
}

// setter sets words into lines.
type setter struct {
	faces Faces
	style Style
	width float64
	whole bool // one line, whatever its width
	lines []Line
	line  Line
	x     float64
}

func (s *setter) flush() {
	s.lines = append(s.lines, s.line)
	s.line, s.x = Line{}, 0
}

// word sets a word, on a new line where it does not fit. One that fits no line is broken between its pieces.
func (s *setter) word(word []fragment) {
	if over := s.x + s.wide(word) - s.width; over > 0.01 && s.x > 0 && !s.whole {
		s.flush()
	}
	for i, piece := range word {
		if i > 0 && s.x+s.wide(word[i:i+1]) > s.width+0.01 && !s.whole {
			s.flush()
		}
		if s.x > 0 || s.whole {
			piece.text = piece.space + piece.text
		}
		s.run(piece)
	}
}

func (s *setter) wide(word []fragment) float64 {
	w := 0.0
	for _, piece := range word {
		w += s.faces.Width(piece.space+piece.text, s.style, piece.bold)
	}
	return w
}

func (s *setter) run(piece fragment) {
	n := len(s.line.Runs)
	if n == 0 || s.line.Runs[n-1].Bold != piece.bold {
		s.line.Runs = append(s.line.Runs, Run{Text: piece.text, Bold: piece.bold, X: s.x})
	} else {
		s.line.Runs[n-1].Text += piece.text
	}
	last := &s.line.Runs[len(s.line.Runs)-1]
	last.W = s.faces.Width(last.Text, s.style, last.Bold)
	s.x = last.X + last.W
}

// words groups fragments into what may not be broken. A fragment wider than a line is cut.
func (s *setter) words(spans []Span) [][]fragment {
	var words [][]fragment
	for _, piece := range fragments(spans, s.whole) {
		for first := true; ; first = false {
			rest := ""
			if !s.whole && s.width > 0 && s.faces.Width(piece.text, s.style, piece.bold) > s.width {
				cut := s.fits(piece)
				piece.text, rest = piece.text[:cut], piece.text[cut:]
			}
			if piece.glued && first && len(words) > 0 {
				words[len(words)-1] = append(words[len(words)-1], piece)
			} else {
				words = append(words, []fragment{piece})
			}
			if rest == "" {
				break
			}
			piece.text, piece.space = rest, ""
		}
	}
	return words
}

// fits returns how many bytes of a piece, whole runes and at least one, fit a line.
func (s *setter) fits(piece fragment) int {
	_, cut := utf8.DecodeRuneInString(piece.text)
	for i := range piece.text {
		if i > cut {
			if s.faces.Width(piece.text[:i], s.style, piece.bold) > s.width {
				break
			}
			cut = i
		}
	}
	return cut
}

// fragments cuts spans at spaces. Text that follows a span without a space is glued to it, so that
// a bold beginning and the rest of a word stay together. With keep, all spaces count.
func fragments(spans []Span, keep bool) []fragment {
	var all []fragment
	space, started := "", false
	for _, span := range spans {
		rest := span.Text
		for rest != "" {
			word := strings.TrimLeft(rest, " \n")
			gap := rest[:len(rest)-len(word)]
			switch {
			case gap != "" && keep:
				space = gap
			case gap != "":
				space = " "
			}
			end := strings.IndexAny(word, " \n")
			if end < 0 {
				end = len(word)
			}
			if end > 0 {
				all = append(all, fragment{space: space, text: word[:end], bold: span.Bold, glued: started && space == ""})
				space, started = "", true
			}
			rest = word[end:]
		}
	}
	if keep && space != "" {
		all = append(all, fragment{text: space, glued: true})
	}
	return all
}

func lineWidth(line Line) float64 {
	if len(line.Runs) == 0 {
		return 0
	}
	last := line.Runs[len(line.Runs)-1]
	return last.X + last.W
}

// text breaks and places the text of a part inside a rectangle: from the top, or in the middle of what is pressed.
func (l *layouter) text(p *Part, inner Rect) []Line {
	broken := l.lines(p, inner.W)
	h := l.faces.Height(p.Style)
	y := inner.Y
	switch p.Role {
	case Button, Choice, Chip, KeyCap, Field, Item:
		y += max(0, inner.H-h*float64(len(broken))) / 2
	}
	lines := make([]Line, len(broken))
	for i, line := range broken {
		x := inner.X
		switch spare := max(0, inner.W-lineWidth(line)); {
		case p.Role == Button && p.Layout.Justify == Stretch, p.Layout.Justify == Center, p.Role == KeyCap:
			x += spare / 2
		case p.Layout.Justify == End:
			x += spare
		}
		lines[i] = Line{X: x, Y: y + h*float64(i), H: h, Runs: make([]Run, len(line.Runs))}
		for r, run := range line.Runs {
			run.X += x
			lines[i].Runs[r] = run
		}
	}
	return lines
}
