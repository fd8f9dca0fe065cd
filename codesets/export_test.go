package codesets

// What the tests of this folder look into.

// HasTitle tells whether a title has all of some words.
func (s *Set) HasTitle(words []string) bool {
	return newSearchRoom(len(s.words.order)).allExact(&s.words, words)
}

// Slot is words of a query that are read together.
type Slot struct {
	Words []string
	Means [][]string // nil when no lay phrase reads them
	Exact bool       // the phrase is typed in full
}

// ReadQuery returns the slots of a query.
func ReadQuery(typed string) (slots []Slot, err error) {
	l, err := layTable()
	var q query
	q.read(typed, l)
	q.slots(
		func(word string) bool {
			slots = append(slots, Slot{Words: []string{word}})
			return true
		},
		func(same []reading) bool {
			s := Slot{Words: q.of(same[0].words), Exact: same[0].exact}
			for _, r := range same {
				s.Means = append(s.Means, r.phrase.Means...)
			}
			slots = append(slots, s)
			return true
		},
	)
	return slots, err
}

// Weigh and Heaviest are what words weigh.
func Weigh(words []string) int {
	var w weighing
	for _, word := range words {
		w.add(word)
	}
	return w.sum
}

const Heaviest = heaviest

// IsSmall tells the words that hold others together.
func IsSmall(word string) bool { return isSmall(word) }

// ReadLay reads a file of lay words.
func ReadLay(file string) ([]Phrase, error) { return readLay(file) }
