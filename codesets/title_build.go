package codesets

import (
	"slices"
	"strings"
)

// titleWriter makes titles of codes that come one after the other.
type titleWriter struct {
	titles
	wordNumbers, phraseNumbers textNumbers
	// after guesses the next phrase: by number, the one that took its place the last time that two titles on end
	// differed there. As endings and approaches come in the same order again and again, most guesses are right.
	after []uint32
	// newest is where the words of the phrase are that was new last, and place where the next word is looked for there.
	newest span
	place  int32
	// before are the long title and the short one before: most titles share all phrases but one with those.
	before [2][]uint32
}

// newTitleWriter returns a writer for the titles of n codes.
func newTitleWriter(n int) *titleWriter {
	return &titleWriter{
		titles:      titles{phrases: newLists(n, 5*n, false), long: newLists(n, 2*n, false), short: newLists(n, 2*n, false)},
		wordNumbers: newTextNumbers(n / 4), phraseNumbers: newTextNumbers(n), after: make([]uint32, 0, n),
	}
}

// add appends the titles of the next code.
func (w *titleWriter) add(c Code) {
	w.long.add(w.cut(c.Long, &w.before[0]))
	if c.Short == c.Long {
		w.short.end(0)
		return
	}
	w.short.add(w.cut(c.Short, &w.before[1]))
}

// cut returns the phrases of a title, and puts them in place of those of the one before.
func (w *titleWriter) cut(title string, before *[]uint32) []uint32 {
	phrases := *before
	n := 0
	for rest, more := title, true; more; n++ {
		if n == mostInList-1 {
			phrases = append(phrases[:n], w.phrase(rest))
			n++
			break
		}
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
	phrases = phrases[:n]
	*before = phrases
	return phrases
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
	begin, size := len(w.phrases.numbers), 1
	for rest := text; ; size++ {
		end := strings.IndexByte(rest, betweenWords[0])
		if end < 0 || size == mostInList {
			w.phrases.append(w.wordAfter(rest))
			break
		}
		w.phrases.append(w.wordAfter(rest[:end]))
		rest = rest[end+1:]
	}
	w.phrases.end(size)
	w.newest, w.place = span{int32(begin), int32(begin + size)}, int32(begin)
	return number
}

// wordAfter returns the number of the next word of a phrase. It is mostly the one that the phrase before has there.
func (w *titleWriter) wordAfter(text string) uint32 {
	if w.place < w.newest.hi {
		guess := w.phrases.number(int(w.place))
		w.place++
		if w.wordNumbers.texts[guess] == text {
			return guess
		}
	}
	number := w.word(text)
	// Where a word came in or went, what follows is a place on.
	if w.place > w.newest.lo+1 && w.phrases.number(int(w.place)-2) == number {
		w.place--
	} else if w.place < w.newest.hi && w.phrases.number(int(w.place)) == number {
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

// size is how many numbers list i has.
func (c *collection) size(i uint32) int { return int(c.lists[i].hi - c.lists[i].lo) }

func (c *collection) at(i uint32) []uint32 { return c.numbers[c.lists[i].lo:c.lists[i].hi] }
