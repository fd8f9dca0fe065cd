package codesets

// titles keeps official titles, letter for letter, in about a fifth of their length.
//
// A title is phrases with ", " between them, a phrase is words with a blank between them. Titles of a release are made of
// few phrases, as ", initial encounter for closed fracture" ends thousands, and phrases of fewer words: so each word is
// kept once, a phrase as the numbers of its words, a title as the numbers of its phrases. Cutting a
// text at a separator and joining the parts with it gives the same text whatever it is, so nothing can be lost; nor where
// there are more parts than a list may have and the last one is all the rest.
type titles struct {
	words   texts
	phrases lists // of numbers of words
	// long and short have a list of numbers of phrases for each position. A short title is empty when it is as the long one.
	long, short lists
}

const (
	betweenPhrases = ", "
	betweenWords   = " "
)

// trim gives up spare room.
func (t *titles) trim() {
	t.words.trim()
	for _, l := range []*lists{&t.phrases, &t.long, &t.short} {
		l.trim()
	}
}

// appendLong appends the long title of the code at a position.
func (t *titles) appendLong(dst []byte, i int) []byte { return t.write(dst, &t.long, i) }

// appendShort appends the short title of the code at a position; same tells, instead, that it is as the long one.
func (t *titles) appendShort(dst []byte, i int) (short []byte, same bool) {
	if t.short.sizes[i] == 0 {
		return dst, true
	}
	return t.write(dst, &t.short, i), false
}

// write appends the text of a list of phrases.
func (t *titles) write(dst []byte, l *lists, i int) []byte {
	separator := ""
	phrase, end := l.at(i)
	for ; phrase < end; phrase++ {
		dst = append(dst, separator...)
		separator = ""
		word, end := t.phrases.at(int(l.number(phrase)))
		for ; word < end; word++ {
			dst = append(dst, separator...)
			dst = append(dst, t.words.at(int(t.phrases.number(word)))...)
			separator = betweenWords
		}
		separator = betweenPhrases
	}
	return dst
}
