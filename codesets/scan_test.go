package codesets_test

import (
	"cmp"
	"slices"
	"strings"

	"coderounds/codesets"
)

// scanned is a name of codes as the scan sees it.
type scanned struct {
	words, asides []string
	weight        int
	part          int // 0 for the index, 1 for notes, 2 for titles
	codes         []int
}

// scanWords answers a query of words the obvious way, with all hits in order.
func scanWords(set *codesets.Set, names []scanned, query string) []int32 {
	slots, err := codesets.ReadQuery(query)
	if err != nil || len(slots) == 0 {
		return nil
	}
	if places := scanSlots(names, slots); len(places) > 0 {
		return places
	}
	large := slices.DeleteFunc(slots, func(s codesets.Slot) bool { return s.Means == nil && codesets.IsSmall(s.Words[0]) })
	if len(large) == 0 {
		return nil
	}
	return scanSlots(names, large)
}

// scanSlots returns the codes that have a name which has all that is asked for.
func scanSlots(names []scanned, slots []codesets.Slot) []int32 {
	type hit struct {
		scanned
		points int
	}
	var hits []hit
	for _, n := range names {
		if points, found := n.meets(slots); found {
			hits = append(hits, hit{n, points})
		}
	}
	slices.SortStableFunc(hits, func(a, b hit) int {
		return cmp.Or(cmp.Compare(b.points, a.points), cmp.Compare(a.weight, b.weight), cmp.Compare(a.part, b.part))
	})
	var places []int32
	met := make(map[int]bool)
	for _, h := range hits {
		for _, at := range h.codes {
			if !met[at] {
				places = append(places, int32(at))
			}
			met[at] = true
		}
	}
	return places
}

// meets tells whether a name has what each slot asks for, and with how many points.
func (n *scanned) meets(slots []codesets.Slot) (points int, found bool) {
	all := n.words
	if len(n.asides) > 0 {
		all = slices.Concat(n.words, n.asides)
	}
	has := func(words []string) bool {
		return !slices.ContainsFunc(words, func(word string) bool {
			return !slices.ContainsFunc(all, func(s string) bool { return strings.HasPrefix(s, word) })
		})
	}
	means := func(words []string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(n.words, word) })
	}
	for _, slot := range slots {
		switch {
		case slices.ContainsFunc(slot.Means, means):
			points += len(slot.Words)
			if slot.Exact {
				points += len(slot.Words) + 1
			}
		case has(slot.Words):
			for _, word := range slot.Words {
				if slices.ContainsFunc(n.words, func(s string) bool { return strings.HasPrefix(s, word) }) {
					points++
				}
				if slices.Contains(n.words, word) {
					points++
				}
			}
		default:
			return 0, false
		}
	}
	return points, true
}

// scanNames returns all names of the codes of a set.
func scanNames(set *codesets.Set) []scanned {
	names := slices.Concat(scanIndexes(set), scanNotes(set))
	for at := range set.Len() {
		names = append(names, scanned{words: codesets.Words(set.Title(at)), weight: titleWeight(set, at), part: 2, codes: []int{at}})
	}
	return names
}

func titleWeight(set *codesets.Set, at int) int {
	weight := 0
	switch {
	case set.Ended(at) != 0:
		weight = codesets.Heaviest
	case !set.Billable(at):
		weight = 2
	}
	for i, phrase := range strings.Split(set.Title(at), ", ") {
		w := min(codesets.Weigh(codesets.Words(phrase)), codesets.Heaviest)
		if i > 0 {
			w = (w + 1) / 2
		}
		weight += w
	}
	return min(weight, codesets.Heaviest)
}

// scanNotes returns the inclusion terms, in ASCII order of their codes.
func scanNotes(set *codesets.Set) []scanned {
	var names []scanned
	codes := make([]int, set.Len())
	for at := range codes {
		codes[at] = at
	}
	slices.SortFunc(codes, func(a, b int) int { return strings.Compare(set.Code(a), set.Code(b)) })
	for _, at := range codes {
		own := set.Release().System.Format(set.Code(at))
		for _, note := range set.Notes(at) {
			if note.From == own && (note.Kind == codesets.Inclusion || note.Kind == codesets.Includes) {
				words := codesets.Words(note.Text)
				names = append(names, scanned{words: words, weight: min(codesets.Weigh(words), codesets.Heaviest), part: 1, codes: []int{at}})
			}
		}
	}
	return names
}

