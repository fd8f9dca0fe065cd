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
	case p.Role == Progress || p.Role == Rule || p.Role == Mark:
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

// lines breaks what the part says to a width. Each line's runs start at 0.
func (l *layouter) lines(p *Part, width float64) []Line {
	var lines []Line
	var line Line
	x := 0.0
	flush := func() {
		lines = append(lines, line)
		line, x = Line{}, 0
	}
	add := func(text string, bold bool) {
		w := l.faces.Width(text, p.Style, bold)
		if n := len(line.Runs); n > 0 && line.Runs[n-1].Bold == bold {
			last := &line.Runs[n-1]
			last.Text += text
			last.W = l.faces.Width(last.Text, p.Style, bold)
			x = last.X + last.W
			return
		}
		line.Runs = append(line.Runs, Run{Text: text, Bold: bold, X: x, W: w})
		x += w
	}
	for _, word := range l.words(p, width) {
		wide := 0.0
		for _, piece := range word {
			wide += l.faces.Width(piece.space+piece.text, p.Style, piece.bold)
		}
		if x > 0 && x+wide > width+0.01 && p.Role != Field {
			flush()
		}
		for i, piece := range word {
			if i > 0 || x > 0 {
				piece.text = piece.space + piece.text
			}
			add(piece.text, piece.bold)
		}
	}
	if len(line.Runs) > 0 || len(lines) == 0 {
		flush()
	}
	if len(lines) == 1 && len(lines[0].Runs) == 0 && (p.Role == Progress || p.Role == Rule) {
		return nil
	}
	return lines
}

// words groups the fragments of a part's text into what may not be broken. A word wider than the line is cut.
func (l *layouter) words(p *Part, width float64) [][]fragment {
	var words [][]fragment
	for _, piece := range fragments(said(p), p.Role == Field) {
		if piece.glued && len(words) > 0 {
			words[len(words)-1] = append(words[len(words)-1], piece)
			continue
		}
		for p.Role != Field && width > 0 && l.faces.Width(piece.text, p.Style, piece.bold) > width && len(piece.text) > 1 {
			cut := l.fits(piece.text, p.Style, piece.bold, width)
			head := piece
			head.text, piece.text, piece.space = piece.text[:cut], piece.text[cut:], ""
			words = append(words, []fragment{head})
		}
		words = append(words, []fragment{piece})
	}
	return words
}

// fits returns how many bytes of text, whole runes and at least one, fit a width.
func (l *layouter) fits(text string, style Style, bold bool, width float64) int {
	cut := 0
	for i := range text {
		if i > 0 && l.faces.Width(text[:i], style, bold) > width {
			break
		}
		cut = i
	}
	if cut == 0 {
		_, cut = utf8.DecodeRuneInString(text)
	}
	return cut
}

// fragments cuts spans at spaces. Text that follows a span without a space is glued to it, so that
// a bold beginning and the rest of a word stay together. In a field all spaces count.
func fragments(spans []Span, keep bool) []fragment {
	var all []fragment
	space, started := "", false
	for _, span := range spans {
		rest := span.Text
		for rest != "" {
			word := strings.TrimLeft(rest, " \n")
			gap := rest[:len(rest)-len(word)]
			if gap != "" {
				space = " "
				if keep {
					space = gap
				}
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

// text breaks and places the text of a part inside a rectangle, in the middle of its height.
func (l *layouter) text(p *Part, inner Rect) []Line {
	lines := l.lines(p, inner.W)
	h := l.faces.Height(p.Style)
	y := inner.Y
	switch p.Role {
	case Button, Choice, Chip, KeyCap, Field, Item:
		y += max(0, inner.H-h*float64(len(lines))) / 2
	}
	for i := range lines {
		x := inner.X
		switch spare := inner.W - lineWidth(lines[i]); {
		case p.Role == Button && p.Layout.Justify == Stretch, p.Layout.Justify == Center, p.Role == KeyCap:
			x += spare / 2
		case p.Layout.Justify == End:
			x += spare
		}
		lines[i].X, lines[i].Y, lines[i].H = x, y+h*float64(i), h
		for r := range lines[i].Runs {
			lines[i].Runs[r].X += x
		}
	}
	return lines
}
