package codesets

import (
	"slices"
	"strings"
)

// titleWriter makes titles of codes that come one after the other.
type titleWriter struct {
	titles
	wordNumbers, phraseNumbers textNumbers
	phraseWords                collection // the words of each phrase, as in titles.phrases but at hand
	// after guesses the next phrase: by number, the one that took its place the last time that two titles on end
	// differed there. As endings and approaches come in the same order again and again, most guesses are right.
	after []uint32
	// newest is the words of the phrase that was new last, and place where the next word is looked for among them.
	newest []uint32
	place  int
	// long and short are the titles before: most titles share all phrases but one with those.
	long, short []uint32
}

// newTitleWriter returns a writer for the titles of n codes.
func newTitleWriter(n int) *titleWriter {
	w := &titleWriter{wordNumbers: newTextNumbers(n / 4), phraseNumbers: newTextNumbers(n), after: make([]uint32, 0, n)}
	w.codes.grow(2*n, 10*n)
	w.phrases.grow(n, 10*n)
	w.phraseWords.grow(n, 5*n)
	return w
}

// add appends the titles of the next code, and returns the phrases of the long one until it is called again.
func (w *titleWriter) add(c Code) (phrases []uint32) {
	w.long = w.cut(c.Long, w.long)
	w.codes.add(w.long)
	if c.Short == c.Long {
		w.codes.add(nil)
		return w.long
	}
	w.short = w.cut(c.Short, w.short)
	w.codes.add(w.short)
	return w.long
}

// cut returns the phrases of a title, in place of those of the one before.
func (w *titleWriter) cut(title string, phrases []uint32) []uint32 {
	n := 0
	for rest, more := title, true; more; n++ {
		if n < len(phrases) {
			if after, same := cutPhrase(rest, w.phraseNumbers.texts[phrases[n]]); same {
				rest, more = strings.CutPrefix(after, betweenPhrases)
				continue
			}
		}
		var text string
		text, rest, more = strings.Cut(rest, betweenPhrases)
		if n == len(phrases) {
			phrases = append(phrases, w.phrase(text))
		} else {
			phrases[n] = w.phraseAfter(phrases[n], text)
		}
	}
	return phrases[:n]
}

// cutPhrase cuts a phrase off text; same is false when text begins with another one.
func cutPhrase(text, phrase string) (after string, same bool) {
	after, same = strings.CutPrefix(text, phrase)
	return after, same && (after == "" || strings.HasPrefix(after, betweenPhrases))
}

// phraseAfter returns the number of a phrase that stands where the one before stood.
func (w *titleWriter) phraseAfter(before uint32, text string) uint32 {
	if guess := w.after[before]; w.phraseNumbers.texts[guess] == text {
		return guess
	}
	number := w.phrase(text)
	w.after[before] = number
	return number
}

// phrase returns the number of a phrase.
func (w *titleWriter) phrase(text string) uint32 {
	number, isNew := w.phraseNumbers.number(text)
	if !isNew {
		return number
	}
	w.after = append(w.after, number)
	for rest := text; ; {
		end := strings.IndexByte(rest, betweenWords[0])
		if end < 0 {
			w.phraseWords.append(w.wordAfter(rest))
			break
		}
		w.phraseWords.append(w.wordAfter(rest[:end]))
		rest = rest[end+1:]
	}
	w.phraseWords.end(number)
	w.newest = w.phraseWords.at(number)
	w.phrases.add(w.newest)
	w.place = 0
	return number
}

// wordAfter returns the number of the next word of a phrase. It is mostly the one that the phrase before has there.
func (w *titleWriter) wordAfter(text string) uint32 {
	if w.place < len(w.newest) {
		guess := w.newest[w.place]
		w.place++
		if w.wordNumbers.texts[guess] == text {
			return guess
		}
	}
	number := w.word(text)
	// Where a word came in or went, what follows is a place on.
	if w.place > 1 && w.newest[w.place-2] == number {
		w.place--
	} else if w.place < len(w.newest) && w.newest[w.place] == number {
		w.place++
	}
	return number
}

func (w *titleWriter) word(text string) uint32 {
	number, isNew := w.wordNumbers.number(text)
	if isNew {
		w.words.add(text)
	}
	return number
}

// done returns the titles without spare room.
func (w *titleWriter) done() titles {
	t := &w.titles
	for _, data := range []*[]byte{&t.words.data, &t.phrases.data, &t.codes.data} {
		*data = slices.Clone(*data)
	}
	for _, starts := range []*[]uint32{&t.words.starts, &t.phrases.starts, &t.codes.starts} {
		*starts = slices.Clone(*starts)
	}
	return *t
}

// collection keeps lists of numbers by number while a set is built; the lists may come in any order.
type collection struct {
	numbers []uint32
	lists   []span
	ended   int32
}

// grow makes room for n lists of so many numbers in all.
func (c *collection) grow(n, numbers int) {
	c.lists, c.numbers = slices.Grow(c.lists, n), slices.Grow(c.numbers, numbers)
}

// append adds a number to the list that is not ended yet.
func (c *collection) append(number uint32) { c.numbers = append(c.numbers, number) }

// end makes what was appended list i.
func (c *collection) end(i uint32) {
	for len(c.lists) <= int(i) {
		c.lists = append(c.lists, span{-1, -1})
	}
	c.lists[i] = span{c.ended, int32(len(c.numbers))}
	c.ended = int32(len(c.numbers))
}

// has tells whether there is a list i.
func (c *collection) has(i uint32) bool { return int(i) < len(c.lists) && c.lists[i].lo >= 0 }

func (c *collection) at(i uint32) []uint32 { return c.numbers[c.lists[i].lo:c.lists[i].hi] }