// scanIndexes returns the paths of the indexes that lead to codes.
func scanIndexes(set *codesets.Set) []scanned {
	var names []scanned
	for _, x := range set.Indexes() {
		see := newSeeScan(&x)
		for i, term := range x.Terms {
			path := scanPath(&x, i)
			for _, ref := range term.References {
				n := path
				switch ref.Kind {
				case codesets.Cell:
					n.words = slices.Concat(n.words, codesets.Words(x.Columns[ref.Column-1]))
					n.weight += 2 * int(ref.Column-2)
				case codesets.Manifestation:
					n.weight += 8
				case codesets.Beginning:
					n.weight += 2 * (7 - len(codeIn(ref)))
				case codesets.See:
					ref = see.reference(ref.Text)
				}
				n.weight = min(n.weight, codesets.Heaviest)
				if n.codes = codesOf(set, ref); len(n.codes) > 0 {
					names = append(names, n)
				}
			}
		}
	}
	return names
}

func scanPath(x *codesets.Index, i int) (n scanned) {
	main := x.Path(i)[0]
	end := main + 1
	for end < len(x.Terms) && x.Terms[end].Level > 0 {
		end++
	}
	if end-main > 32 && codesets.Weigh(codesets.Words(x.Terms[main].Title)) > 0 {
		n.weight = -1
	}
	for _, j := range x.Path(i) {
		ways := strings.Split(x.Terms[j].Title, ",")
		for k, way := range ways {
			words := codesets.Words(way)
			if k == 0 || !alike(codesets.Words(ways[0]), words) {
				n.weight += codesets.Weigh(words)
			}
		}
		says, lacks := codesets.Words(x.Terms[j].Title), []string(nil)
		if no := slices.IndexFunc(says, func(word string) bool { return word == "without" || word == "not" }); no >= 0 {
			says, lacks = says[:no+1], says[no+1:]
		}
		n.words = append(n.words, says...)
		n.asides = slices.Concat(n.asides, codesets.Words(x.Terms[j].Aside), lacks)
	}
	return n
}

// alike tells whether two ways to say a title are forms of one word.
func alike(first, way []string) bool {
	return len(first) > 0 && len(way) > 0 && len(first[0]) >= 3 && strings.HasPrefix(way[0], first[0][:3])
}

// seeScan finds the terms that "see" names, step by step through the book.
type seeScan struct {
	x    *codesets.Index
	main []int
	ways [][]string // of each term
}

func newSeeScan(x *codesets.Index) seeScan {
	s := seeScan{x: x, main: x.Main()}
	for _, term := range x.Terms {
		var ways []string
		for _, way := range strings.Split(term.Title, ",") {
			ways = append(ways, singular(way))
		}
		s.ways = append(s.ways, ways)
	}
	return s
}

// reference returns the first reference to codes of the term that is named, or none.
func (s seeScan) reference(text string) codesets.Reference {
	if len(s.x.Columns) > 0 {
		return codesets.Reference{}
	}
	for range 4 {
		at, below := -1, s.main
		for _, part := range strings.Split(text, ",") {
			wanted := singular(part)
			next := slices.IndexFunc(below, func(i int) bool { return slices.Contains(s.ways[i], wanted) })
			if next >= 0 {
				at = below[next]
				below = s.x.Below(at)
			} else if at < 0 || !strings.HasPrefix(strings.TrimSpace(part), "by ") {
				return codesets.Reference{}
			}
		}
		refs := s.x.Terms[at].References
		if len(refs) == 0 || refs[0].Kind != codesets.See {
			for _, ref := range refs {
				if ref.Kind != codesets.Manifestation && codeIn(ref) != "" {
					return ref
				}
			}
			return codesets.Reference{}
		}
		text = refs[0].Text
	}
	return codesets.Reference{}
}

func singular(title string) string {
	var words []string
	for _, word := range codesets.Words(title) {
		if word = strings.TrimSuffix(word, "s"); word != "" {
			words = append(words, word)
		}
	}
	return strings.Join(words, " ")
}

func codeIn(ref codesets.Reference) string {
	if ref.Kind == 0 || ref.Kind == codesets.See || ref.Kind == codesets.SeeAlso || ref.Kind == codesets.Use {
		return ""
	}
	for _, word := range strings.Fields(ref.Text) {
		if code := codesets.Normalize(word); len(code) >= 3 && len(code) <= 7 && strings.ContainsAny(code, "0123456789") {
			return code
		}
	}
	return ""
}

// codesOf returns the code that a reference names, or those that it begins, the lightest first.
func codesOf(set *codesets.Set, ref codesets.Reference) []int {
	code := codeIn(ref)
	if code == "" {
		return nil
	}
	if at, is := set.Find(code); is {
		return []int{at}
	}
	var codes []int
	places, _ := set.Prefix(nil, code, set.Len())
	for _, at := range places {
		codes = append(codes, int(at))
	}
	slices.SortStableFunc(codes, func(a, b int) int { return cmp.Compare(titleWeight(set, a), titleWeight(set, b)) })
	return codes
}
