package codesets

import "slices"

// titles reads what packTitles wrote, and the words of the titles.
func (u *unpacker) titles(c *columns) (*titleWords, error) {
	w := new(titleWriter)
	if err := u.words(c, &w.words); err != nil {
		return nil, err
	}
	if err := u.phrases(c, w); err != nil {
		return nil, err
	}
	n := w.phrases.n
	read := titleReader{columns: c, phrases: w, long: newPhraseRefs(n), short: newPhraseRefs(n)}
	met, ok := c[shortPhrases].count(uint64(n))
	if !ok {
		return nil, errDamaged
	}
	read.metShort = uint32(met)
	words := newTitleWords(w, u.n)
	w.codes.data = make([]byte, 0, len(c[longPhrases])+len(c[shortPhrases])+4*u.n)
	for i := range u.n {
		long, short, err := read.next()
		if err != nil {
			return nil, err
		}
		w.codes.add(long)
		w.codes.add(short)
		words.read(long)
		if u.done = i; i%buildStep == 0 {
			if err := u.pause(); err != nil {
				return nil, err
			}
		}
	}
	if !read.done() {
		return nil, errDamaged
	}
	u.set.titles = w.done()
	return words, u.pause()
}

// words reads the words.
func (u *unpacker) words(c *columns, words *texts) error {
	at := uint64(0)
	words.starts = append(make([]uint32, 0, len(c[wordSizes])+1), 0)
	for left := uint64(len(c[wordTexts])); len(c[wordSizes]) > 0; left = uint64(len(c[wordTexts])) - at {
		size, ok := c[wordSizes].count(left)
		if !ok {
			return errDamaged
		}
		at += uint64(size)
		words.starts = append(words.starts, uint32(at))
	}
	if at != uint64(len(c[wordTexts])) {
		return errDamaged
	}
	words.data = c[wordTexts]
	return u.pause()
}

// phrases reads the phrases.
func (u *unpacker) phrases(c *columns, w *titleWriter) error {
	var last []uint32
	met, total := uint64(0), 0
	for phrase := uint32(0); len(c[phraseHeads]) > 0; phrase++ {
		head, ok1 := c[phraseHeads].count(uint64(len(last)))
		tail, ok2 := c[phraseTails].count(uint64(len(last) - head))
		mid, ok3 := c[phraseMids].count(maxPhrase)
		if total += head + mid + tail; !ok1 || !ok2 || !ok3 || head+mid+tail > maxPhrase || total > maxTitleWords || phrase >= maxPhrases {
			return errDamaged
		}
		w.phraseWords.numbers = append(w.phraseWords.numbers, last[:head]...)
		for range mid {
			word, ok := c[phraseWords].count(met)
			if !ok {
				return errDamaged
			}
			if word == 0 {
				met++
				word = int(met)
			}
			w.phraseWords.append(uint32(word - 1))
		}
		w.phraseWords.numbers = append(w.phraseWords.numbers, last[len(last)-tail:]...)
		w.phraseWords.end(phrase)
		last = w.phraseWords.at(phrase)
		w.phrases.add(last)
		if phrase%buildStep == 0 {
			if err := u.pause(); err != nil {
				return err
			}
		}
	}
	if met != uint64(w.words.len()) || len(c[phraseTails])+len(c[phraseMids])+len(c[phraseWords]) > 0 {
		return errDamaged
	}
	return u.pause()
}

// titleReader reads the titles of one code after another.
type titleReader struct {
	*columns
	phrases     *titleWriter
	long, short *phraseRefs
	// met are the phrases that long titles have met, metShort those and what short ones have.
	met, metShort uint32
	total         int
}

// next returns the phrases of the next code's titles, to be used before it is called again.
func (r *titleReader) next() (long, short []uint32, err error) {
	long, ok1 := r.title(r.long, longSizes, &r.met)
	short, ok2 := r.title(r.short, shortSizes, &r.metShort)
	for _, phrase := range long {
		words := r.phrases.phraseWords.lists[phrase]
		r.total += int(words.hi - words.lo)
	}
	if !ok1 || !ok2 || len(long) == 0 || r.total > maxTitleWords {
		return nil, nil, errDamaged
	}
	return long, short, nil
}

func (r *titleReader) title(refs *phraseRefs, sizes int, met *uint32) (phrases []uint32, ok bool) {
	refColumn := &r.columns[sizes+1]
	size, ok := r.columns[sizes].count(uint64(len(*refColumn)))
	if !ok {
		return nil, false
	}
	before := len(refs.before)
	refs.before = slices.Grow(refs.before, max(0, size-before))
	title := refs.before[:0]
	for i := range size {
		ref, ok := refColumn.count(maxPhrases + numberRef)
		if !ok {
			return nil, false
		}
		phrase, ok := refs.told(i, uint64(ref), *met)
		if !ok {
			return nil, false
		}
		if phrase == *met {
			*met++
		}
		title = append(title, phrase)
	}
	refs.before = title
	return title, true
}

// done tells whether all was used, and all phrases met.
func (r *titleReader) done() bool {
	return len(r.columns[longSizes])+len(r.columns[longPhrases])+len(r.columns[shortSizes])+len(r.columns[shortPhrases]) == 0 &&
		int(r.metShort) == r.phrases.phrases.n
}
