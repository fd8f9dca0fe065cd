package codesets

import (
	"slices"
	"strings"
)

// IndexKind tells the indexes of a system apart.
type IndexKind uint8

// The Alphabetic Index of diseases or of procedures, and what goes with that of ICD-10-CM.
const (
	Alphabetic IndexKind = iota + 1
	ExternalCauses
	Neoplasms
	Drugs
)

// String returns the name that coders use.
func (k IndexKind) String() string {
	switch k {
	case Alphabetic:
		return "Alphabetic Index"
	case ExternalCauses:
		return "External Cause Index"
	case Neoplasms:
		return "Neoplasm Table"
	case Drugs:
		return "Table of Drugs and Chemicals"
	}
	return "index"
}

// Index is an index, or a table of the index: one that gives a code in each column. It is not changed once made.
type Index struct {
	Kind IndexKind
	// Release is what the index is of: the indexes of a set may be of different years.
	Release Release
	// Columns are the headings of a table, the first that of its terms; nil for a plain index.
	Columns []string
	// Terms in the order of the book: each main term is followed by its subterms.
	Terms []Term
}

// Term is a main term or a subterm.
type Term struct {
	// Level is 0 for a main term and one more for each dash before a subterm.
	Level uint8
	// aside is how much of Title stands before Aside when printed.
	aside uint16
	// Title is the term without its nonessential modifiers. It may be empty in ICD-10-PCS, where a term may have
	// nothing but references.
	Title string
	// Aside is the nonessential modifiers, in their parentheses: words that may be there or not (ICD-10-CM guidelines
	// I.A.7); "" for none.
	Aside string
	// References in the order of the book.
	References []Reference
}

// ReferenceKind is what a reference asks for.
type ReferenceKind uint8

// The kinds of reference.
const (
	Default       ReferenceKind = iota + 1 // the code to verify in the Tabular List
	Manifestation                          // the code in brackets, to be reported second
	See                                    // another term, to go to instead
	SeeAlso                                // another term, to look under as well
	SeeCategory                            // a category of the Tabular List
	Subcategory                            // a subcategory of the Tabular List
	Use                                    // the value of ICD-10-PCS that stands for the term
	Beginning                              // the first characters of ICD-10-PCS codes, three or more: a table and a row
	Cell                                   // the code in a column of a table
)

// Reference is where a term sends the coder.
type Reference struct {
	Kind ReferenceKind
	// Column is the place in [Index.Columns] of a Cell, from 1.
	Column uint8
	// Text is a code as printed ("C79.8-", "--" for none), or the words of another term.
	Text string
}

// NewTerm makes a term whose nonessential modifiers stand between two parts of its title.
func NewTerm(level uint8, before, aside, after string) Term {
	before = strings.TrimRight(before, " ")
	if before == "" {
		after = strings.TrimLeft(after, " ")
	}
	return Term{Level: level, aside: uint16(min(len(before), 1<<16-1)), Title: before + after, Aside: aside}
}

// String returns the term as printed: "Abandonment (causing exposure to weather conditions) NEC".
func (t Term) String() string {
	if t.Aside == "" || int(t.aside) > len(t.Title) {
		return t.Title
	}
	before, after := t.Title[:t.aside], t.Title[t.aside:]
	switch {
	case before == "" && after != "":
		return t.Aside + " " + after
	case before == "":
		return t.Aside
	}
	return before + " " + t.Aside + after
}

// Path returns the positions from the main term down to i itself. Cost: a walk back to the main term.
func (x *Index) Path(i int) []int {
	path := []int{i}
	for j, level := i-1, x.Terms[i].Level; j >= 0 && level > 0; j-- {
		if x.Terms[j].Level < level {
			level = x.Terms[j].Level
			path = append(path, j)
		}
	}
	slices.Reverse(path)
	return path
}

// Below returns the positions of the terms directly under the one at i, in order.
func (x *Index) Below(i int) []int {
	var below []int
	for j := i + 1; j < len(x.Terms) && x.Terms[j].Level > x.Terms[i].Level; j++ {
		if len(below) == 0 || x.Terms[j].Level <= x.Terms[below[0]].Level {
			below = append(below, j)
		}
	}
	return below
}

// Main returns the positions of the main terms, in order. Cost: a pass over the index.
func (x *Index) Main() []int {
	var main []int
	for i := range x.Terms {
		if x.Terms[i].Level == 0 {
			main = append(main, i)
		}
	}
	return main
}

// Indexes returns the indexes that the set has. The slice is the set's own.
func (s *Set) Indexes() []Index { return s.indexes }

// Index returns the index of a kind, or nil.
func (s *Set) Index(kind IndexKind) *Index {
	for i := range s.indexes {
		if s.indexes[i].Kind == kind {
			return &s.indexes[i]
		}
	}
	return nil
}

// joinIndexes returns old with those of more in place of the same kinds, in the order of the kinds.
func joinIndexes(old, more []Index) []Index {
	joined := slices.Clone(more)
	for _, x := range old {
		if !slices.ContainsFunc(more, func(n Index) bool { return n.Kind == x.Kind }) {
			joined = append(joined, x)
		}
	}
	slices.SortStableFunc(joined, func(a, b Index) int { return int(a.Kind) - int(b.Kind) })
	return joined
}
