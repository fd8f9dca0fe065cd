package codesets

import "math/bits"

// Search returns the positions of the best k codes in whose long title every word of query begins
// a word, and the exact number of all such codes. An empty query finds nothing.
//
// The best come first: more words met exactly rather than by their beginning, then fewer words in
// the title, then official order. Cost: some microseconds for each word of the query over 100,000 codes, and one allocation.
func (s *Set) Search(query string, k int) (hits []int32, total int) {
	ix := &s.words
	room := ix.rooms.Get().(*searchRoom)
	defer ix.rooms.Put(room)
	room.exact = room.exact[:0]
	n := 0
	for word, rest := cutWord(fold(query)); word != ""; word, rest = cutWord(rest) {
		if !room.narrow(ix, word, n == 0) {
			return nil, 0
		}
		n++
	}
	if n == 0 {
		return nil, 0
	}
	if total = room.found.count(); total == 0 {
		return nil, 0
	}
	hits = room.best(ix, make([]int32, 0, max(0, min(k, total))))
	for i, rank := range hits {
		hits[i] = ix.order[rank]
	}
	return hits, total
}

// searchRoom is what a search works in.
type searchRoom struct {
	found bitmap // ranks of the titles that have every word so far
	one   bitmap // ranks of the titles of one word
	exact []int  // words of the dictionary that are words of the query, where the query may also mean longer ones
	// digits count how many exact words a title has: its lowest binary digit, the next, and so on.
	digits []bitmap
}

func newSearchRoom(titles int) *searchRoom {
	return &searchRoom{found: newBitmap(titles), one: newBitmap(titles)}
}

// narrow keeps the titles in which a word begins with the given one, all of them when it is the first. It reports
// false when no word does.
func (r *searchRoom) narrow(ix *wordIndex, word string, first bool) bool {
	lo, hi := ix.beginning(word)
	if lo == hi {
		return false
	}
	if hi-lo > 1 && ix.is(lo, word) {
		r.exact = append(r.exact, lo)
	}
	having := ix.beginnings[word]
	if having == nil && hi-lo == 1 {
		having = ix.many[lo]
	}
	if having == nil {
		clear(r.one)
		ix.gather(r.one, lo, hi)
		having = r.one
	}
	if first {
		copy(r.found, having)
	} else {
		r.found.and(having)
	}
	return true
}

// best fills hits with the best ranks: of the titles with most exact words the first, then of those with one less.
func (r *searchRoom) best(ix *wordIndex, hits []int32) []int32 {
	used := bits.Len(uint(len(r.exact)))
	for len(r.digits) < used {
		r.digits = append(r.digits, make(bitmap, len(r.found)))
	}
	digits := r.digits[:used]
	for _, digit := range digits {
		clear(digit)
	}
	for _, word := range r.exact {
		r.count(ix, word, digits)
	}
	for exact := len(r.exact); exact >= 0 && len(hits) < cap(hits); exact-- {
		for i, ranks := range r.found {
			for d, digit := range digits {
				if exact>>d&1 != 0 {
					ranks &= digit[i]
				} else {
					ranks &^= digit[i]
				}
			}
			for ; ranks != 0 && len(hits) < cap(hits); ranks &= ranks - 1 {
				hits = append(hits, int32(i<<6|bits.TrailingZeros64(ranks)))
			}
			if len(hits) == cap(hits) {
				break
			}
		}
	}
	return hits
}

// count adds one to the number of each title that has the word.
func (r *searchRoom) count(ix *wordIndex, word int, digits []bitmap) {
	having := ix.many[word]
	if having == nil {
		clear(r.one)
		ix.gather(r.one, word, word+1)
		having = r.one
	}
	for i, carry := range having {
		for _, digit := range digits {
			digit[i], carry = digit[i]^carry, digit[i]&carry
		}
	}
}
