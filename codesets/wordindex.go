package codesets

import (
	"sort"
	"sync"
)

// wordIndex finds the names in which given words begin words: the titles of codes, or other names of them.
//
// Names are numbered by rank: those of least weight first (see weigh), and in their own order among as light ones. So the
// best of the names that are found are the first, and nothing need be sorted. For each word the dictionary holds, in ASCII
// order, the index has the ranks of the names it occurs in: the gaps between them, or a bitmap when there are many.
//
// A query asks for words that begin with something, which may be thousands ("a"). When the names of those would take
// long to gather, their bitmap is kept as well, under the beginning that is asked for.
type wordIndex struct {
	words texts
	// asides tells that there are words of nonessential modifiers, which begin with an asideMark in the dictionary.
	asides bool
	// ends has for each weight the rank behind the last name that is so heavy.
	ends []int32
	// gaps has the ranks of every word that is not in many, from starts[word] to the next start; see bitmap.addGaps.
	gaps   []byte
	starts []uint32
	// many has the ranks of words that are in more than one of every rareShare names.
	many map[int]bitmap
	// beginnings has the ranks of names with a word that begins so, where gathering them would meet more ranks than that.
	beginnings map[string]bitmap
	// order is by rank the number of a name: of a title, the official position of its code.
	order []int32
	// rooms are what searches work in.
	rooms *sync.Pool
}

// rareShare bounds the work of a search. A word is rare when it is in no more than one of so many names. A bitmap has
// a bit for each name and a gap takes a byte or more, so at 8 hardly any bitmap takes more room than the gaps would.
const rareShare = 8

// keptShare bounds it too: a beginning is kept when gathering it would read more bytes of gaps than one for so many names.
const keptShare = 6

// beginning returns the range of words that begin with prefix.
func (ix *wordIndex) beginning(prefix string) (lo, hi int) {
	n := ix.words.len()
	lo = sort.Search(n, func(i int) bool { return string(ix.words.at(i)) >= prefix })
	hi = lo + sort.Search(n-lo, func(i int) bool {
		word := ix.words.at(lo + i)
		return len(word) < len(prefix) || string(word[:len(prefix)]) != prefix
	})
	return lo, hi
}

// asideMark stands before words of nonessential modifiers, and of what a term of an index is without, which may be asked for
// but never are what a name is about.
const asideMark = '('

// begun returns the ranks of the names in which a word begins with prefix, nil when there are none. It may be room.
func (ix *wordIndex) begun(prefix string, room bitmap) bitmap {
	if kept := ix.beginnings[prefix]; kept != nil {
		return kept
	}
	lo, hi := ix.beginning(prefix)
	if lo == hi {
		return nil
	}
	return ix.having(lo, hi, room)
}

// exact returns the ranks of the names that have a word, nil when there are none. It may be room.
func (ix *wordIndex) exact(word string, room bitmap) bitmap {
	lo, hi := ix.beginning(word)
	if lo == hi || !ix.is(lo, word) {
		return nil
	}
	return ix.having(lo, lo+1, room)
}

// is tells whether a word of the dictionary is the given one.
func (ix *wordIndex) is(word int, text string) bool { return string(ix.words.at(word)) == text }

// gather adds the ranks of the names of words lo up to hi.
func (ix *wordIndex) gather(into bitmap, lo, hi int) {
	for word := lo; word < hi; word++ {
		if ix.starts[word] < ix.starts[word+1] {
			into.addGaps(ix.gaps[ix.starts[word]:ix.starts[word+1]])
		} else {
			into.or(ix.many[word])
		}
	}
}

// having returns the ranks of the names of words lo up to hi. It may be room.
func (ix *wordIndex) having(lo, hi int, room bitmap) bitmap {
	if hi-lo == 1 && ix.many[lo] != nil {
		return ix.many[lo]
	}
	clear(room)
	ix.gather(room, lo, hi)
	return room
}

// keepBeginnings keeps the bitmaps of all beginnings that would take long to gather. The steps are words.
func (ix *wordIndex) keepBeginnings(step Step) error {
	return ix.keepBelow(nil, 0, ix.words.len(), 0, step)
}

// keepBelow does it for those beginnings that are a character longer than the first depth ones, which words lo up to hi
// share, and for all below them. It adds the ranks of all of these words to above, if that is not nil.
func (ix *wordIndex) keepBelow(above bitmap, lo, hi, depth int, step Step) error {
	for lo < hi {
		end, work := lo+1, ix.gatherWork(lo)
		first := ix.words.at(lo)
		if len(first) > depth {
			for end < hi && ix.words.at(end)[depth] == first[depth] {
				work += ix.gatherWork(end)
				end++
			}
		}
		switch {
		case work > len(ix.order)/keptShare && end-lo > 1:
			all := newBitmap(len(ix.order))
			if err := ix.keepBelow(all, lo, end, depth+1, step); err != nil {
				return err
			}
			ix.beginnings[string(first[:depth+1])] = all
			if above != nil {
				above.or(all)
			}
			if err := step.call(end, ix.words.len()); err != nil {
				return err
			}
		case above != nil:
			ix.gather(above, lo, end)
		}
		lo = end
	}
	return nil
}

// gatherWork is how much gather does for a word: bytes of gaps or parts of a bitmap.
func (ix *wordIndex) gatherWork(word int) int {
	if gaps := ix.starts[word+1] - ix.starts[word]; gaps > 0 {
		return int(gaps)
	}
	return len(ix.order) / 64
}
