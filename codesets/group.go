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

// assignGroups gives each code the index of its most specific group, -1 for none.
//
// The third character of an ICD-10-CM category may be a letter (C4A, M1A, Z3A): such a category
// lies in ASCII order behind the digits but in official order among them. Unless a group names it,
// it therefore belongs where the category before it in official order does.
func assignGroups(codes []Code, groups []Group) []int16 {
	of := make([]int16, len(codes))
	last := int16(-1)
	for i, c := range codes {
		if i > 0 && sameCategory(codes[i-1].Code, c.Code) {
			of[i] = last
			continue
		}
		if g := findGroup(groups, c.Code); g >= 0 && (groups[g].Level == Section || !letterCategory(c.Code)) {
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

func sameCategory(a, b string) bool {
	return len(a) >= 3 && len(b) >= 3 && a[:3] == b[:3]
}

func letterCategory(code string) bool {
	return len(code) >= 3 && code[2] >= 'A'
}
