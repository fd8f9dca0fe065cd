package codesets

import "slices"

// titleWords learns the words of long titles. Each word as it is written, and each phrase, is folded and weighed once.
type titleWords struct {
	wordReader
	titles *titles
	// lower is the written words with their capitals lowered.
	lower string
	// folded has for each written word the number of its folded word, or one of the marks below.
	folded []uint32
	// several are the folded words of written words that are several, or none.
	several map[uint32][]uint32
	// What folded words weigh, and phrases that were read.
	wordWeights   []wordWeight
	phraseWeights []int16
}

// Marks in place of a folded word. All numbers of words are below them.
const (
	severalWords = 1<<32 - 2 + iota
	notFolded
)

// notRead stands in place of the weight of a phrase.
const notRead = -1

// readTitles learns the words of all long titles. pause is called with how many were read.
func readTitles(titles *titles, pause func(done int) error) (*titleWords, error) {
	long := &titles.long
	t := &titleWords{
		wordReader: newWordReader(long, long.len()), titles: titles, lower: lowerAll(titles.words.data),
		folded: slices.Repeat([]uint32{notFolded}, titles.words.len()), several: make(map[uint32][]uint32),
		phraseWeights: slices.Repeat([]int16{notRead}, titles.phrases.len()),
	}
	t.phrases.grow(titles.phrases.len(), len(titles.phrases.numbers))
	at := 0
	for i, size := range long.sizes {
		weight := 0
		for place := range int(size) {
			phrase := long.number(at)
			at++
			more := t.phraseWeights[phrase]
			if more == notRead {
				more = t.readPhrase(phrase)
			}
			if place > 0 {
				more = (more + 1) / 2 // it says how
			}
			weight += int(more)
		}
		t.weigh(weight)
		if i%buildStep == 0 {
			if err := pause(i); err != nil {
				return nil, err
			}
		}
	}
	return t, pause(long.len())
}

// readPhrase reads a phrase of a title, and returns what it weighs.
func (t *titleWords) readPhrase(phrase uint32) int16 {
	var weight weighing
	at, end := t.titles.phrases.at(int(phrase))
	for ; at < end; at++ {
		written := t.titles.phrases.number(at)
		word := t.folded[written]
		if word >= severalWords {
			if word == notFolded {
				word = t.fold(written)
			}
			if word == severalWords {
				for _, word := range t.several[written] {
					t.meet(phrase, word)
					weight.addWeighed(t.wordWeights[word])
				}
				continue
			}
		}
		t.meet(phrase, word)
		weight.addWeighed(t.wordWeights[word])
	}
	t.phrases.end(phrase)
	t.phraseWeights[phrase] = int16(min(weight.sum, heaviest))
	return t.phraseWeights[phrase]
}

// fold reads a written word, and returns the folded one or severalWords.
func (t *titleWords) fold(written uint32) uint32 {
	lower := t.lower[t.titles.words.starts[written]:t.titles.words.starts[written+1]]
	if isPlainWord(lower) {
		t.folded[written] = t.number(lower)
		return t.folded[written]
	}
	var words []uint32
	folded := fold(string(t.titles.words.at(int(written))))
	for word, rest := cutWord(folded); word != ""; word, rest = cutWord(rest) {
		words = append(words, t.number(word))
	}
	if len(words) == 1 {
		t.folded[written] = words[0]
	} else {
		t.folded[written], t.several[written] = severalWords, words
	}
	return t.folded[written]
}

// number returns the number of a folded word, which is weighed when it is new.
func (t *titleWords) number(word string) uint32 {
	number := t.wordReader.number(word)
	if int(number) == len(t.wordWeights) {
		t.wordWeights = append(t.wordWeights, weightOfWord(word))
	}
	return number
}

// weighCodes adds to the titles what their codes weigh: a header a word, as a billable code is looked for and is often of the
// same title, and one that has ended as much as anything.
func (t *titleWords) weighCodes(s *Set) {
	for i, weight := range t.weights {
		if !s.billable.has(i) {
			t.weights[i] = uint8(min(int(weight)+ordinary, heaviest))
		}
	}
	for i := range s.ended {
		t.weights[i] = heaviest
	}
}
