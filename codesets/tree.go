package codesets

import (
	"slices"
	"strings"
)

// link finds each code's parent, the longest other code that begins it, in one pass: in ASCII
// order a code follows its ancestors, so those still open form a stack. It also learns whether
// official order keeps the codes of every prefix together, as all releases seen so far do.
func (s *Set) link() {
	s.parents = make([]int32, len(s.codes))
	var open []int32
	for r, name := range s.names {
		for len(open) > 0 && !strings.HasPrefix(name, s.codes[open[len(open)-1]].Code) {
			open = open[:len(open)-1]
		}
		i := s.place[r]
		s.parents[i] = -1
		if len(open) > 0 {
			s.parents[i] = open[len(open)-1]
		}
		open = append(open, i)
	}
	s.inBlocks = keepsBlocks(s.codes)
}

// keepsBlocks reports whether each prefix occurs in one run only. A prefix is closed when a code
// without it follows; meeting a closed one again breaks a block. Prefixes of one to seven
// characters that open between two neighbours are those longer than what the two share.
func keepsBlocks(codes []Code) bool {
	closed := make(map[string]struct{}, len(codes)*3/2)
	previous := ""
	for _, c := range codes {
		shared := 0
		for shared < len(previous) && shared < len(c.Code) && previous[shared] == c.Code[shared] {
			shared++
		}
		for n := shared + 1; n <= len(c.Code); n++ {
			if _, again := closed[c.Code[:n]]; again {
				return false
			}
			closed[c.Code[:n]] = struct{}{}
		}
		previous = c.Code
	}
	return true
}

// Parent returns the position of the code that the code at i hangs under, or -1.
func (s *Set) Parent(i int) int { return int(s.parents[i]) }

// Children returns the positions of the codes directly under the one at i, in official order.
func (s *Set) Children(i int) []int {
	lo, hi := s.bounds(s.codes[i].Code)
	var kids []int
	for _, p := range s.place[lo:hi] {
		if s.parents[p] == int32(i) {
			kids = append(kids, int(p))
		}
	}
	slices.Sort(kids)
	return kids
}

// Siblings returns the positions of the other codes under the same parent, in official order;
// none for a code at the top.
func (s *Set) Siblings(i int) []int {
	parent := s.Parent(i)
	if parent < 0 {
		return nil
	}
	return slices.DeleteFunc(s.Children(parent), func(j int) bool { return j == i })
}

// Path returns the positions from the category down to i itself.
func (s *Set) Path(i int) []int {
	var path []int
	for j := i; j >= 0; j = s.Parent(j) {
		path = append(path, j)
	}
	slices.Reverse(path)
	return path
}

// Groups returns the chapter and the sections that hold the code at i, outermost first: sections may
// lie within wider ones, as T20-T32 within T07-T88. Any may be missing.
func (s *Set) Groups(i int) []Group {
	g := s.groupOf[i]
	if g < 0 {
		return nil
	}
	own := s.groups[g]
	var around []Group
	for _, outer := range s.groups[:g] {
		if outer.holds(own.First) && outer.holds(own.Last) {
			around = append(around, outer)
		}
	}
	return append(around, own)
}
