package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// perPage is how many entries of a long list are laid out at first, and how many more at a time. Lists hold thousands; what
// is not laid out costs nothing.
const perPage = 60

// jump is the field that narrows a list.
func (s *spot) jump(name string) view.Part {
	f := searchField(s.filter, name)
	f.ID = fmt.Sprintf("filter/%d", s.depth)
	f.State &^= view.Wanted
	f.Style.Size = view.Body
	f.Layout.MinH = 48
	return f
}

// page lays out the first entries of a list of n, and says how many there are.
func (s *spot) page(name string, n int, one, many string, entry func(i int) view.Part) view.Part {
	list := view.Part{Role: view.List, Name: name, Layout: view.Layout{Gap: 4}}
	shown := min(n, perPage+s.more)
	for i := range shown {
		list.Children = append(list.Children, entry(i))
	}
	list.Children = s.fromNear(list.Children, 1)
	return s.counted(list, n, shown, one, many)
}

// fromNear leaves out the entries of a list before the one that is to be near its top, but for a few.
func (s *spot) fromNear(entries []view.Part, few int) []view.Part {
	for i := range entries {
		if entries[i].Find(s.near) != nil {
			return entries[max(0, i-few):]
		}
	}
	return entries
}

// counted puts the number of entries above a list that shows the first of them, and the way to more below it.
func (s *spot) counted(list view.Part, n, shown int, one, many string) view.Part {
	says := counted(n, one, many)
	if n > shown {
		says = fmt.Sprintf("%s; the first %s are shown.", says, number(shown))
	}
	p := down(8, view.Part{Role: view.Status, Name: says, Style: view.Style{Size: view.Small, Tone: view.Muted}}, list)
	if n > shown {
		p.Children = append(p.Children, quiet(fmt.Sprintf("more/%d", s.depth), "Show more"))
	}
	return p
}

// codes lists codes, and where they are many a field to narrow them.
func (s *spot) codes(set *codesets.Set, name, where string, at []int) view.Part {
	p := down(8)
	if len(at) > perPage {
		p.Children = append(p.Children, s.jump("Jump to a code or a word of its title"))
		at = narrowed(set, at, s.filter)
	}
	p.Children = append(p.Children, s.page(name, len(at), "code", "codes", func(i int) view.Part {
		return codeItem(where, codesets.Hit{Set: set, At: at[i]})
	}))
	return p
}

// narrowed keeps the codes that begin with what is typed, or of whose title some word does.
func narrowed(set *codesets.Set, at []int, typed string) []int {
	words := codesets.Words(typed)
	if len(words) == 0 {
		return at
	}
	prefix := codesets.Normalize(typed)
	var kept []int
	for _, i := range at {
		if strings.HasPrefix(set.Code(i), prefix) || begins(codesets.Words(set.Title(i)), words) {
			kept = append(kept, i)
		}
	}
	return kept
}

// begins reports whether each of the words asked for begins one of the others.
func begins(words, asked []string) bool {
	for _, want := range asked {
		found := false
		for _, w := range words {
			found = found || strings.HasPrefix(w, want)
		}
		if !found {
			return false
		}
	}
	return true
}
