package quiz

import (
	"strings"

	"coderounds/codesets"
)

// ParList is how many results a list shows at a glance: par is reached when the code is among them.
const ParList = 8

// parMost bounds par: nobody needs to type more.
const parMost = 24

// Par is the keystrokes a practised coder needs to bring a code into the first [ParList] results: the shortest
// beginning of one title word, or of two with a space between, that does. Cost: some dozens of searches,
// about a millisecond over a full release.
func Par(set *codesets.Set, at int) int {
	words := telling(set.Title(at))
	best := parMost
	for i, a := range words {
		for n := 3; n <= len(a) && n < best; n++ {
			if listed(set, a[:n], at) {
				best = n
			}
		}
		for _, b := range words[i+1:] {
			for n := 3; 2*n+1 < best && n <= max(len(a), len(b)); n++ {
				if listed(set, a[:min(n, len(a))]+" "+b[:min(n, len(b))], at) {
					best = min(best, min(n, len(a))+1+min(n, len(b)))
				}
			}
		}
	}
	return best
}

// telling returns the words of a title that narrow a search, at most five.
func telling(title string) []string {
	var words []string
	for _, w := range codesets.Words(title) {
		if len(w) >= 3 && !strings.Contains(" the and with for due unspecified other initial encounter ", " "+w+" ") && len(words) < 5 {
			words = append(words, w)
		}
	}
	return words
}

func listed(set *codesets.Set, query string, at int) bool {
	hits, _ := set.Search(query, ParList)
	for _, h := range hits {
		if int(h) == at {
			return true
		}
	}
	return false
}
