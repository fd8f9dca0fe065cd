package codesets

// titles keeps official titles, letter for letter, in about a fifth of their length.
//
// A title is phrases with ", " between them, a phrase is words with a blank between them. Titles of a release are made of
// few phrases, as ", initial encounter for closed fracture" ends thousands, and phrases of fewer words: so each word is
// kept once, a phrase as the numbers of its words, a title as the numbers of its phrases. Cutting a
// text at a separator and joining the parts with it gives the same text whatever it is, so nothing can be lost.
type titles struct {
	words   texts
	phrases lists // of numbers of words
	// codes has two lists of numbers of phrases for each position: the long title, and the short one, which is empty
	// when it is as the long one.
	codes lists
}

const (
	betweenPhrases = ", "
	betweenWords   = " "
)

// long appends the long title of the code at a position.
func (t *titles) long(dst []byte, i int) []byte { return t.write(dst, t.codes.at(2*i)) }

// short appends the short title of the code at a position; same tells, instead, that it is as the long one.
func (t *titles) short(dst []byte, i int) (short []byte, same bool) {
	phrases := t.codes.at(2*i + 1)
	if phrases.left == 0 {
		return dst, true
	}
	return t.write(dst, phrases), false
}

// write appends the text of a list of phrases.
func (t *titles) write(dst []byte, phrases list) []byte {
	separator := ""
	for phrase, ok := phrases.next(); ok; phrase, ok = phrases.next() {
		dst = append(dst, separator...)
		separator = ""
		words := t.phrases.at(int(phrase))
		for word, ok := words.next(); ok; word, ok = words.next() {
			dst = append(dst, separator...)
			dst = append(dst, t.words.at(int(word))...)
			separator = betweenWords
		}
		separator = betweenPhrases
	}
	return dst
}
