package codesets

import "encoding/binary"

// Titles are packed as they are kept: words, phrases of words, titles of phrases (see titles). Phrases are numbered as the
// long titles meet them and then the short ones, and words as those phrases meet them, so that what is met for the first
// time needs no number: a 0 stands for it. Neighbours are alike, in titles as in phrases; so each is told by how it differs
// from what was before. Of a phrase there are the words between those that it shares, each by its number counted from 1. Of
// a title there is each phrase, by how far its number is ahead of the one that stood last in its place, counted from 1, and
// round from the last number to the first.

// titlePacker writes titles.
type titlePacker struct {
	*columns
	titles         *titles
	phrases, words []uint32 // the packed number of each, counted from 1; 0 while it has not been met
	met, metWords  uint32
	last           []uint32 // the words of the phrase that was written last
}

// packTitles writes all titles; pause is called with how many, long ones and then short ones.
func (s *Set) packTitles(c *columns, pause func(done int) error) error {
	t := s.titles
	p := &titlePacker{columns: c, titles: t, phrases: make([]uint32, t.phrases.len()), words: make([]uint32, t.words.len())}
	if t.phrases.len() > maxPhrases || s.Len() > maxCodes {
		return errTooLong
	}
	if err := p.pack(&t.long, longSizes, pause); err != nil {
		return err
	}
	return p.pack(&t.short, shortSizes, func(done int) error { return pause(s.Len() + done) })
}

// pack writes long titles or short ones into the column of sizes and into the one behind it.
func (p *titlePacker) pack(l *lists, sizes int, pause func(done int) error) error {
	p.columns[sizes] = append(p.columns[sizes], l.sizes...)
	numbers := p.column(sizes + 1)
	n := uint32(p.titles.phrases.len())
	var last [mostInList]uint32
	at := 0
	for i, size := range l.sizes {
		for place := range int(size) {
			phrase := l.number(at)
			at++
			ahead := uint32(0)
			if p.phrases[phrase] == 0 {
				p.phrase(phrase)
			} else {
				ahead = (p.phrases[phrase]-1+n-last[place])%n + 1
			}
			numbers.putWide(ahead, isWide(int(n)))
			last[place] = p.phrases[phrase] - 1
		}
		if i%buildStep == 0 {
			if err := pause(i); err != nil {
				return err
			}
		}
	}
	return nil
}

// phrase writes a phrase that has not been met.
func (p *titlePacker) phrase(phrase uint32) {
	var words []uint32
	at, end := p.titles.phrases.at(int(phrase))
	for ; at < end; at++ {
		words = append(words, p.titles.phrases.number(at))
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
	p.columns[phraseHeads] = append(p.columns[phraseHeads], byte(head))
	p.columns[phraseTails] = append(p.columns[phraseTails], byte(tail))
	p.columns[phraseMids] = append(p.columns[phraseMids], byte(len(words)-head-tail))
	for _, word := range words[head : len(words)-tail] {
		number := p.words[word]
		if number == 0 {
			p.word(word)
		}
		p.column(phraseWords).putWide(number, isWide(len(p.words)))
	}
	p.met++
	p.phrases[phrase], p.last = p.met, words
}

func (p *titlePacker) word(word uint32) {
	text := p.titles.words.at(int(word))
	p.metWords++
	p.words[word] = p.metWords
	p.columns[wordSizes] = binary.AppendUvarint(p.columns[wordSizes], uint64(len(text)))
	p.columns[wordTexts] = append(p.columns[wordTexts], text...)
}
