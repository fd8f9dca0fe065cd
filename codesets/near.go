package codesets

import "strings"

// Answer looks a query up in some sets, at most k codes of each, and where none of them has any, finds what comes nearest. What
// a set comes to is in its place.
func Answer(sets []*Set, query string, k func(*Set) int) []Found {
	answers := make([]Found, len(sets))
	for _, look := range [...]func(*Set, string, int) Found{(*Set).Look, (*Set).Near} {
		any := false
		for i, set := range sets {
			answers[i] = look(set, query, k(set))
			any = any || answers[i].Total > 0
		}
		if any {
			break
		}
	}
	return answers
}

// Near answers a query that [Set.Look] finds nothing for: with the codes that have all its words but one, at most k, best
// first. The word that is left out is the one without which the fewest are found, as the others then say most. Among those
// that stay must be a word that tells something: of "I21.99" no number alone does.
//
// Cost: a search for each word of the query, and one more.
func (s *Set) Near(query string, k int) Found {
	words := Words(query)
	words = words[:min(len(words), queryWords)]
	f := s.finders.Get().(*finder)
	defer s.finders.Put(f)
	left, least := -1, 0
	for i := range words {
		if !tells(words[:i]) && !tells(words[i+1:]) {
			continue
		}
		if total := f.find(s, wordsBut(words, i), 0, span{}); total > 0 && (left < 0 || total < least) {
			left, least = i, total
		}
	}
	if left < 0 {
		return Found{}
	}
	found := s.look(f, wordsBut(words, left), "", k)
	found.Left = words[left]
	return found
}

// wordsBut joins all words but one.
func wordsBut(words []string, left int) string {
	return strings.Join(words[:left], " ") + " " + strings.Join(words[left+1:], " ")
}

// tellingLetters is how long a word is that tells something.
const tellingLetters = 3

// tells reports whether one of some words tells what is looked for: it is neither short nor small nor part of a code.
func tells(words []string) bool {
	for _, word := range words {
		if len(word) >= tellingLetters && !isSmall(word) && !strings.ContainsAny(word, "0123456789") {
			return true
		}
	}
	return false
}
