package codesets

import (
	"encoding/binary"
	"slices"
	"strings"
	"sync"
)

// heaviest is the weight that none exceeds.
const heaviest = 255

// wordReader learns which words some names have. It is given them one after the other: the words of one, then its weight.
type wordReader struct {
	words textNumbers // folded
	uses  []uint32    // in how many names each word is
	last  []int32     // the name that each word was met in last, counted from 1
	// ofName are the words of each name, each only once, up to its end.
	ofName, ends []uint32
	weights      []uint8
}

// newWordReader returns a reader of about n names.
func newWordReader(n int) wordReader {
	return wordReader{
		words: newTextNumbers(n / 8), ofName: make([]uint32, 0, 12*n), ends: make([]uint32, 0, n), weights: make([]uint8, 0, n),
	}
}

// number returns the number of a folded word.
func (w *wordReader) number(word string) uint32 {
	number, isNew := w.words.number(word)
	if isNew {
		w.uses, w.last = append(w.uses, 0), append(w.last, 0)
	}
	return number
}

// add adds words to the name that is not ended yet.
func (w *wordReader) add(words []uint32) {
	name := int32(len(w.ends) + 1)
	for _, word := range words {
		if w.last[word] != name {
			w.last[word] = name
			w.uses[word]++
			w.ofName = append(w.ofName, word)
		}
	}
}

// end ends a name.
func (w *wordReader) end(weight int) {
	w.ends = append(w.ends, uint32(len(w.ofName)))
	w.weights = append(w.weights, uint8(min(weight, heaviest)))
}

// of returns the words of name i.
func (w *wordReader) of(i int) []uint32 {
	begin := uint32(0)
	if i > 0 {
		begin = w.ends[i-1]
	}
	return w.ofName[begin:w.ends[i]]
}

// titleWords learns the words of titles. Each word as it is written, and each phrase, is folded and weighed once.
type titleWords struct {
	wordReader
	titles *titleWriter
	// ofWritten and ofPhrase are the folded words of each word as it is written and of each phrase.
	ofWritten, ofPhrase collection
	ofPhraseWeight      []uint8
	ofWordWeight        []uint8 // of folded words
}

func newTitleWords(t *titleWriter, n int) *titleWords {
	return &titleWords{wordReader: newWordReader(n), titles: t}
}

// read reads the next title.
func (t *titleWords) read(phrases []uint32) {
	weight := 0
	for i, phrase := range phrases {
		if !t.ofPhrase.has(phrase) {
			t.readPhrase(phrase)
		}
		if i == 0 {
			weight += int(t.ofPhraseWeight[phrase])
		} else {
			weight += (int(t.ofPhraseWeight[phrase]) + 1) / 2
		}
		t.add(t.ofPhrase.at(phrase))
	}
	t.end(weight)
}

// readPhrase reads a phrase that is new; phrases are numbered as they come.
func (t *titleWords) readPhrase(phrase uint32) {
	var weight weighing
	for _, written := range t.titles.phraseWords.at(phrase) {
		if !t.ofWritten.has(written) {
			t.readWritten(written)
		}
		for _, word := range t.ofWritten.at(written) {
			t.ofPhrase.append(word)
			weight.addWeighed(int(t.ofWordWeight[word]), t.words.texts[word])
		}
	}
	t.ofPhrase.end(phrase)
	for len(t.ofPhraseWeight) <= int(phrase) {
		t.ofPhraseWeight = append(t.ofPhraseWeight, 0)
	}
	t.ofPhraseWeight[phrase] = uint8(min(weight.sum, heaviest))
}

func (t *titleWords) readWritten(written uint32) {
	folded := fold(string(t.titles.words.at(int(written))))
	for word, rest := cutWord(folded); word != ""; word, rest = cutWord(rest) {
		t.ofWritten.append(t.number(word))
		if len(t.ofWordWeight) < len(t.words.texts) {
			t.ofWordWeight = append(t.ofWordWeight, uint8(weigh(word)))
		}
	}
	t.ofWritten.end(written)
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
	n := len(w.ends)
	ix := wordIndex{beginnings: make(map[string]bitmap), rooms: &sync.Pool{New: func() any { return newSearchRoom(n) }}}
	if err := ix.sortWords(w, func() error { return step.call(0, n) }); err != nil {
		return ix, err
	}
	ix.order, ix.ends = w.rank()
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
	for number, text := range w.words.texts {
		if w.uses[number] > 0 { // some are only of paths that lead to no code
			byFirst[text[0]] = append(byFirst[text[0]], uint32(number))
		}
	}
	sorted := make([]uint32, len(w.words.texts)) // the new number of each word
	uses := make([]uint32, 0, len(w.words.texts))
	for _, numbers := range byFirst {
		slices.SortFunc(numbers, func(a, b uint32) int { return strings.Compare(w.words.texts[a], w.words.texts[b]) })
		for _, number := range numbers {
			sorted[number] = uint32(ix.words.len())
			ix.words.add(w.words.texts[number])
			uses = append(uses, w.uses[number])
		}
		if err := pause(); err != nil {
			return err
		}
	}
	ix.words.data, ix.words.starts = slices.Clone(ix.words.data), slices.Clone(ix.words.starts)
	for i, number := range w.ofName {
		w.ofName[i] = sorted[number]
	}
	w.uses = uses
	return pause()
}

// writeRanks writes the ranks of the names of each word, as gaps or bitmaps, name by name.
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
