package game

import (
	"fmt"
	"strconv"

	"coderounds/codesets"
	"coderounds/game/view"
)

// indexPage is an index: its letters, or the main terms of one. A table of one main term has no letters.
type indexPage struct {
	set    *codesets.Set
	index  *codesets.Index
	letter string // "" for all
	all    []codesets.Letter
	main   []int // the main terms of the letter, or all
}

// indexKeys name the indexes in addresses.
func indexKey(kind codesets.IndexKind) string { return strconv.Itoa(int(kind)) }

// indexOf reads an index from an address.
func indexOf(set *codesets.Set, rest []string) *codesets.Index {
	kind, ok := count(rest, 0, int(codesets.Drugs)+1)
	if !ok {
		return nil
	}
	return set.Index(codesets.IndexKind(kind))
}

func openIndex(_ *codesets.Library, set *codesets.Set, rest []string) place {
	x := indexOf(set, rest)
	if x == nil {
		return nil
	}
	p := &indexPage{set: set, index: x, letter: segment(rest, 1), all: x.Letters()}
	for _, l := range p.all {
		if p.letter == "" || l.Name == p.letter {
			p.main = append(p.main, l.Main...)
		}
	}
	if len(p.main) == 0 {
		return nil
	}
	return p
}

func indexAddress(set *codesets.Set, x *codesets.Index, letter string) string {
	if letter == "" {
		return addressOf("index", set, indexKey(x.Kind))
	}
	return addressOf("index", set, indexKey(x.Kind), letter)
}

func (p *indexPage) address() string { return indexAddress(p.set, p.index, p.letter) }

func (p *indexPage) title() string {
	if p.letter == "" {
		return p.index.Kind.String()
	}
	return p.index.Kind.String() + ", " + p.letter
}

// show implements [place].
func (p *indexPage) show(s *spot) view.Part {
	line := counted(len(p.main), "main term", "main terms")
	way := []string{}
	if p.letter != "" {
		way = []string{p.index.Kind.String(), indexAddress(p.set, p.index, "")}
	} else {
		line = fmt.Sprintf("%s, %s.", line, counted(len(p.index.Terms)-len(p.main), "subterm", "subterms"))
	}
	sheet := sheetOf(p.set, trail(p.set, way...), p.title(), line)
	if from := indexFrom(p.set, p.index); from != "" {
		sheet.Children = append(sheet.Children, muted(from))
	}
	if len(p.main) == 1 {
		sheet.Children = append(sheet.Children, termBody(p.set, p.index, p.main[0], s))
		return sheet
	}
	sheet.Children = append(sheet.Children, s.jump("Jump to a term"))
	switch {
	case p.letter == "" && codesets.Words(s.filter) == nil:
		sheet.Children = append(sheet.Children, p.letters())
	case p.index.Columns != nil:
		sheet.Children = append(sheet.Children, grid(p.set, p.index, p.rows(s.filter), s))
	default:
		sheet.Children = append(sheet.Children, p.terms(s))
	}
	return sheet
}

// indexFrom says which year an index is of, where the codes are of another.
func indexFrom(set *codesets.Set, x *codesets.Index) string {
	if x.Release.String() == set.Release().String() || x.Release.Label == "" {
		return ""
	}
	return fmt.Sprintf("This is the index of %s; the codes are of %s. What it names may have changed since: verify.", x.Release.Label, set.Release().Label)
}

// letters are the letters to press, with how much is behind each.
func (p *indexPage) letters() view.Part {
	row := wrap(8)
	row.Name = "Letters"
	for _, l := range p.all {
		b := button(indexAddress(p.set, p.index, l.Name), fmt.Sprintf("%s, %s", l.Name, counted(len(l.Main), "main term", "main terms")))
		name := code(l.Name, view.Large)
		name.Layout.Justify = view.Center
		few := muted(number(len(l.Main)))
		few.Layout.Justify = view.Center
		b.Children = []view.Part{name, few}
		b.Layout = view.Layout{Pad: 8, MinW: 64}
		row.Children = append(row.Children, b)
	}
	return row
}

// begun are the main terms that begin with what is typed.
func (p *indexPage) begun(typed string) []int {
	if typed == "" {
		return p.main
	}
	var begun []int
	for _, i := range p.main {
		if p.index.Terms[i].Begins(typed) {
			begun = append(begun, i)
		}
	}
	return begun
}

func (p *indexPage) terms(s *spot) view.Part {
	main := p.begun(s.filter)
	return s.page("Main terms", len(main), "main term", "main terms", func(i int) view.Part {
		return closedTerm(p.set, p.index, main[i], 0)
	})
}

// rows are the main terms that begin so, each with what is under it.
func (p *indexPage) rows(typed string) []int {
	var rows []int
	for _, i := range p.begun(typed) {
		for j := i; j < p.index.End(i); j++ {
			rows = append(rows, j)
		}
	}
	return rows
}
