package codesets

import "strings"

// titleWriter makes titles of codes that come one after the other.
type titleWriter struct {
	*titles
	wordNumbers, phraseNumbers textNumbers
	// after guesses the next phrase: by number, the one that took its place the last time that two titles on end
	// differed there. As endings and approaches come in the same order again and again, most guesses are right.
	after []uint32
	// before are the long titles before, and the short ones.
	before [2]titlesBefore
}

// titlesBefore is what the next title may have in common with those before: most titles share all phrases but one with the
// last, and most new phrases their first and last words with the one that was new before.
type titlesBefore struct {
	phrases []uint32 // of the last title
	newest  span     // the words of the phrase that was new last
}

// newTitleWriter returns a writer of the titles of some n codes.
func newTitleWriter(t *titles, n int) *titleWriter {
	t.phrases, t.long, t.short = newLists(n, 5*n, false), newLists(n, 2*n, false), newLists(n, 3*n/2, false)
	return &titleWriter{
		titles: t, wordNumbers: newTextNumbers(&t.words, n/4), phraseNumbers: newTextNumbers(new(texts), n/2), after: make([]uint32, 0, n/2),
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

// cut returns the phrases of a title, which are then those before.
func (w *titleWriter) cut(title string, before *titlesBefore) []uint32 {
	n := 0
	for more := true; more; n++ {
		var number uint32
		if number, title, more = w.next(title, before, n); n < len(before.phrases) {
			before.phrases[n] = number
		} else {
			before.phrases = append(before.phrases, number)
		}
	}
	before.phrases = before.phrases[:n]
	return before.phrases
}

// next cuts the phrase at a place off a title.
func (w *titleWriter) next(title string, before *titlesBefore, place int) (number uint32, rest string, more bool) {
	if place == mostInList-1 {
		return w.phrase(title, before), "", false
	}
	if place == len(before.phrases) {
		text, rest, more := cutPhrase(title)
		return w.phrase(text, before), rest, more
	}
	was := before.phrases[place]
	for _, guess := range [...]uint32{was, w.after[was]} {
		if rest, more, same := cutPart(title, w.phraseNumbers.at(int(guess)), betweenPhrases); same {
			return guess, rest, more
		}
	}
	text, rest, more := cutPhrase(title)
	w.after[was] = w.phrase(text, before)
	return w.after[was], rest, more
}

// cutPhrase cuts the first phrase off a title.
func cutPhrase(title string) (phrase, rest string, more bool) {
	for end := 0; ; end++ {
		comma := strings.IndexByte(title[end:], betweenPhrases[0])
		if comma < 0 {
			return title, "", false
		}
		if end += comma; strings.HasPrefix(title[end:], betweenPhrases) {
			return title[:end], title[end+len(betweenPhrases):], true
		}
	}
}

// cutPart cuts a part and the separator behind it off a text; same is false when the text begins with another part.
func cutPart(text string, part []byte, separator string) (rest string, more, same bool) {
	n := len(part)
	switch {
	case len(text) < n || text[:n] != string(part):
		return "", false, false
	case len(text) == n:
		return "", false, true
	}
	rest, same = strings.CutPrefix(text[n:], separator)
	return rest, true, same
}

// phrase returns the number of a phrase.
func (w *titleWriter) phrase(text string, before *titlesBefore) uint32 {
	number, isNew := w.phraseNumbers.number(text)
	if isNew {
		w.after = append(w.after, number)
		before.newest = w.cutWords(text, before.newest)
	}
	return number
}

// cutWords writes the words of a new phrase, given where those of the one are that was new before. It returns where it wrote.
func (w *titleWriter) cutWords(text string, before span) span {
	begin := len(w.phrases.numbers)
	if len(text) >= mostInList {
		before.hi = before.lo // it may have too many words
	}
	head, tail, more := before.lo, before.hi, true
	for more && head < before.hi {
		rest, moreBehind, same := cutPart(text, w.wordAt(head), betweenWords)
		if !same {
			break
		}
		text, more = rest, moreBehind
		head++
	}
	w.phrases.again(int(before.lo), int(head))
	for more && tail > head {
		rest, same := strings.CutSuffix(text, string(w.wordAt(tail-1)))
		if !same || rest != "" && !strings.HasSuffix(rest, betweenWords) {
			break
		}
		text, more = strings.CutSuffix(rest, betweenWords)
		tail--
	}
	for more {
		word, end := text, strings.IndexByte(text, betweenWords[0])
		if more = end >= 0 && len(w.phrases.numbers)-begin < mostInList-1; more {
			word, text = text[:end], text[end+1:]
		}
		number, _ := w.wordNumbers.number(word)
		w.phrases.append(number)
	}
	w.phrases.again(int(tail), int(before.hi))
	w.phrases.end(len(w.phrases.numbers) - begin)
	return span{int32(begin), int32(len(w.phrases.numbers))}
}

// wordAt returns the word at a place among those of phrases.
func (w *titleWriter) wordAt(at int32) []byte {
	return w.wordNumbers.at(int(w.phrases.number(int(at))))
}
