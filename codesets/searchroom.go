package codesets

import "math/bits"

// searchRoom is what a search of an index works in, and what it finds there.
type searchRoom struct {
	found           bitmap  // ranks of the names that have every word so far
	places          []int32 // where found has any, once it has all: few, mostly, and the only places that are then looked at
	one             bitmap  // ranks of the names of one word
	phrase, meaning bitmap  // ranks of the names of a phrase, and of one of its meanings
	// digits count the points that names have beyond base, at most most: the lowest binary digit, the next, and so on.
	digits     []bitmap
	base, most int
	used       int // digits in use: as many as most has
}

func newSearchRoom(names int) *searchRoom {
	return &searchRoom{found: newBitmap(names), one: newBitmap(names), phrase: newBitmap(names), meaning: newBitmap(names)}
}

// find finds the names of an index that a query finds, and reports whether there are any.
func (r *searchRoom) find(ix *wordIndex, q *query) bool {
	r.base, r.most, r.used = 0, 0, 0
	first := true
	narrow := func(having bitmap) bool {
		switch {
		case having == nil:
			return false
		case first:
			copy(r.found, having)
			first = false
			return true
		}
		return r.found.and(having)
	}
	found := q.slots(
		func(word string) bool { return narrow(r.beginning(ix, word)) },
		func(same []reading) bool { return narrow(r.read(ix, q, same)) },
	)
	if !found {
		clear(r.found)
		r.places = r.places[:0]
		return false
	}
	r.places = r.found.places(r.places[:0])
	for i, word := range q.words {
		if q.plain&(1<<i) != 0 {
			r.countWord(ix, word)
		}
	}
	return true
}

// beginning returns the names in which a word begins with the given one, be it of a nonessential modifier; nil when none does. It
// may be r.one.
func (r *searchRoom) beginning(ix *wordIndex, word string) bitmap {
	if !ix.asides {
		return ix.begun(word, r.one)
	}
	var text [32]byte
	aside := ix.begun(string(append(append(text[:0], asideMark), word...)), r.one)
	if aside == nil {
		return ix.begun(word, r.one)
	}
	if lo, hi := ix.beginning(word); lo < hi {
		copy(r.one, aside)
		if kept := ix.beginnings[word]; kept != nil {
			r.one.or(kept)
		} else {
			ix.gather(r.one, lo, hi)
		}
		return r.one
	}
	return aside
}

// read returns the names in which the words of a phrase begin words, or that have all words of one of its meanings, nil when
// there are none. It counts the points of both.
func (r *searchRoom) read(ix *wordIndex, q *query, same []reading) bitmap {
	any := false
	clear(r.phrase)
	for _, reading := range same {
		for _, words := range reading.phrase.Means {
			if r.allExact(ix, words) {
				r.phrase.or(r.meaning)
				any = true
			}
		}
	}
	said := same[0].words
	if any {
		points := bits.OnesCount32(said) // as words that are begun
		if same[0].exact {
			points = wholeWord*points + 1
		}
		r.count(r.phrase, points)
	}
	if r.allBegun(ix, q.words, said) {
		r.meaning.without(r.phrase)
		r.countSaid(ix, q.words, said)
		r.phrase.or(r.meaning)
		any = true
	}
	if !any {
		return nil
	}
	return r.phrase
}

// countSaid gives the names of r.meaning points for some words, a bit for each.
func (r *searchRoom) countSaid(ix *wordIndex, words []string, which uint32) {
	for ; which != 0; which &= which - 1 {
		word := words[bits.TrailingZeros32(which)]
		if begun := ix.begun(word, r.one); begun != nil {
			r.countShared(begun)
		}
		if exact := ix.exact(word, r.one); exact != nil {
			r.countShared(exact)
		}
	}
}

// countShared gives a point to those of the names that are in r.meaning.
func (r *searchRoom) countShared(having bitmap) {
	copy(r.one, having)
	r.one.and(r.meaning)
	r.count(r.one, 1)
}

// allBegun makes r.meaning the names in which each of some words, a bit for each, begins a word, and reports whether there are any.
func (r *searchRoom) allBegun(ix *wordIndex, words []string, which uint32) bool {
	for first := true; which != 0; first, which = false, which&(which-1) {
		if !r.narrow(r.beginning(ix, words[bits.TrailingZeros32(which)]), first) {
			return false
		}
	}
	return true
}

// allExact makes r.meaning the names that have each of some words, and reports whether there are any.
func (r *searchRoom) allExact(ix *wordIndex, words []string) bool {
	for i, word := range words {
		if !r.narrow(ix.exact(word, r.one), i == 0) {
			return false
		}
	}
	return true
}

// narrow makes r.meaning those names, or what it shares with them, and reports whether there are any.
func (r *searchRoom) narrow(having bitmap, first bool) bool {
	switch {
	case having == nil:
		return false
	case first:
		copy(r.meaning, having)
		return true
	}
	return r.meaning.and(having)
}

// Points of a name for a word of the query: one when it begins a word of the name, but for nonessential modifiers, and one
// more when it is that word.
const wholeWord = 2

// countWord gives the points for a word that every name that is found must have.
func (r *searchRoom) countWord(ix *wordIndex, word string) {
	if ix.asides {
		if begun := ix.begun(word, r.one); begun != nil {
			r.countFound(begun)
		}
	} else {
		r.base++
		if lo, hi := ix.beginning(word); hi-lo == 1 && ix.is(lo, word) {
			r.base++
			return
		}
	}
	if exact := ix.exact(word, r.one); exact != nil {
		r.countFound(exact)
	}
}

// grow makes room for so many points more.
func (r *searchRoom) grow(points int) {
	r.most += points
	for r.used < bits.Len(uint(r.most)) {
		if r.used == len(r.digits) {
			r.digits = append(r.digits, make(bitmap, len(r.found)))
		}
		clear(r.digits[r.used])
		r.used++
	}
}

// countFound adds a point to the number of each of the names that are found.
func (r *searchRoom) countFound(having bitmap) {
	r.grow(1)
	for _, at := range r.places {
		carry := having[at] & r.found[at]
		for d := 0; carry != 0 && d < r.used; d++ {
			r.digits[d][at], carry = r.digits[d][at]^carry, r.digits[d][at]&carry
		}
	}
}

// count adds points to the number of each of the names.
func (r *searchRoom) count(having bitmap, points int) {
	r.grow(points)
	for low := range r.used {
		if points>>low&1 == 0 {
			continue
		}
		digits := r.digits[low:r.used]
		for i, carry := range having {
			for d := 0; carry != 0 && d < len(digits); d++ {
				digits[d][i], carry = digits[d][i]^carry, digits[d][i]&carry
			}
		}
	}
}

// having returns which names of a word of the bitmaps are found and have so many points beyond base.
func (r *searchRoom) having(at, points int) uint64 {
	ranks := r.found[at]
	for d, digit := range r.digits[:r.used] {
		if points>>d&1 != 0 {
			ranks &= digit[at]
		} else {
			ranks &^= digit[at]
		}
	}
	return ranks
}
