package codesets

import (
	"math/bits"
	"slices"
	"strings"
)

// names are what codes are called beside their titles, in one part of a set: in the Tabular List by its inclusion terms, or
// in the index by the paths that lead to them. They do not depend on the codes of a set, so that a part
// that stays while codes are replaced need not be read anew; link joins them to codes.
type names struct {
	words wordIndex // without its order: list is by rank
	list  []name
	leads []string // the codes that names lead to, or the beginnings of codes, each once
}

// name is one of them: where it stands, and by number where it leads.
type name struct {
	lead uint32
	// at is the position of a term in the index of a kind, or where kind is 0, the number of a note among those of the code.
	at   int32
	kind IndexKind
	// ref is the reference of the term that leads to the code, or that to another term which does.
	ref uint8
}

// linkedNames are names with the codes of a set.
type linkedNames struct {
	*names
	// ranks has for each lead the ranks of the titles of its codes, the best first, from starts[lead] to the next start.
	ranks  []int32
	starts []uint32
}

// link joins names to the codes of a set. A lead that is a code is to that code, even to a header; one that only begins
// codes, as in ICD-10-PCS, is to all of them. Cost: some 50 ns for each lead.
func (n *names) link(s *Set, rankOf []int32) linkedNames {
	l := linkedNames{names: n, starts: make([]uint32, 1, len(n.leads)+1)}
	for _, lead := range n.leads {
		lo, hi := s.blocks.find(lead)
		if at, is := s.blocks.exact(lead); is {
			lo, hi = at, at+1
		}
		first := len(l.ranks)
		l.ranks = append(l.ranks, rankOf[lo:hi]...)
		slices.Sort(l.ranks[first:])
		l.starts = append(l.starts, uint32(len(l.ranks)))
	}
	return l
}

// codes returns the ranks of the titles of the codes that a name leads to.
func (l *linkedNames) codes(n *name) []int32 { return l.ranks[l.starts[n.lead]:l.starts[n.lead+1]] }

// addCodes adds the ranks of the titles of the codes that the found names lead to.
func (l *linkedNames) addCodes(titles, found bitmap) {
	for i, ranks := range found {
		for ; ranks != 0; ranks &= ranks - 1 {
			for _, rank := range l.codes(&l.list[i<<6|bits.TrailingZeros64(ranks)]) {
				titles.add(int(rank))
			}
		}
	}
}

// linkNames joins the names of each part to the codes: those of the index first, as they come first among hits. Cost: about
// 2 ms where there are most, between two calls of pause.
func (s *Set) linkNames(pause func() error) error {
	s.names = nil
	var rankOf []int32 // of each position
	for _, part := range []*names{s.indexNames, s.noteNames} {
		if part == nil {
			continue
		}
		if rankOf == nil {
			rankOf = make([]int32, s.Len())
			for rank, at := range s.words.order {
				rankOf[at] = int32(rank)
			}
		}
		s.names = append(s.names, part.link(s, rankOf))
		if err := pause(); err != nil {
			return err
		}
	}
	return nil
}

// says writes a name as the book does, with where it stands.
func (s *Set) says(at int, n *name) string {
	if n.kind == 0 {
		note := s.notes[s.Code(at)][n.at]
		return note.Kind.String() + ": " + note.Text
	}
	x := s.Index(n.kind)
	path := x.Path(int(n.at))
	titles := make([]string, 0, len(path))
	for _, term := range path {
		if title := x.Terms[term].Title; title != "" {
			titles = append(titles, title)
		}
	}
	text := x.Kind.String() + ": " + strings.Join(titles, ", ")
	switch ref := x.Terms[n.at].References[n.ref]; {
	case ref.Kind == Cell:
		text += " · " + x.Columns[ref.Column-1]
	case ref.Kind == See || ref.Kind == Beginning && n.ref > 0:
		if ref.Kind == Beginning {
			ref = x.Terms[n.at].References[n.ref-1]
		}
		if ref.Kind == See {
			text += " — see " + ref.Text
		}
	}
	return text
}
