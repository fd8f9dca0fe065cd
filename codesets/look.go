package codesets

import (
	"slices"
	"strings"
)

// Hit is a code found in one of the sets.
type Hit struct {
	Set *Set
	At  int
	// Why says why the code was found where its title does not show it: another name of it ("Alphabetic Index: Attack, heart —
	// see Infarct, myocardium"), or how a lay word was read (`"ckd" is read as chronic kidney disease`).
	Why string
}

// Code returns the code that was hit.
func (h Hit) Code() Code { return h.Set.At(h.At) }

// Is tells whether two hits are of the same code.
func (h Hit) Is(other Hit) bool { return h.Set == other.Set && h.At == other.At }

// Found is what a look-up came to.
type Found struct {
	// Hits are the best, best first.
	Hits []Hit
	// Total is the exact number of codes that match.
	Total int
	// Slips are the typing slips that were put right, since nothing matched what was typed.
	Slips []Slip
	// Left is the word that was left out, since nothing has all that were typed; see [Set.Near].
	Left string
}

// Look answers what a person types into a search field over one set: the codes that begin with it, then those that
// [Set.Search] finds, at most k and each once. When there are none at all, a slip in each word is put right, if that
// finds something.
func (s *Set) Look(query string, k int) Found {
	code := Normalize(query)
	if code == "" {
		return Found{}
	}
	f := s.finders.Get().(*finder)
	defer s.finders.Put(f)
	found := s.look(f, query, code, k)
	if found.Total == 0 {
		if mended, slips := s.mend(f, query); len(slips) > 0 {
			found = s.look(f, mended, "", k)
			found.Slips = slips
		}
	}
	return found
}

// look finds codes that begin with a code, unless it is "", and by words.
func (s *Set) look(f *finder, query, code string, k int) Found {
	lo, hi := 0, 0
	if code != "" {
		lo, hi = s.blocks.find(code)
	}
	total := f.find(s, query, k, span{int32(lo), int32(hi)})
	found := Found{Total: hi - lo + total}
	if k <= 0 || found.Total == 0 {
		return found
	}
	found.Hits = make([]Hit, 0, min(k, found.Total))
	for at := lo; at < hi && len(found.Hits) < k; at++ {
		found.Hits = append(found.Hits, Hit{Set: s, At: at})
	}
	for _, h := range f.hits {
		if len(found.Hits) < k {
			found.Hits = append(found.Hits, Hit{Set: s, At: int(h.at), Why: s.why(int(h.at), h.name, &f.query)})
		}
	}
	return found
}

// why says why a code was found, "" where its title shows it.
func (s *Set) why(at int, by *name, q *query) string {
	title := Words(s.Title(at))
	shows := func(words []string) bool {
		return !slices.ContainsFunc(words, func(word string) bool {
			return !slices.ContainsFunc(title, func(t string) bool { return strings.HasPrefix(t, word) })
		})
	}
	has := func(words []string) bool {
		return !slices.ContainsFunc(words, func(word string) bool { return !slices.Contains(title, word) })
	}
	if shows(q.words) {
		return ""
	}
	var read []string
	ok := q.slots(
		func(word string) bool { return shows([]string{word}) },
		func(same []reading) bool {
			if shows(q.of(same[0].words)) {
				return true
			}
			for _, r := range same {
				for _, words := range r.phrase.Means {
					if has(words) {
						read = append(read, "\""+strings.Join(r.phrase.Says, " ")+"\" is read as "+strings.Join(words, " "))
						return true
					}
				}
			}
			return false
		},
	)
	switch {
	case ok:
		return strings.Join(read, "; ")
	case by != nil:
		return s.says(at, by)
	}
	return ""
}
