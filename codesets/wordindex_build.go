package codesets

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// wordReader learns which words the titles have. Each word as it is written, and each phrase, is folded once.
type wordReader struct {
	titles  *titleWriter
	words   []string // folded
	numbers map[string]uint32
	uses    []uint32 // in how many titles each word is
	last    []int32  // the title that each word was met in last, counted from 1
	// ofWritten and ofPhrase are the folded words of each word as it is written and of each phrase.
	ofWritten, ofPhrase collection
	// ofTitle are the words of each title, each only once, up to its end.
	ofTitle, ends []uint32
	sizes         []uint8 // words in each title, at most 255
}

func newWordReader(t *titleWriter, n int) *wordReader {
	return &wordReader{
		titles: t, numbers: make(map[string]uint32),
		ofTitle: make([]uint32, 0, 12*n), ends: make([]uint32, 0, n), sizes: make([]uint8, 0, n),
	}
}

// read reads the next title.
func (w *wordReader) read(phrases []uint32) {
	size := 0
	title := int32(len(w.ends) + 1)
	for _, phrase := range phrases {
		if !w.ofPhrase.has(phrase) {
			w.readPhrase(phrase)
		}
		words := w.ofPhrase.at(phrase)
		size += len(words)
		for _, word := range words {
			if w.last[word] != title {
				w.last[word] = title
				w.uses[word]++
				w.ofTitle = append(w.ofTitle, word)
			}
		}
	}
	w.ends = append(w.ends, uint32(len(w.ofTitle)))
	w.sizes = append(w.sizes, uint8(min(size, 255)))
}

func (w *wordReader) readPhrase(phrase uint32) {
	for _, written := range w.titles.phraseWords.at(phrase) {
		if !w.ofWritten.has(written) {
			w.readWritten(written)
		}
		for _, word := range w.ofWritten.at(written) {
			w.ofPhrase.append(word)
		}
	}
	w.ofPhrase.end(phrase)
}

func (w *wordReader) readWritten(written uint32) {
	folded := fold(string(w.titles.words.at(int(written))))
	for word, rest := cutWord(folded); word != ""; word, rest = cutWord(rest) {
		number, known := w.numbers[word]
		if !known {
			number = uint32(len(w.words))
			w.numbers[word] = number
			w.words, w.uses, w.last = append(w.words, word), append(w.uses, 0), append(w.last, 0)
		}
		w.ofWritten.append(number)
	}
	w.ofWritten.end(written)
}

// of returns the words of the title at a position.
func (w *wordReader) of(i int) []uint32 {
	begin := uint32(0)
	if i > 0 {
		begin = w.ends[i-1]
	}
	return w.ofTitle[begin:w.ends[i]]
}

// rank returns the positions of the titles, those of fewest words first.
func (w *wordReader) rank() []int32 {
	var begin [257]int
	for _, size := range w.sizes {
		begin[int(size)+1]++
	}
	for size := range 255 {
		begin[size+1] += begin[size]
	}
	order := make([]int32, len(w.sizes))
	for i, size := range w.sizes {
		order[begin[size]] = int32(i)
		begin[size]++
	}
	return order
}

// index returns the index of all titles that were read. The steps are codes.
func (w *wordReader) index(step Step) (wordIndex, error) {
	n := len(w.ends)
	ix := wordIndex{beginnings: make(map[string]bitmap), rooms: &sync.Pool{New: func() any { return newSearchRoom(n) }}}
	if err := ix.sortWords(w, func() error { return step.call(0, n) }); err != nil {
		return ix, err
	}
	ix.order = w.rank()
	if err := step.call(0, n); err != nil {
		return ix, err
	}
	if err := ix.writeRanks(w, step); err != nil {
		return ix, err
	}
	err := ix.keepBeginnings(0, ix.words.len(), 0, w.uses, func() error { return step.call(n, n) })
	return ix, err
}

// sortWords makes the dictionary and renumbers the words of the reader by it, those of one first character after
// another, so that a step never takes long.
func (ix *wordIndex) sortWords(w *wordReader, pause func() error) error {
	var byFirst [256][]uint32
	for number, text := range w.words {
		byFirst[text[0]] = append(byFirst[text[0]], uint32(number))
	}
	sorted := make([]uint32, len(w.words)) // the new number of each word
	uses := make([]uint32, 0, len(w.words))
	for _, numbers := range byFirst {
		slices.SortFunc(numbers, func(a, b uint32) int { return strings.Compare(w.words[a], w.words[b]) })
		for _, number := range numbers {
			sorted[number] = uint32(ix.words.len())
			ix.words.add(w.words[number])
			uses = append(uses, w.uses[number])
		}
		if err := pause(); err != nil {
			return err
		}
	}
	ix.words.data, ix.words.starts = slices.Clone(ix.words.data), slices.Clone(ix.words.starts)
	for i, number := range w.ofTitle {
		w.ofTitle[i] = sorted[number]
	}
	w.uses = uses
	return pause()
}

// writeRanks writes the ranks of the titles of each word, as gaps or bitmaps, title by title.
func (ix *wordIndex) writeRanks(w *wordReader, step Step) error {
	n := len(ix.order)
	ix.many = make(map[int]bitmap)
	bitmaps := make([]bitmap, len(w.uses))
	starts := make([]uint32, len(w.uses)+1) // in room, which is for the most that each word can take
	for word, uses := range w.uses {
		starts[word+1] = starts[word]
		if int(uses) > n/rareShare {
			bitmaps[word] = newBitmap(n)
			ix.many[word] = bitmaps[word]
		} else {
			starts[word+1] += mostGapBytes(uses, n)
		}
	}
	room := make([]byte, starts[len(w.uses)])
	ends := slices.Clone(starts)
	clear(w.last) // now the rank that each word was met at last, counted from 1
	for rank, at := range ix.order {
		for _, word := range w.of(int(at)) {
			if b := bitmaps[word]; b != nil {
				b.add(rank)
				continue
			}
			gap := int32(rank+1) - w.last[word]
			w.last[word] = int32(rank + 1)
			ends[word] += uint32(binary.PutUvarint(room[ends[word]:], uint64(gap)))
		}
		if rank%buildStep == buildStep-1 {
			if err := step.call(rank, n); err != nil {
				return err
			}
		}
	}
	ix.keepGaps(room, starts, ends)
	return nil
}

// mostGapBytes is how many bytes the gaps of a word in so many of n titles can take: the sum of all gaps is n, so there are
// no more than n/128 that take a second byte, and so on.
func mostGapBytes(uses uint32, n int) uint32 {
	most := uses
	for n >>= 7; n > 0; n >>= 7 {
		most += min(uses, uint32(n))
	}
	return most
}

// keepGaps keeps what was written, without the room that was left over.
func (ix *wordIndex) keepGaps(room []byte, starts, ends []uint32) {
	words := len(starts) - 1
	ix.starts = make([]uint32, words+1)
	for word := range words {
		ix.starts[word+1] = ix.starts[word] + ends[word] - starts[word]
	}
	ix.gaps = make([]byte, 0, ix.starts[words])
	for word := range words {
		ix.gaps = append(ix.gaps, room[starts[word]:ends[word]]...)
	}
}
