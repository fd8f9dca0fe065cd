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

// Slot is words of a query that are read together.
type Slot struct {
	Words []string
	Means [][]string // nil when no lay phrase reads them
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
			s := Slot{Words: q.of(same[0].words)}
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
