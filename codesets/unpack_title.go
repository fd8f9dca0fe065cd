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
	read, ok := newTitleReader(c, w)
	if !ok {
		return nil, errDamaged
	}
	words := newTitleWords(w, u.n)
	words.ofPhrase.grow(w.phrases.n, len(w.phraseWords.numbers))
	words.ofWritten.grow(w.words.len(), 2*w.words.len())
	w.codes.grow(2*u.n, 2*(u.n+len(c[longPhrases])+len(c[shortPhrases])))
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
	at, sizes := 0, cursor{column: c[wordSizes]}
	words.starts = append(make([]uint32, 0, len(c[wordSizes])+1), 0)
	for sizes.left() > 0 {
		size, ok := sizes.count(uint64(len(c[wordTexts]) - at))
		if !ok {
			return errDamaged
		}
		at += size
		words.starts = append(words.starts, uint32(at))
	}
	if at != len(c[wordTexts]) {
		return errDamaged
	}
	words.data = c[wordTexts]
	return u.pause()
}

// phrases reads the phrases.
func (u *unpacker) phrases(c *columns, w *titleWriter) error {
	if err := u.growPhrases(c, w); err != nil {
		return err
	}
	heads, tails := cursor{column: c[phraseHeads]}, cursor{column: c[phraseTails]}
	mids, words := cursor{column: c[phraseMids]}, cursor{column: c[phraseWords]}
	var last []uint32
	met := uint64(0)
	for phrase := uint32(0); heads.left() > 0; phrase++ {
		head, ok1 := heads.count(uint64(len(last)))
		tail, ok2 := tails.count(uint64(len(last) - head))
		mid, ok3 := mids.count(maxPhrase)
		if !ok1 || !ok2 || !ok3 || head+mid+tail > maxPhrase {
			return errDamaged
		}
		w.phraseWords.numbers = append(w.phraseWords.numbers, last[:head]...)
		for range mid {
			word, ok := words.count(met)
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
	if met != uint64(w.words.len()) || tails.left()+mids.left()+words.left() > 0 {
		return errDamaged
	}
	return u.pause()
}

// growPhrases makes room for all phrases at once.
func (u *unpacker) growPhrases(c *columns, w *titleWriter) error {
	n, words := c[phraseHeads].sum()
	for _, more := range []int{phraseTails, phraseMids} {
		_, sum := c[more].sum()
		words += min(sum, maxTitleWords)
	}
	if n > maxPhrases || words > maxTitleWords {
		return errDamaged
	}
	w.phraseWords.grow(n, int(words))
	w.phrases.grow(n, n+2*int(words))
	return u.pause()
}

// titleReader reads the titles of one code after another.
type titleReader struct {
	phrases     *titleWriter
	long, short titleColumns
	total       int // words of long titles
}

// newTitleReader begins to read; ok is false when it cannot be right.
func newTitleReader(c *columns, phrases *titleWriter) (r *titleReader, ok bool) {
	n := phrases.phrases.n
	columns := func(sizes, refs int) titleColumns {
		return titleColumns{sizes: cursor{column: c[sizes]}, refs: cursor{column: c[refs]}, phraseRefs: newPhraseRefs(n)}
	}
	r = &titleReader{phrases: phrases, long: columns(longSizes, longPhrases), short: columns(shortSizes, shortPhrases)}
	met, ok := r.short.refs.count(uint64(n))
	r.short.met = uint32(met)
	return r, ok
}

// titleColumns are the columns of long titles or of short ones.
type titleColumns struct {
	sizes, refs cursor
	*phraseRefs
	met uint32 // phrases that have been met
}

// next returns the phrases of the next code's titles, to be used before it is called again.
func (r *titleReader) next() (long, short []uint32, err error) {
	long, ok1 := r.long.next()
	short, ok2 := r.short.next()
	for _, phrase := range long {
		words := r.phrases.phraseWords.lists[phrase]
		r.total += int(words.hi - words.lo)
	}
	if !ok1 || !ok2 || len(long) == 0 || r.total > maxTitleWords {
		return nil, nil, errDamaged
	}
	return long, short, nil
}

func (t *titleColumns) next() (phrases []uint32, ok bool) {
	size, ok := t.sizes.count(uint64(t.refs.left()))
	if !ok {
		return nil, false
	}
	before := t.before
	title := slices.Grow(before, max(0, size-len(before)))[:0]
	for i := range size {
		ref, ok := t.refs.count(maxPhrases + numberRef)
		if !ok {
			return nil, false
		}
		phrase, ok := t.told(i, uint64(ref), t.met)
		if !ok {
			return nil, false
		}
		if phrase == t.met {
			t.met++
		}
		title = append(title, phrase)
	}
	t.before = title
	return title, true
}

// done tells whether all was used, and all phrases met.
func (r *titleReader) done() bool {
	return r.long.sizes.left()+r.long.refs.left()+r.short.sizes.left()+r.short.refs.left() == 0 &&
		int(r.short.met) == r.phrases.phrases.n
}
