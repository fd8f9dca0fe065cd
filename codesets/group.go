package codesets

import (
	"bytes"
	"slices"
	"sort"
)

// Level tells what kind of [Group] a group is.
type Level uint8

// A chapter holds sections, a section holds categories. ICD-10-PCS and HCPCS Level II have only sections.
const (
	Chapter Level = iota + 1
	Section
)

// Group is a chapter or a section of a set.
type Group struct {
	Level Level
	// Label is the chapter's number ("4") or the section's range ("E08-E13"), as printed.
	Label string
	Title string
	// First and Last bound the group: every code whose beginning lies between them, in ASCII
	// order, belongs to it. Three characters in ICD-10-CM, one in the other systems.
	First, Last string
}

// Key identifies the group among the notes of a set, for example "chapter 4" or "section E08-E13".
func (g Group) Key() string {
	if g.Level == Chapter {
		return "chapter " + g.Label
	}
	return "section " + g.Label
}

func (g *Group) holds(code string) bool {
	return g.begins(code) && code[:min(len(code), len(g.Last))] <= g.Last
}

// begins tells whether the group begins no later than a code.
func (g *Group) begins(code string) bool {
	return code != "" && code[:min(len(code), len(g.First))] >= g.First
}

// names reports whether the label of the group says a category.
func (g Group) names(category string) bool { return g.First == category || g.Last == category }

// assignGroups gives each category the index of its most specific group, -1 for none.
//
// The third character of an ICD-10-CM category may be a letter (C4A, M1A, Z3A): such a category
// lies in ASCII order behind the digits but in official order among them. Unless a group names it,
// it therefore belongs where the category before it in official order does.
func assignGroups(categories []category, groups []Group) []int16 {
	found := findGroups(categories, groups)
	last := int16(-1)
	for i, c := range categories {
		name := string(c.chars[:])
		if g := found[i]; g >= 0 && (!letterCategory(name) || groups[g].names(name)) {
			last = g
		}
		found[i] = last
	}
	return found
}

// findGroups returns for each category the most specific group that holds it: of sections that overlap, such as C76-C80
// and C7A-C7A, the one that begins later. The categories of a group are found in ASCII order, in which they stand together.
func findGroups(categories []category, groups []Group) []int16 {
	found := make([]int16, len(categories))
	order := make([]int, len(categories))
	for i := range categories {
		found[i], order[i] = -1, i
	}
	name := func(at int) string { return string(categories[order[at]].chars[:]) }
	slices.SortFunc(order, func(a, b int) int { return bytes.Compare(categories[a].chars[:], categories[b].chars[:]) })
	for g := range groups {
		at := sort.Search(len(order), func(at int) bool { return groups[g].begins(name(at)) })
		for ; at < len(order) && groups[g].holds(name(at)); at++ {
			before := &found[order[at]]
			if *before < 0 || groups[g].Level > groups[*before].Level || groups[g].First >= groups[*before].First {
				*before = int16(g)
			}
		}
	}
	return found
}

// GroupOf returns the most specific group of [Set.AllGroups] that holds the code at position i, or -1.
func (s *Set) GroupOf(i int) int { return int(s.groupOf[s.blocks.category(i)]) }

// Outer returns the group that directly holds group g of [Set.AllGroups], or -1.
func (s *Set) Outer(g int) int {
	own := s.groups[g]
	for outer := g - 1; outer >= 0; outer-- {
		if s.groups[outer].holds(own.First) && s.groups[outer].holds(own.Last) {
			return outer
		}
	}
	return -1
}

// Inner returns the groups directly within group g of [Set.AllGroups], in order: the sections of a chapter, or those
// within a wider section. For -1 it returns the outermost. Cost: a pass over the groups for each of them.
func (s *Set) Inner(g int) []int {
	var inner []int
	for i := range s.groups {
		if s.Outer(i) == g {
			inner = append(inner, i)
		}
	}
	return inner
}

// Categories returns the positions of the codes that hang under no other and directly in group g of [Set.AllGroups], in
// official order; for -1 those in no group. Every code is reached once by way of [Set.Inner], Categories and
// [Set.Children]. Cost: a pass over all codes that hang under no other.
func (s *Set) Categories(g int) []int {
	var in []int
	for at := 0; at < s.Len(); {
		if int(s.groupOf[s.blocks.category(at)]) == g {
			in = append(in, at)
		}
		at = s.behind(at)
	}
	return in
}

// behind returns the position after the code at i and all that hangs under it.
func (s *Set) behind(i int) int {
	_, end := s.blocks.find(s.Code(i))
	return end
}

func letterCategory(code string) bool {
	return len(code) >= 3 && code[2] >= 'A'
}
