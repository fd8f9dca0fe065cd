package codesets

import (
	"cmp"
	"math/bits"
	"slices"
)

// query is what was typed, as a search reads it: words, and among them lay phrases, which may be meant as they stand or for
// what the table says that they stand for.
//
// No two phrases read the same word, but several may read the same words and no others: "chole" is the beginning of more
// than one operation. Of phrases that compete for a word the one of more words counts, and one that is typed in full
// rather than begun.
type query struct {
	words    []string
	readings []reading // of the phrases that count, those of the same words together
	plain    uint32    // the words that count and that no phrase reads, a bit for each
}

// reading is a phrase and the words of the query that it reads, a bit for each.
type reading struct {
	phrase *Phrase
	words  uint32
	exact  bool // each of its words is typed in full
}

const (
	// queryWords is how many words of a query count; nobody types so many.
	queryWords = 16
	// readingsMost is how many phrases may be meant by the same words.
	readingsMost = 8
)

// read reads a query in place of the one before.
func (q *query) read(typed string, l lay) {
	q.words, q.readings = q.words[:0], q.readings[:0]
	for word, rest := cutWord(fold(typed)); word != "" && len(q.words) < queryWords; word, rest = cutWord(rest) {
		q.words = append(q.words, word)
	}
	for first := range q.words {
		q.readings = l.find(q.readings, q.words, first)
	}
	q.plain = 1<<len(q.words) - 1
	if len(q.readings) > 0 {
		q.choose()
	}
}

// choose keeps the readings that count.
func (q *query) choose() {
	slices.SortStableFunc(q.readings, func(a, b reading) int {
		exact := 0
		if a.exact != b.exact {
			exact = 1
			if a.exact {
				exact = -1
			}
		}
		return cmp.Or(cmp.Compare(bits.OnesCount32(b.words), bits.OnesCount32(a.words)), exact, cmp.Compare(a.words, b.words))
	})
	kept, same := q.readings[:0], 0
	for _, r := range q.readings {
		if r.words&^q.plain == 0 {
			q.plain &^= r.words
			kept, same = append(kept, r), 1
		} else if last := kept[len(kept)-1]; r.words == last.words && r.exact == last.exact && same < readingsMost {
			kept = append(kept, r)
			same++
		}
	}
	q.readings = kept
}

// dropSmall leaves out small words, as what is asked for is the same without them. It reports whether there were any, and
// other words beside them.
func (q *query) dropSmall() bool {
	small := uint32(0)
	for i, word := range q.words {
		if isSmall(word) {
			small |= 1 << i
		}
	}
	left := q.plain &^ small
	if left == q.plain || left == 0 && len(q.readings) == 0 {
		return false
	}
	q.plain = left
	return true
}

// isSmall tells the words that hold others together.
func isSmall(word string) bool {
	switch word {
	case "a", "an", "and", "as", "at", "by", "due", "for", "from", "in", "of", "on", "or", "the", "to", "with":
		return true
	}
	return false
}

// slots calls plain with each word that no phrase reads, then read with the readings of each that are of the same words, until
// one of them returns false.
func (q *query) slots(plain func(word string) bool, read func(same []reading) bool) bool {
	for i, word := range q.words {
		if q.plain&(1<<i) != 0 && !plain(word) {
			return false
		}
	}
	for lo := 0; lo < len(q.readings); {
		hi := lo + 1
		for hi < len(q.readings) && q.readings[hi].words == q.readings[lo].words {
			hi++
		}
		if !read(q.readings[lo:hi]) {
			return false
		}
		lo = hi
	}
	return true
}

// of returns some of the words, a bit for each.
func (q *query) of(which uint32) []string {
	var words []string
	for ; which != 0; which &= which - 1 {
		words = append(words, q.words[bits.TrailingZeros32(which)])
	}
	return words
}
