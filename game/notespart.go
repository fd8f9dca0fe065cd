package game

import (
	"fmt"

	"coderounds/codesets"
	"coderounds/game/view"
)

// notesOf lists notes with their kind and the ancestor each comes from; the codes that they name can be opened. It has no
// children when there are none. The mark tells its links from others of the page; without one there are no links. The last line says which release they are of.
func notesOf(set *codesets.Set, notes []codesets.Inherited, title, mark string) view.Part {
	if len(notes) == 0 {
		return view.Part{}
	}
	c := card(10, heading(title, view.Small))
	last := ""
	for i, n := range notes {
		if group := n.Kind.String() + " · " + n.From; group != last {
			last = group
			kind := text(n.Kind.String())
			kind.Style.Bold = true
			c.Children = append(c.Children, across(8, kind, muted("from "+n.From)))
		}
		line := text(n.Text)
		if mark != "" {
			line = noteLine(set, n.Text, fmt.Sprintf("%s.note.%d", mark, i))
		}
		c.Children = append(c.Children, line)
	}
	if from := fromLine(set, codesets.NotesPart, "Notes are"); from != "" {
		c.Children = append(c.Children, muted(from))
	}
	return c
}

// noteLine is a note and the codes that it names.
func noteLine(set *codesets.Set, says, mark string) view.Part {
	links := wrap(4)
	for m, mention := range codesets.Mentions(says) {
		if span, ok := set.Span(mention); ok {
			links.Children = append(links.Children, mentionLink(set, mention, span, fmt.Sprintf("%s.%d", mark, m)))
		}
	}
	switch len(links.Children) {
	case 0:
		return text(says)
	case 1:
		line := across(8, grow(text(says)), links.Children[0])
		return line
	}
	return down(4, text(says), links)
}

// mentionLink opens a code that a text names, or a range of codes.
func mentionLink(set *codesets.Set, m codesets.Mention, span codesets.Span, mark string) view.Part {
	format := set.Release().System.Format
	if at, ok := set.Find(m.First); ok && m.First == m.Last {
		return codeButton(set, format(m.First), marked(mark, codeID("", codesets.Hit{Set: set, At: at})))
	}
	name := format(m.First)
	if m.Last != m.First {
		name += "–" + format(m.Last)
	}
	return codeButton(set, name, marked(mark, addressOf("span", set, m.First, m.Last)))
}

// codeButton is a code in the code face that opens something.
func codeButton(set *codesets.Set, name, id string) view.Part {
	b := button(id, name)
	b.Children[0] = code(name, view.Body)
	b.Children[0].Style.Tone = tone(set.Release().System)
	b.Style = view.Style{Tone: view.Muted}
	b.Layout.Pad, b.Layout.MinH = 8, 48
	return b
}

// spanPage lists the codes of a range that a note or an index names.
type spanPage struct {
	set         *codesets.Set
	first, last string
	tops        []int
}

func openSpan(_ *codesets.Library, set *codesets.Set, rest []string) place {
	m := codesets.Mention{First: segment(rest, 0), Last: segment(rest, 1)}
	span, ok := set.Span(m)
	if !ok {
		return nil
	}
	return &spanPage{set, m.First, m.Last, set.Tops(span)}
}

func (p *spanPage) address() string { return addressOf("span", p.set, p.first, p.last) }

func (p *spanPage) title() string {
	format := p.set.Release().System.Format
	if p.first == p.last {
		return format(p.first) + " and what begins so"
	}
	return format(p.first) + " to " + format(p.last)
}

// show implements [place].
func (p *spanPage) show(s *spot) view.Part {
	sheet := sheetOf(p.set, trail(p.set), p.title(), "In official order, what hangs under each of them too.")
	sheet.Children = append(sheet.Children, s.codes(p.set, "Codes"+chosen(p.set), "", p.tops))
	return sheet
}
