package codesets

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

func (g Group) holds(code string) bool {
	return code[:min(len(code), len(g.First))] >= g.First && code[:min(len(code), len(g.Last))] <= g.Last
}

// names reports whether the label of the group says a category.
func (g Group) names(category string) bool { return g.First == category || g.Last == category }

// assignGroups gives each category the index of its most specific group, -1 for none.
//
// The third character of an ICD-10-CM category may be a letter (C4A, M1A, Z3A): such a category
// lies in ASCII order behind the digits but in official order among them. Unless a group names it,
// it therefore belongs where the category before it in official order does.
func assignGroups(categories []category, groups []Group) []int16 {
	of := make([]int16, len(categories))
	last := int16(-1)
	for i, c := range categories {
		name := string(c.chars[:])
		if g := findGroup(groups, name); g >= 0 && (!letterCategory(name) || groups[g].names(name)) {
			last = g
		}
		of[i] = last
	}
	return of
}

// findGroup returns the most specific group that holds a code: of sections that overlap, such as C76-C80
// and C7A-C7A, the one that begins later.
func findGroup(groups []Group, code string) int16 {
	found := int16(-1)
	for g := range groups {
		if groups[g].holds(code) && (found < 0 || groups[g].Level > groups[found].Level || groups[g].First >= groups[found].First) {
			found = int16(g)
		}
	}
	return found
}

func letterCategory(code string) bool {
	return len(code) >= 3 && code[2] >= 'A'
}
