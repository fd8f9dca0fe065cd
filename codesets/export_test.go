package codesets

// What the tests of this folder look into.

// HasTitle tells whether a title has all of some words, each in full.
func (s *Set) HasTitle(words []string) bool {
	room := newSearchRoom(len(s.words.order))
	if !room.all(&s.words, words, 1<<len(words)-1) {
		return false
	}
	for _, word := range words {
		if s.words.exact(word, room.one) == nil {
			return false
		}
	}
	return true
}
