package codesets

import "math/bits"

// searchRoom is what a search of an index works in, and what it finds there.
type searchRoom struct {
	found           bitmap // ranks of the names that have every word so far
	one             bitmap // ranks of the names of one word
	phrase, meaning bitmap // ranks of the names of a phrase, and of one of its meanings
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
		func(word string) bool { return narrow(r.beginning(ix, word, r.one)) },
		func(same []reading) bool { return narrow(r.read(ix, q, same)) },
	)
	if !found {
		clear(r.found)
		return false
	}
	for i, word := range q.words {
		if q.plain&(1<<i) != 0 {
			r.countExact(ix, word)
		}
	}
	return true
}

// beginning returns the names in which a word begins with the given one, nil when none does. It may be room.
func (r *searchRoom) beginning(ix *wordIndex, word string, room bitmap) bitmap {
	lo, hi := ix.beginning(word)
	aside, behind := 0, 0
	if ix.asides {
		aside, behind = ix.aside(word)
	}
	if lo == hi && aside == behind {
		return nil
	}
	if aside == behind {
		if kept := ix.beginnings[word]; kept != nil {
			return kept
		}
		return ix.having(lo, hi, room)
	}
	clear(room)
	if kept := ix.beginnings[word]; kept != nil {
		room.or(kept)
	} else {
		ix.gather(room, lo, hi)
	}
	ix.gather(room, aside, behind)
	return room
}

// read returns the names that have the words of a phrase or those of one of its meanings, nil when there are none. Those of
// a meaning get a point for each word of the phrase and one more, others for each word that they have as it is typed.
func (r *searchRoom) read(ix *wordIndex, q *query, same []reading) bitmap {
	any := false
	clear(r.phrase)
	for _, reading := range same {
		for _, words := range reading.phrase.Means {
			if r.all(ix, words, 1<<len(words)-1) {
				r.phrase.or(r.meaning)
				any = true
			}
		}
	}
	said := same[0].words
	if any {
		r.count(r.phrase, 1+bits.OnesCount32(said))
	}
	if !r.all(ix, q.words, said) {
		if !any {
			return nil
		}
		return r.phrase
	}
	for ; said != 0; said &= said - 1 {
		if exact := ix.exact(q.words[bits.TrailingZeros32(said)], r.one); exact != nil {
			copy(r.one, exact)
			r.one.without(r.phrase)
			r.count(r.one, 1)
		}
	}
	r.phrase.or(r.meaning)
	return r.phrase
}

// all makes r.meaning the names that have some of the words, a bit for each, and reports whether there are any.
func (r *searchRoom) all(ix *wordIndex, words []string, which uint32) bool {
	first := true
	for ; which != 0; which &= which - 1 {
		having := r.beginning(ix, words[bits.TrailingZeros32(which)], r.one)
		if having == nil {
			return false
		}
		if first {
			copy(r.meaning, having)
			first = false
		} else if !r.meaning.and(having) {
			return false
		}
	}
	return true
}

// countExact gives a point to the names that have a word as it is typed. Where no other word begins so, all that are found
// have it.
func (r *searchRoom) countExact(ix *wordIndex, word string) {
	lo, hi := ix.beginning(word)
	if hi-lo == 1 && !ix.asides && ix.is(lo, word) {
		r.base++
	} else if exact := ix.exact(word, r.one); exact != nil {
		r.count(exact, 1)
	}
}

// count adds points to the number of each of the names.
func (r *searchRoom) count(having bitmap, points int) {
	r.most += points
	for r.used < bits.Len(uint(r.most)) {
		if r.used == len(r.digits) {
			r.digits = append(r.digits, make(bitmap, len(r.found)))
		}
		clear(r.digits[r.used])
		r.used++
	}
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
