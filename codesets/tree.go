package codesets

import "slices"

// Parent returns the position of the code that the code at i hangs under, or -1: the longest other code that begins it.
func (s *Set) Parent(i int) int {
	code, n := s.blocks.at(i)
	for n--; n >= categoryChars; n-- {
		if parent, ok := s.blocks.exact(string(code[:n])); ok {
			return parent
		}
	}
	return -1
}

// Children returns the positions of the codes directly under the one at i, in official order.
func (s *Set) Children(i int) []int {
	_, end := s.blocks.find(s.Code(i))
	var kids []int
	for kid := i + 1; kid < end; {
		kids = append(kids, kid)
		kid = s.behind(kid)
	}
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
	g := s.groupOf[s.blocks.category(i)]
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
