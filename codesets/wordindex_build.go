package codesets

import (
	"bytes"
	"errors"
	"slices"
	"sync"
)

// heaviest is the weight that none exceeds.
const heaviest = 255

// wordReader learns which words some names have. A name is phrases and a phrase is words: what names have in common, such as
// the end of a title or the main term of an index, is read once.
type wordReader struct {
	words textNumbers // folded
	// phrases are the words of each phrase, each only once.
	phrases collection
	last    []uint32 // the phrase that each word was met in last, counted from 1
	names   *lists   // the phrases of each name
	weights []uint8  // of the names
}

// newWordReader returns a reader of about n names.
func newWordReader(names *lists, n int) wordReader {
	return wordReader{words: newTextNumbers(new(texts), n/8), names: names, weights: make([]uint8, 0, n)}
}

// number returns the number of a folded word.
func (w *wordReader) number(word string) uint32 {
	number, isNew := w.words.number(word)
	if isNew {
		w.last = append(w.last, 0)
	}
	return number
}

// meet adds a word to the phrase that is not ended yet, which will have the given number.
func (w *wordReader) meet(phrase, word uint32) {
	if w.last[word] != phrase+1 {
		w.last[word] = phrase + 1
		w.phrases.append(word)
	}
}

// weigh says what the next name weighs.
func (w *wordReader) weigh(weight int) { w.weights = append(w.weights, uint8(min(weight, heaviest))) }

// maxUses is how many words all names of an index may have. That of the largest set so far has a seventeenth of it.
const maxUses = 1 << 24

// errTooLong is the error of titles and terms that no code system has.
var errTooLong = errors.New("the titles are too many or too long")

// uses returns in how many names each word is, counted again for each phrase of a name that it is in.
func (w *wordReader) uses() ([]uint32, error) {
	ofPhrase := make([]uint32, len(w.phrases.lists))
	for at := range w.names.numbers {
		ofPhrase[w.names.number(at)]++
	}
	uses, total := make([]uint32, w.words.len()), 0
	for phrase, n := range ofPhrase {
		if n == 0 {
			continue
		}
		words := w.phrases.at(uint32(phrase))
		if total += len(words) * int(n); total > maxUses {
			return nil, errTooLong
		}
		for _, word := range words {
			uses[word] += n
		}
	}
	return uses, nil
}

// rank returns the numbers of the names, the lightest first, and for each weight where those so heavy end.
func (w *wordReader) rank() (order, ends []int32) {
	ends = make([]int32, heaviest+1) // at first, where those so heavy begin
	for _, weight := range w.weights {
		if weight < heaviest {
			ends[weight+1]++
		}
	}
	for weight := range heaviest {
		ends[weight+1] += ends[weight]
	}
	order = make([]int32, len(w.weights))
	for i, weight := range w.weights {
		order[ends[weight]] = int32(i)
		ends[weight]++
	}
	return order, ends
}

// index returns the index of all names that were read. The steps are names.
func (w *wordReader) index(step Step) (wordIndex, error) {
	n := len(w.weights)
	ix := wordIndex{beginnings: make(map[string]bitmap), rooms: &sync.Pool{New: func() any { return newSearchRoom(n) }}}
	uses, err := w.uses()
	if err != nil {
		return ix, err
	}
	dictionary, err := ix.sortWords(w.words.texts, uses, func() error { return step.call(0, n) })
	if err != nil {
		return ix, err
	}
	ix.order, ix.ends = w.rank()
	if err := step.call(0, n); err != nil {
		return ix, err
	}
	if err := ix.writeRanks(w, dictionary, uses, step); err != nil {
		return ix, err
	}
	return ix, ix.keepBeginnings(func(int, int) error { return step.call(n, n) })
}

// sortWords makes the dictionary, of the words that are of use: some are only of paths that lead to no code. It returns
// their numbers among texts. They are sorted by the first character first, so that a step never takes long.
func (ix *wordIndex) sortWords(words *texts, uses []uint32, pause func() error) (dictionary []uint32, err error) {
	var byFirst [256][]uint32
	for number, n := range uses {
		if n > 0 {
			first := words.at(number)[0]
			byFirst[first] = append(byFirst[first], uint32(number))
		}
	}
	dictionary = make([]uint32, 0, len(uses))
	for _, numbers := range byFirst {
		slices.SortFunc(numbers, func(a, b uint32) int { return bytes.Compare(words.at(int(a)), words.at(int(b))) })
		for _, number := range numbers {
			ix.words.add(string(words.at(int(number))))
		}
		dictionary = append(dictionary, numbers...)
		if err := pause(); err != nil {
			return nil, err
		}
	}
	ix.words.trim()
	return dictionary, nil
}

// wordRoom is where the ranks of a word are being written.
type wordRoom struct {
	many       int32  // the bitmap, counted from 1, or 0 for gaps
	last       int32  // the rank that was written last, counted from 1
	begin, end uint32 // of the gaps
}

// writeRanks writes the ranks of the names of each word, as gaps or bitmaps, name by name.
func (ix *wordIndex) writeRanks(w *wordReader, dictionary, uses []uint32, step Step) error {
	n := len(ix.order)
	ix.many = make(map[int]bitmap)
	var many []bitmap
	rooms := make([]wordRoom, len(uses)) // by the number of a word, with as many bytes as it can take
	size := uint32(0)
	for word, number := range dictionary {
		room := &rooms[number]
		room.begin, room.end = size, size
		if int(uses[number]) > n/rareShare {
			b := newBitmap(n)
			ix.many[word] = b
			many = append(many, b)
			room.many = int32(len(many))
		} else {
			size += mostGapBytes(uses[number], n)
		}
	}
	gaps := make([]byte, size)
	begins := w.names.begins()
	for rank, name := range ix.order {
		rank1 := int32(rank + 1)
		begin := int(begins[name])
		for at := begin; at < begin+int(w.names.sizes[name]); at++ {
			for _, word := range w.phrases.at(w.names.number(at)) {
				room := &rooms[word]
				if room.many > 0 {
					many[room.many-1].add(rank)
					continue
				}
				gap := uint32(rank1 - room.last)
				if gap == 0 {
					continue // the word is in two phrases of the name
				}
				room.last = rank1
				for ; gap >= 0x80; gap >>= 7 {
					gaps[room.end] = byte(gap) | 0x80
					room.end++
				}
				gaps[room.end] = byte(gap)
				room.end++
			}
		}
		if rank%buildStep == buildStep-1 {
			if err := step.call(rank, n); err != nil {
				return err
			}
		}
	}
	ix.keepGaps(gaps, rooms, dictionary)
	return nil
}

// mostGapBytes is how many bytes the gaps of a word in so many of n names can take: the sum of all gaps is n, so there are
// no more than n/128 that take a second byte, and so on.
func mostGapBytes(uses uint32, n int) uint32 {
	most := uses
	for n >>= 7; n > 0; n >>= 7 {
		most += min(uses, uint32(n))
	}
	return most
}

// keepGaps keeps what was written, without the room that was left over.
func (ix *wordIndex) keepGaps(gaps []byte, rooms []wordRoom, dictionary []uint32) {
	ix.starts = make([]uint32, len(dictionary)+1)
	for word, number := range dictionary {
		ix.starts[word+1] = ix.starts[word] + rooms[number].end - rooms[number].begin
	}
	ix.gaps = make([]byte, ix.starts[len(dictionary)])
	for word, number := range dictionary {
		copy(ix.gaps[ix.starts[word]:], gaps[rooms[number].begin:rooms[number].end])
	}
}
