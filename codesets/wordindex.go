package codesets

import (
	"bytes"
	"sort"
	"sync"
)

// wordIndex finds the titles in which given words begin words.
//
// Titles are numbered by rank: those of fewest words first, and in official order among as many. So the best of the titles
// that are found are the first, and nothing need be sorted. For each word the dictionary holds, in ASCII order, the index
// has the ranks of the titles it occurs in: the gaps between them, or a bitmap when there are many.
//
// A query asks for words that begin with something, which may be thousands ("a"). When the titles of those would take
// long to gather, their bitmap is kept as well, under the beginning that is asked for.
type wordIndex struct {
	words texts
	// gaps has the ranks of every word that is not in many, from starts[word] to the next start; see bitmap.addGaps.
	gaps   []byte
	starts []uint32
	// many has the ranks of words that are in more than one of every rareShare titles.
	many map[int]bitmap
	// beginnings has the ranks of titles with a word that begins so, where gathering them would meet more ranks than that.
	beginnings map[string]bitmap
	// order is the official position by rank.
	order []int32
	// rooms are what searches work in.
	rooms *sync.Pool
}

// rareShare bounds the work of a search. A word is rare when it is in no more than one of so many titles. A bitmap has
// a bit for each title and a gap takes a byte or more, so at 8 no bitmap takes more room than the gaps would.
const rareShare = 8

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

// is tells whether a word of the dictionary is the given one.
func (ix *wordIndex) is(word int, text string) bool { return string(ix.words.at(word)) == text }

// gather adds the ranks of the titles of words lo up to hi.
func (ix *wordIndex) gather(into bitmap, lo, hi int) {
	for word := lo; word < hi; word++ {
		if ix.starts[word] < ix.starts[word+1] {
			into.addGaps(ix.gaps[ix.starts[word]:ix.starts[word+1]])
		} else {
			into.or(ix.many[word])
		}
	}
}

// keepBeginnings keeps the bitmaps of all beginnings that share the first depth characters of words lo up to hi and would
// take long to gather. uses is in how many titles each word is.
func (ix *wordIndex) keepBeginnings(lo, hi, depth int, uses []uint32, pause func() error) error {
	for lo < hi {
		first := ix.words.at(lo)
		if len(first) <= depth {
			lo++
			continue
		}
		beginning := first[:depth+1]
		end, work := lo, 0
		for end < hi && bytes.HasPrefix(ix.words.at(end), beginning) {
			if ix.starts[end] < ix.starts[end+1] {
				work += int(uses[end])
			} else {
				work += len(ix.order) / 64 // the words of its bitmap
			}
			end++
		}
		if work > len(ix.order)/rareShare && end-lo > 1 {
			all := newBitmap(len(ix.order))
			ix.gather(all, lo, end)
			ix.beginnings[string(beginning)] = all
			if err := pause(); err != nil {
				return err
			}
			if err := ix.keepBeginnings(lo, end, depth+1, uses, pause); err != nil {
				return err
			}
		}
		lo = end
	}
	return nil
}
