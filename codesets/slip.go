package codesets

import "strings"

// Slip is a typing slip that was put right: one letter too many, too few or wrong, or two that changed places.
type Slip struct {
	Typed string
	Taken string // the word it was taken for
}

// slipLetters is how long a word must be for a slip in it to be put right: of shorter ones too many are alike.
const slipLetters = 4

// slipTries bounds the searches for what was meant, and so the time that a query takes which finds nothing.
const slipTries = 48

// mend returns what a query that finds nothing may have been meant for: a query with one slip put right in each word that
// begins none, or, where each word begins some, in one of them. Of all that find something it is the one with more whole
// words, and then the one that finds more.
func (s *Set) mend(f *finder, typed string) (meant string, slips []Slip) {
	m := mending{s: s, f: f, tries: slipTries}
	m.words = append(m.words, Words(typed)...)
	m.words = m.words[:min(len(m.words), queryWords)]
	var unknown []int
	for i, word := range m.words {
		if !s.begins(word) {
			unknown = append(unknown, i)
		}
	}
	if len(unknown) > 0 {
		m.replace(unknown, 0, 0)
	} else {
		for i := range m.words {
			m.replace([]int{i}, 0, 0)
		}
	}
	if m.best == nil {
		return "", nil
	}
	for i, word := range m.words {
		if m.best[i] != word {
			slips = append(slips, Slip{word, m.best[i]})
		}
	}
	return strings.Join(m.best, " "), slips
}

// mending is a search for what was meant.
type mending struct {
	s     *Set
	f     *finder
	words []string
	tries int
	best  []string
	// whole is how many of the replaced words of the best are whole words, total how many codes it finds.
	whole, total int
}

// replace tries all that the words at places, from the one numbered next on, may be slips of.
func (m *mending) replace(places []int, next, whole int) {
	if next == len(places) {
		m.try(whole)
		return
	}
	at := places[next]
	typed := m.words[at]
	for _, c := range m.s.candidates(typed) {
		if m.tries == 0 {
			break
		}
		m.words[at] = c.word
		more := 0
		if c.whole {
			more = 1
		}
		m.replace(places, next+1, whole+more)
	}
	m.words[at] = typed
}

func (m *mending) try(whole int) {
	m.tries--
	total := m.f.find(m.s, strings.Join(m.words, " "), 0, span{})
	if total > 0 && (m.best == nil || whole > m.whole || whole == m.whole && total > m.total) {
		m.best, m.whole, m.total = append([]string(nil), m.words...), whole, total
	}
}

// candidate is what a word may be a slip of: a word, or only the beginning of some.
type candidate struct {
	word  string
	whole bool
}

// candidates returns what a word may be a slip of, whole words first.
func (s *Set) candidates(typed string) []candidate {
	if len(typed) < slipLetters {
		return nil
	}
	var whole, begun []candidate
	tried := make(map[string]bool)
	for word := range edits(typed) {
		if tried[word] {
			continue
		}
		tried[word] = true
		switch {
		case s.isWord(word):
			whole = append(whole, candidate{word, true})
		case s.begins(word):
			begun = append(begun, candidate{word, false})
		}
	}
	return append(whole, begun...)
}

// edits yields the words that differ from typed by one slip.
func edits(typed string) func(yield func(string) bool) {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	return func(yield func(string) bool) {
		for i := range len(typed) {
			if i+1 < len(typed) && typed[i] != typed[i+1] && !yield(typed[:i]+typed[i+1:i+2]+typed[i:i+1]+typed[i+2:]) {
				return
			}
			if !yield(typed[:i] + typed[i+1:]) {
				return
			}
		}
		for i := range len(typed) + 1 {
			for l := range len(letters) {
				letter := letters[l : l+1]
				if i < len(typed) && typed[i] != letter[0] && !yield(typed[:i]+letter+typed[i+1:]) {
					return
				}
				if !yield(typed[:i] + letter + typed[i:]) {
					return
				}
			}
		}
	}
}

// begins tells whether a word begins a word that searches know.
func (s *Set) begins(word string) bool {
	known := false
	s.eachIndex(func(ix *wordIndex) {
		lo, hi := ix.beginning(word)
		known = known || lo < hi
	})
	return known || s.lay.knows(func(said string) bool { return strings.HasPrefix(said, word) })
}

// isWord tells whether a word is one that searches know.
func (s *Set) isWord(word string) bool {
	known := false
	s.eachIndex(func(ix *wordIndex) {
		lo, hi := ix.beginning(word)
		known = known || lo < hi && ix.is(lo, word)
	})
	return known || s.lay.knows(func(said string) bool { return said == word })
}

// eachIndex calls do with the indexes of the titles and of other names.
func (s *Set) eachIndex(do func(*wordIndex)) {
	do(&s.words)
	for i := range s.names {
		do(&s.names[i].words)
	}
}
