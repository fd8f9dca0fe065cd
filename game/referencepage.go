package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// none reports whether a reference names nothing: "-" and "--" in a table.
func none(text string) bool { return strings.Trim(text, "- ") == "" }

// codeOf finds the place of a code as an index prints it: "S72.0-" is the header and what hangs under it. Codes that only
// begin so, as a row of an ICD-10-PCS table, are a range.
func codeOf(set *codesets.Set, printed string) (place, bool) {
	name := codesets.Normalize(printed)
	if name == "" {
		return nil, false
	}
	if at, ok := set.Find(name); ok {
		return &codePage{codesets.Hit{Set: set, At: at}}, true
	}
	span, ok := set.Span(codesets.Mention{First: name, Last: name})
	switch {
	case !ok:
		return nil, false
	case set.Release().System == codesets.ICD10PCS:
		return &buildPage{set: set, prefix: name}, true
	}
	return &spanPage{set, name, name, set.Tops(span)}, true
}

// openReference finds what a reference of an index leads to: a code, another term, or the reason why there is none.
func openReference(library *codesets.Library, set *codesets.Set, rest []string) place {
	x, at, ok := termOf(set, rest)
	if !ok {
		return nil
	}
	n, ok := count(rest, 2, len(x.Terms[at].References))
	if !ok || none(x.Terms[at].References[n].Text) {
		return nil
	}
	r := x.Terms[at].References[n]
	switch r.Kind {
	case codesets.Use:
		if value := openValue(library, set, []string{r.Text}); value != nil {
			return value
		}
		return seen(set, x, r.Text)
	case codesets.See, codesets.SeeAlso:
		return seen(set, x, r.Text)
	}
	if found, ok := codeOf(set, r.Text); ok {
		return found
	}
	return &missingPage{set: set, index: x, term: at, reference: n}
}

// seen finds the term that a reference names: in its own index, else in another of the book; a term of which more words
// are met is better. Words that name codes lead to these. Where nothing is found it is the first page of the index.
func seen(set *codesets.Set, x *codesets.Index, words string) place {
	if table := set.Index(codesets.Drugs); table != nil && strings.HasPrefix(words, codesets.Drugs.String()) {
		return openIndex(nil, set, []string{indexKey(codesets.Drugs)})
	}
	best := (*termPage)(nil)
	for _, other := range inTurn(set, x) {
		at, left, ok := other.Refer(words)
		if ok && (best == nil || len(left) < len(best.rest)) {
			best = &termPage{set: set, index: other, at: at, rest: left}
		}
	}
	if best != nil && best.rest == "" {
		return best
	}
	for _, m := range codesets.Mentions(words) {
		if span, ok := set.Span(m); ok {
			if found, ok := codeOf(set, m.First); ok && m.First == m.Last {
				return found
			}
			return &spanPage{set, m.First, m.Last, set.Tops(span)}
		}
	}
	if best != nil {
		return best
	}
	return &missingPage{set: set, index: x, words: words}
}

// inTurn returns the indexes of a book, one first.
func inTurn(set *codesets.Set, first *codesets.Index) []*codesets.Index {
	all := []*codesets.Index{first}
	for i := range set.Indexes() {
		if x := &set.Indexes()[i]; x.Kind != first.Kind {
			all = append(all, x)
		}
	}
	return all
}

// missingPage says why a reference leads nowhere, and what to try.
type missingPage struct {
	set             *codesets.Set
	index           *codesets.Index
	term, reference int    // of a code that is none
	words           string // of a term that is none
}

func (p *missingPage) address() string {
	if p.words != "" {
		return indexAddress(p.set, p.index, "")
	}
	return addressOf("refer", p.set, indexKey(p.index.Kind), fmt.Sprint(p.term), fmt.Sprint(p.reference))
}

func (p *missingPage) title() string {
	if p.words != "" {
		return p.words
	}
	return p.index.Terms[p.term].References[p.reference].Text
}

// show implements [place].
func (p *missingPage) show(*spot) view.Part {
	sheet := sheetOf(p.set, trail(p.set, p.index.Kind.String(), indexAddress(p.set, p.index, "")), p.title(), "")
	if p.words != "" {
		return withChild(sheet, text(fmt.Sprintf("No index that is loaded has a term of these words. Open the %s and look under the next best word.", p.index.Kind)))
	}
	verdict := p.set.Check(p.title())
	says := verdict.String()
	if p.set.Release().String() != p.index.Release.String() {
		says += fmt.Sprintf(" The index is of %s and the codes are of %s, so it was deleted or divided since.", p.index.Release.Label, p.set.Release().Label)
	}
	sheet.Children = append(sheet.Children, text(says))
	near := codesets.Normalize(p.title())[:verdict.At]
	for ; len(near) >= 3; near = near[:len(near)-1] {
		if at, ok := p.set.Find(near); ok {
			return withChild(sheet, down(8, muted("Look under what is left of it:"), codeItem("/near", codesets.Hit{Set: p.set, At: at})))
		}
	}
	return withChild(sheet, muted("Search for the words of the term instead."))
}
