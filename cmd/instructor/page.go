package main

import (
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// plainWidth is how wide a page is where no terminal says so, and mostWidth how wide at most: longer lines are hard to read.
const (
	plainWidth = 100
	mostWidth  = 110
)

// page is text set for a terminal: paragraphs and rows, wrapped between words.
type page struct {
	b     strings.Builder
	width int
}

func (p *page) String() string { return p.b.String() }

// gap leaves a line empty, but not the first.
func (p *page) gap() {
	if p.b.Len() > 0 {
		p.b.WriteByte('\n')
	}
}

// text sets a paragraph.
func (p *page) text(s string) { p.wrap("", 0, s) }

// heading sets a line over what follows.
func (p *page) heading(s string) {
	p.gap()
	p.text(s)
}

// rule parts what stands below from what stands above.
func (p *page) rule() {
	if p.b.Len() > 0 {
		p.b.WriteString("\n" + strings.Repeat("─", min(p.width, mostWidth)) + "\n\n")
	}
}

// item sets a line below a heading, by so many steps to the right.
func (p *page) item(steps int, s string) { p.wrap("", 2*steps, s) }

// row sets text behind a label, which has a column of its own.
func (p *page) row(label string, column int, s string) {
	p.wrap("  "+label+strings.Repeat(" ", max(column-utf8.RuneCountInString(label), 0)), 2+column+2, s)
}

// wrap sets text behind a label with an indent, and further lines of it below one another.
func (p *page) wrap(label string, indent int, s string) {
	room := max(min(p.width, mostWidth)-indent, 20)
	p.b.WriteString(label + strings.Repeat(" ", max(indent-utf8.RuneCountInString(label), min(len(label), 2))))
	at := 0
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case at == 0:
		case at+1+n > room:
			p.b.WriteString("\n" + strings.Repeat(" ", indent))
			at = 0
		default:
			p.b.WriteByte(' ')
			at++
		}
		p.b.WriteString(word)
		at += n
	}
	p.b.WriteByte('\n')
}

// answer writes an answer as a page or as a JSON document.
func (d *desk) answer(document any, set func(*page)) error {
	if d.json {
		e := json.NewEncoder(d.out)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		return e.Encode(document)
	}
	p := &page{width: d.width}
	set(p)
	_, err := d.out.Write([]byte(p.String()))
	return err
}
