package codesets

import (
	"encoding/binary"
	"errors"
)

// Titles are packed as they are kept: words, phrases of words, titles of phrases (see titles). Phrases are numbered as the
// long titles meet them and then the short ones, and words as those phrases meet them, so that what is met for the first
// time needs no number. Neighbours are alike, in titles as in phrases; so each is told by how it differs from the one before.

// errTooLong is the error of titles that no code system has.
var errTooLong = errors.New("the titles are too many or too long to be packed")

// titlePacker writes titles.
type titlePacker struct {
	*columns
	titles         *titles
	phrases, words []uint32 // the packed number of each, counted from 1; 0 while it has not been met
	met, metWords  uint32
	last           []uint32 // the words of the phrase that was written last
	total          int      // words of all long titles
}

// packTitles writes all titles; pause is called with how many, long ones and then short ones.
func (s *Set) packTitles(c *columns, pause func(done int) error) error {
	t := &s.titles
	p := &titlePacker{columns: c, titles: t, phrases: make([]uint32, t.phrases.n), words: make([]uint32, t.words.len())}
	if t.phrases.n > maxPhrases || s.Len() > maxCodes {
		return errTooLong
	}
	long, short := newPhraseRefs(t.phrases.n), newPhraseRefs(t.phrases.n)
	for i := range s.Len() {
		if err := p.titleInTurn(i, t.codes.at(2*i), long, longSizes, pause); err != nil {
			return err
		}
	}
	c[shortPhrases] = binary.AppendUvarint(nil, uint64(p.met))
	for i := range s.Len() {
		if err := p.titleInTurn(s.Len()+i, t.codes.at(2*i+1), short, shortSizes, pause); err != nil {
			return err
		}
	}
	if p.total > maxTitleWords {
		return errTooLong
	}
	return nil
}

// titleInTurn writes a title, and pauses when it is its turn.
func (p *titlePacker) titleInTurn(turn int, phrases list, refs *phraseRefs, sizes int, pause func(int) error) error {
	if turn%buildStep == 0 {
		if err := pause(turn); err != nil {
			return err
		}
	}
	return p.title(phrases, refs, sizes)
}

// title writes a title into the column of sizes and into the one behind it.
func (p *titlePacker) title(phrases list, refs *phraseRefs, sizes int) error {
	p.columns[sizes] = binary.AppendUvarint(p.columns[sizes], uint64(phrases.left))
	title := make([]uint32, 0, phrases.left)
	for phrase, ok := phrases.next(); ok; phrase, ok = phrases.next() {
		met := p.met
		if p.phrases[phrase] == 0 {
			if err := p.phrase(phrase); err != nil {
				return err
			}
		}
		number := p.phrases[phrase] - 1
		ref := refs.tell(len(title), number, met)
		p.columns[sizes+1] = binary.AppendUvarint(p.columns[sizes+1], ref)
		title = append(title, number)
		words := p.titles.phrases.at(int(phrase))
		p.total += words.left
	}
	refs.before = title
	return nil
}

// phrase writes a phrase that has not been met.
func (p *titlePacker) phrase(phrase uint32) error {
	var words []uint32
	texts := p.titles.phrases.at(int(phrase))
	for word, ok := texts.next(); ok; word, ok = texts.next() {
		words = append(words, word)
	}
	if len(words) > maxPhrase {
		return errTooLong
	}
	most := min(len(words), len(p.last))
	head := 0
	for head < most && words[head] == p.last[head] {
		head++
	}
	tail := 0
	for tail < most-head && words[len(words)-1-tail] == p.last[len(p.last)-1-tail] {
		tail++
	}
	for column, n := range map[int]int{phraseHeads: head, phraseTails: tail, phraseMids: len(words) - head - tail} {
		p.columns[column] = binary.AppendUvarint(p.columns[column], uint64(n))
	}
	for _, word := range words[head : len(words)-tail] {
		if p.words[word] == 0 {
			p.word(word)
			p.columns[phraseWords] = append(p.columns[phraseWords], 0)
			continue
		}
		p.columns[phraseWords] = binary.AppendUvarint(p.columns[phraseWords], uint64(p.words[word]))
	}
	p.met++
	p.phrases[phrase], p.last = p.met, words
	return nil
}

func (p *titlePacker) word(word uint32) {
	text := p.titles.words.at(int(word))
	p.metWords++
	p.words[word] = p.metWords
	p.columns[wordSizes] = binary.AppendUvarint(p.columns[wordSizes], uint64(len(text)))
	p.columns[wordTexts] = append(p.columns[wordTexts], text...)
}
