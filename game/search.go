package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// search is the answer area of a Find question: the field and the live list under it.
func (r *Round) search() []view.Part {
	parts := []view.Part{searchField(r.typed, "Search "+r.q.Card.System.String())}
	if strings.TrimSpace(r.typed) == "" {
		return append(parts, muted("Type the beginnings of words (\"frac fem\"), or a code."))
	}
	list := view.Part{Role: view.List, Name: "Results", Layout: view.Layout{Gap: 4}}
	for i, h := range r.found.Hits {
		list.Children = append(list.Children, hitItem(fmt.Sprintf("hit/%d", i), h, r.typed))
	}
	parts = append(parts, found(r.found.Total, len(r.found.Hits)))
	parts = append(parts, otherwise(r.found)...)
	if len(r.found.Hits) > 0 {
		parts = append(parts, list)
	}
	return parts
}

func searchField(typed, name string) view.Part {
	return view.Part{
		Role: view.Field, ID: "search", Name: name, Value: typed, Hint: name, State: view.Wanted,
		Style: view.Style{Size: view.Large, Fill: view.Sunk, Border: true}, Layout: view.Layout{MinH: 56},
	}
}

// found says how many codes match.
func found(total, shown int) view.Part {
	says := counted(total, "code", "codes")
	switch {
	case total == 0:
		says = "No code matches. Try fewer letters, or another word."
	case total > shown:
		says = fmt.Sprintf("%s; the first %d are shown.", says, shown)
	}
	p := view.Part{Role: view.Status, Name: says, Style: view.Style{Size: view.Small, Tone: view.Muted}}
	return p
}

// nearest looks up what is typed in one set, and where it has none, what comes nearest.
func nearest(set *codesets.Set, typed string) codesets.Found {
	return codesets.Answer([]*codesets.Set{set}, typed, func(*codesets.Set) int { return listed })[0]
}

// otherwise says how what was typed was read, where nothing matches it as it is: what words with a slip were taken for, or
// which word was left out. It is no part where that need not be said.
func otherwise(found codesets.Found) []view.Part {
	says := make([]string, len(found.Slips))
	for i, slip := range found.Slips {
		says[i] = fmt.Sprintf("\"%s\" was taken for \"%s\"", slip.Typed, slip.Taken)
	}
	if found.Left != "" {
		says = append(says, fmt.Sprintf("\"%s\" was left out", found.Left))
	}
	if len(says) == 0 {
		return nil
	}
	return []view.Part{muted("Nothing matches as it is typed; " + strings.Join(says, " and ") + ".")}
}

// hitItem is a result: the code in mono, the title with what matched in bold, and under it why the code was found where the
// title does not show it.
func hitItem(id string, h codesets.Hit, typed string) view.Part {
	c, system := h.Code(), h.Set.Release().System
	shown := code(system.Format(c.Code), view.Body)
	shown.Style.Tone = tone(system)
	shown.Layout.Width = 92
	title := text(c.Long)
	title.Spans = matched(c.Long, typed)
	if h.Why != "" {
		title = down(4, title, muted(h.Why))
	}
	title.Layout.Grow = 1
	item := view.Part{
		Role: view.Item, ID: id, Name: system.Format(c.Code) + " " + c.Long,
		Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 12, Align: view.Center}, Style: view.Style{Fill: view.Surface},
		Children: []view.Part{shown, title},
	}
	if h.Why != "" {
		item.Name += " (" + h.Why + ")"
	}
	if !c.Billable {
		item.Name += " (header)"
		item.Children = append(item.Children, headerChip())
	}
	return item
}

func headerChip() view.Part {
	return view.Part{Role: view.Chip, Name: "header", Style: view.Style{Size: view.Small, Tone: view.Muted, Fill: view.Sunk}}
}

// matched sets in bold the beginnings of words that the query's words begin.
func matched(title, query string) []view.Span {
	words := codesets.Words(query)
	var spans []view.Span
	rest := title
	for rest != "" {
		at, n := firstMatch(rest, words, len(rest) < len(title) && isWordByte(title[len(title)-len(rest)-1]))
		if n == 0 {
			break
		}
		if at > 0 {
			spans = append(spans, view.Span{Text: rest[:at]})
		}
		spans = append(spans, view.Span{Text: rest[at : at+n], Bold: true})
		rest = rest[at+n:]
	}
	if spans == nil {
		return nil
	}
	return append(spans, view.Span{Text: rest})
}

// firstMatch returns where the first word of s that one of words begins is, and how long the match is. inside
// tells that s starts in the middle of a word.
func firstMatch(s string, words []string, inside bool) (at, n int) {
	lower := strings.ToLower(s)
	if len(lower) != len(s) {
		return 0, 0
	}
	for i := range len(lower) {
		if isWordByte(lower[i]) && !inside {
			for _, w := range words {
				if strings.HasPrefix(lower[i:], w) && len(w) > n {
					n = len(w)
				}
			}
			if n > 0 {
				return i, n
			}
		}
		inside = isWordByte(lower[i])
	}
	return 0, 0
}

func isWordByte(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= 0x80
}
