package codesets

import (
	"encoding/binary"
	"slices"
)

// titles reads what packTitles wrote. What is read most is read with few branches, as WebAssembly takes some five nanoseconds
// for each that it takes.
func (u *unpacker) titles(c *columns) error {
	t := new(titles)
	u.set.titles = t
	if err := u.words(c, &t.words); err != nil {
		return err
	}
	if err := u.phrases(c, t); err != nil {
		return err
	}
	met := uint32(0)
	var err error
	if t.long, err = u.lists(c[longSizes], c[longPhrases], &met); err != nil {
		return err
	}
	if t.short, err = u.lists(c[shortSizes], c[shortPhrases], &met); err != nil {
		return err
	}
	if int(met) != t.phrases.len() {
		return errDamaged
	}
	for _, size := range t.long.sizes {
		if size == 0 {
			return errDamaged
		}
	}
	return nil
}

// words reads the words.
func (u *unpacker) words(c *columns, words *texts) error {
	sizes, at := c[wordSizes], uint64(0)
	words.starts = append(make([]uint32, 0, len(sizes)+1), 0)
	for len(sizes) > 0 {
		size, n := binary.Uvarint(sizes)
		if n <= 0 || size > uint64(len(c[wordTexts]))-at {
			return errDamaged
		}
		at, sizes = at+size, sizes[n:]
		words.starts = append(words.starts, uint32(at))
	}
	if int(at) != len(c[wordTexts]) {
		return errDamaged
	}
	words.data = slices.Clone(c[wordTexts]) // and let go of the rest of the file
	return u.pause()
}

// phrases reads the phrases.
func (u *unpacker) phrases(c *columns, t *titles) error {
	heads, tails, mids := c[phraseHeads], c[phraseTails], c[phraseMids]
	n := len(heads)
	words, ok := c[phraseWords].wide(isWide(t.words.len()))
	if !ok || len(tails) != n || len(mids) != n || n > maxPhrases {
		return errDamaged
	}
	total := 0
	for i := range heads {
		total += int(heads[i]) + int(tails[i]) + int(mids[i])
	}
	t.phrases = newLists(n, total, isWide(t.words.len()))
	met, at := uint32(0), 0
	lo, hi := 0, 0 // the phrase before
	for i := range heads {
		head, tail, mid := int(heads[i]), int(tails[i]), int(mids[i])
		size := head + mid + tail
		if head+tail > hi-lo || size == 0 || size > mostInList || mid > len(words.numbers)-at {
			return errDamaged
		}
		t.phrases.again(lo, lo+head)
		for end := at + mid; at < end; at++ {
			word := words.number(at)
			if word == 0 {
				met++
				word = met
			}
			if word > met {
				return errDamaged
			}
			t.phrases.append(word - 1)
		}
		t.phrases.again(hi-tail, hi)
		t.phrases.end(size)
		lo, hi = hi, hi+size
		if i%buildStep == 0 {
			if err := u.pause(); err != nil {
				return err
			}
		}
	}
	if at < len(words.numbers) || int(met) != t.words.len() {
		return errDamaged
	}
	return u.pause()
}

// lists reads long titles or short ones, of phrases of which so many have been met.
func (u *unpacker) lists(sizes, numbers column, met *uint32) (lists, error) {
	n := uint32(u.set.titles.phrases.len())
	ahead, ok := numbers.wide(isWide(int(n)))
	if !ok || len(sizes) != u.n {
		return lists{}, errDamaged
	}
	l := newLists(u.n, 0, false)
	l.wideNumbers = ahead // in place of which come the phrases
	var last [mostInList + 1]uint32
	at := 0
	for i, size := range sizes {
		if int(size) > len(l.numbers)-at {
			return l, errDamaged
		}
		l.cut(at, int(size))
		for place := range size {
			phrase := *met
			if ahead := l.number(at); ahead == 0 {
				*met++
			} else if phrase = last[place] + ahead - 1; phrase >= n {
				phrase -= n
			}
			if phrase >= *met || phrase >= n {
				return l, errDamaged
			}
			last[place] = phrase
			l.set(at, phrase)
			at++
		}
		if u.done = i; i%buildStep == 0 {
			if err := u.pause(); err != nil {
				return l, err
			}
		}
	}
	if at < len(l.numbers) {
		return l, errDamaged
	}
	return l, u.pause()
}
