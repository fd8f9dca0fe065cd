package game

import (
	"fmt"
	"strconv"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// termPage is a term of an index with what is under it.
type termPage struct {
	set   *codesets.Set
	index *codesets.Index
	at    int
	rest  string // words of a reference for which there is no deeper term
}

func openTerm(_ *codesets.Library, set *codesets.Set, rest []string) place {
	x, at, ok := termOf(set, rest)
	if !ok {
		return nil
	}
	return &termPage{set: set, index: x, at: at}
}

// termOf finds the term that an address names: by its index and its position there.
func termOf(set *codesets.Set, rest []string) (x *codesets.Index, at int, ok bool) {
	if x = indexOf(set, rest); x == nil {
		return nil, 0, false
	}
	at, ok = count(rest, 1, len(x.Terms))
	return x, at, ok
}

func termAddress(set *codesets.Set, x *codesets.Index, at int) string {
	return addressOf("term", set, indexKey(x.Kind), strconv.Itoa(at))
}

func (p *termPage) address() string { return termAddress(p.set, p.index, p.at) }

func (p *termPage) title() string { return termName(p.index.Terms[p.at]) }

// termName is the term without its nonessential modifiers. In ICD-10-PCS some terms have only references.
func termName(t codesets.Term) string {
	if t.Title == "" {
		return "This term"
	}
	return t.Title
}

// show implements [place].
func (p *termPage) show(s *spot) view.Part {
	way := []string{p.index.Kind.String(), indexAddress(p.set, p.index, "")}
	path := p.index.Path(p.at)
	if letter := p.letter(path[0]); letter != "" {
		way = append(way, letter, indexAddress(p.set, p.index, letter))
	}
	for _, i := range path[:len(path)-1] {
		way = append(way, termName(p.index.Terms[i]), termAddress(p.set, p.index, i))
	}
	t := p.index.Terms[p.at]
	sheet := sheetOf(p.set, trail(p.set, way...), p.title(), "")
	if t.Aside != "" {
		sheet.Children = append(sheet.Children, muted(t.Aside), muted("Words in parentheses may be in the diagnosis or not; the code is the same."))
	}
	if p.rest != "" {
		sheet.Children = append(sheet.Children, muted("The reference goes on with “"+p.rest+"”: look for it here."))
	}
	if from := indexFrom(p.set, p.index); from != "" {
		sheet.Children = append(sheet.Children, muted(from))
	}
	sheet.Children = append(sheet.Children, termBody(p.set, p.index, p.at, s))
	return sheet
}

// letter is the letter under which a main term stands, "" where there are none to choose from.
func (p *termPage) letter(main int) string {
	if p.index.Columns != nil && len(p.index.Main()) == 1 {
		return ""
	}
	return p.index.Terms[main].Letter()
}

// termBody is where a term sends the coder, and the terms below it: all of them where they are few, else a level at a time.
func termBody(set *codesets.Set, x *codesets.Index, at int, s *spot) view.Part {
	end := x.End(at)
	if x.Columns != nil {
		p := down(8)
		if end-at > perPage {
			p.Children = append(p.Children, s.jump("Jump to a term"))
		}
		return withChild(p, grid(set, x, gridRows(x, at, s.filter), s))
	}
	p := down(12)
	if refs := references(set, x, at); len(refs) > 0 {
		p.Children = append(p.Children, card(4, append([]view.Part{heading("Verify in the Tabular List", view.Small)}, wrap(8, refs...))...))
	}
	if end == at+1 {
		return p
	}
	level := x.Terms[at].Level
	if end-at <= perPage {
		return withChild(p, s.page("Subterms", end-at-1, "subterm", "subterms", func(i int) view.Part {
			return openTermLine(set, x, at+1+i, int(x.Terms[at+1+i].Level-level)-1)
		}))
	}
	below := x.Below(at)
	if len(below) > perPage {
		p.Children = append(p.Children, s.jump("Jump to a subterm"))
		below = begun(x, below, s.filter)
	}
	return withChild(p, s.page("Subterms", len(below), "subterm", "subterms", func(i int) view.Part {
		return closedTerm(set, x, below[i], 0)
	}))
}

// begun keeps the terms that begin with what is typed.
func begun(x *codesets.Index, terms []int, typed string) []int {
	var kept []int
	for _, i := range terms {
		if x.Terms[i].Begins(typed) {
			kept = append(kept, i)
		}
	}
	return kept
}

// closedTerm is an entry for a term: it opens the code where that is all there is, else the term.
func closedTerm(set *codesets.Set, x *codesets.Index, at, depth int) view.Part {
	t := x.Terms[at]
	behind := x.End(at) - at - 1
	if behind == 0 && len(t.References) > 0 {
		return openTermLine(set, x, at, depth)
	}
	item := termItem(termAddress(set, x, at), t, depth)
	if behind > 0 {
		item.Name += ", " + counted(behind, "subterm", "subterms")
	}
	var says []string
	for _, r := range t.References {
		says = append(says, referenceName(x, r))
	}
	if len(says) > 0 {
		item.Name += ": " + strings.Join(says, ", ")
		shown := code(strings.Join(says, " "), view.Body)
		shown.Style.Tone, shown.Style.Mono = tone(set.Release().System), t.References[0].Kind <= codesets.Manifestation
		shown.Style.Bold = shown.Style.Mono
		item.Children = append(item.Children, shown)
	}
	if behind > 0 {
		item.Children = append(item.Children, muted(number(behind)+" ›"))
	}
	return item
}

// openTermLine is a term of which everything below is laid out too: where it sends the coder can be pressed.
func openTermLine(set *codesets.Set, x *codesets.Index, at, depth int) view.Part {
	t := x.Terms[at]
	refs := references(set, x, at)
	if len(refs) != 1 {
		item := termItem("", t, depth)
		if len(refs) > 0 {
			item.Name = ""
			item.Children = append(item.Children, wrap(0, refs...))
			item.Layout.SideBy, item.Layout.Gap, item.Layout.Align = besideTerm, 4, view.Stretch
		}
		return item
	}
	item := termItem(refs[0].ID, t, depth)
	item.Name += ": " + refs[0].Name
	item.Children = append(item.Children, refs[0].Children[0])
	if !refs[0].Children[0].Style.Mono {
		item.Layout.SideBy, item.Layout.Gap, item.Layout.Align = besideTerm, 4, view.Stretch
	}
	return item
}

// besideTerm is the width from which words that a term refers to stand beside it, and not below.
const besideTerm = 480

// termItem is a term as an entry; dashes say how deep it stands, as in the book.
func termItem(id string, t codesets.Term, depth int) view.Part {
	words := termName(t)
	if t.Aside != "" && len(t.Aside) <= 80 {
		words = t.String()
	}
	name := text(strings.Repeat("– ", depth) + words)
	name.Style.Bold = depth == 0
	return view.Part{
		Role: view.Item, ID: id, Name: name.Name, Style: view.Style{Fill: view.Surface},
		Layout:   view.Layout{Axis: view.Across, Gap: 12, Pad: 12, Align: view.Center},
		Children: []view.Part{{Layout: view.Layout{Grow: 1, Justify: view.Center}, Children: []view.Part{name}}},
	}
}

// references are where a term sends the coder, to be pressed.
func references(set *codesets.Set, x *codesets.Index, at int) []view.Part {
	var refs []view.Part
	for n, r := range x.Terms[at].References {
		if none(r.Text) || x.Columns != nil && r.Kind == codesets.Cell {
			continue
		}
		refs = append(refs, referenceButton(set, x, at, n))
	}
	return refs
}

// referenceButton opens what a reference names. A code that the set does not have is in a muted tone.
func referenceButton(set *codesets.Set, x *codesets.Index, at, n int) view.Part {
	r := x.Terms[at].References[n]
	b := codeButton(set, referenceName(x, r), addressOf("refer", set, indexKey(x.Kind), strconv.Itoa(at), strconv.Itoa(n)))
	shown := &b.Children[0]
	switch r.Kind {
	case codesets.See, codesets.SeeAlso, codesets.Use:
		*shown = text(b.Name)
		shown.Style.Tone = view.Accent
	default:
		if _, ok := codeOf(set, r.Text); !ok {
			b.Name += fmt.Sprintf(" (not in %s)", set.Release().Label)
			shown.Style.Tone, shown.Style.Bold = view.Muted, false
		}
	}
	return b
}

// referenceName is a reference as the book prints it.
func referenceName(x *codesets.Index, r codesets.Reference) string {
	switch r.Kind {
	case codesets.Manifestation:
		return "[" + r.Text + "]"
	case codesets.See:
		return "see " + r.Text
	case codesets.SeeAlso:
		return "see also " + r.Text
	case codesets.SeeCategory:
		return "see category " + r.Text
	case codesets.Use:
		return "use " + r.Text
	case codesets.Cell:
		return r.Text
	}
	return r.Text
}
