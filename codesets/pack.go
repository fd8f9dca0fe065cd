package codesets

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A packed set is a set as it is kept between two starts, or fetched: all that a release brought, read and joined, in a
// form that is ready in a quarter of the time and needs no archive. It is columns of bytes (see columns), those of like
// things together, and not compressed: web servers and browsers do that well (Brotli makes two bytes a code of it).
//
// What can be worked out again quickly is not in it: the index of prefixes, the index of words, the groups of categories.
// So both may change without a new version.

// packVersion is the only version that is written, and read.
const packVersion = 2

// packMagic begins every packed set; the version follows in one byte.
const packMagic = "coderounds set\n"

// PackSuffix ends the name of a file that holds a packed set.
const PackSuffix = ".set"

// PackName is what a file of a release's packed set is called: "icd10cm-fy2026.set", with small letters, digits, dots and
// hyphens only.
func (r Release) PackName() string {
	name := r.System.Key()
	if r.Label != "" {
		name += "-" + strings.Map(plainRune, r.Label)
	}
	if r.Starter {
		name += "-starter"
	}
	return name + PackSuffix
}

func plainRune(r rune) rune {
	switch {
	case r >= 'A' && r <= 'Z':
		return r + 'a' - 'A'
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return r
	}
	return '-'
}

// ErrNotPacked is the error of input that is no packed set.
var ErrNotPacked = errors.New("it is not a packed set")

// ErrNewerPack is the error of a set that a later program has packed.
var ErrNewerPack = errors.New("it was packed by a newer version of Code Rounds; use that one, or load the release itself")

// ErrOlderPack is the error of a set that an earlier program has packed in another form.
var ErrOlderPack = errors.New("it was packed by an older version of Code Rounds; load the release itself again")

// errDamaged is the error of a packed set that has changed since it was written.
var errDamaged = errors.New("the packed set is damaged or cut short; load the release itself again")

// Limits of what is read. The largest set so far, ICD-10-CM with notes and all indexes, takes an eighth of each.
const (
	maxPacked  = 64 << 20 // bytes
	maxCodes   = 1 << 20
	maxPhrases = 1 << 20
	maxNumbers = 8 << 20 // bytes of a column of the parts
)

// IsPacked tells a packed set, of any version, by its beginning.
func IsPacked(head []byte) bool { return bytes.HasPrefix(head, []byte(packMagic)) }

// Pack writes the set so that [Unpack] gives it back whole. Equal sets make equal bytes. Cost: some 30 ms for 100,000 codes.
func (s *Set) Pack(w io.Writer) error { return s.PackIn(w, nil) }

// PackIn is Pack in steps, which count codes, each twice.
func (s *Set) PackIn(w io.Writer, step Step) error {
	c := newColumns()
	done := 0
	pause := func() error { return step.call(done, 2*s.Len()) }
	err := s.packCodes(c, pause)
	if err != nil {
		return fmt.Errorf("pack %s: %w", s.release, err)
	}
	err = s.packTitles(c, func(n int) error { done = n; return pause() })
	if err != nil {
		return fmt.Errorf("pack %s: %w", s.release, err)
	}
	d := s.parts()
	parts := &partPacker{
		numbers: c.column(partNumbers), lengths: c.column(partLengths), texts: c.column(partTexts), pause: pause,
	}
	if parts.draft(&d); parts.err != nil {
		return fmt.Errorf("pack %s: %w", s.release, parts.err)
	}
	if err := c.write(w, pause); err != nil {
		return fmt.Errorf("pack %s: %w", s.release, err)
	}
	return nil
}

// Unpack reads a set that [Set.Pack] wrote. What it reads may be anything: damaged and foreign input is an error, within
// some hundred megabytes of memory at worst. Steps count codes, each twice; between two pass less than 4 ms in a browser. Cost: about
// a quarter of what Build and the reading of a release take.
func Unpack(r io.Reader, step Step) (*Set, error) {
	u := unpacker{set: new(Set), step: step}
	if err := u.unpack(r); err != nil {
		return nil, fmt.Errorf("unpack a set: %w", err)
	}
	return u.set, nil
}

// unpacker reads one set.
type unpacker struct {
	set  *Set
	step Step
	n    int // codes, once they are known
	done int
}

// pause is called often, after some work.
func (u *unpacker) pause() error { return u.step.call(u.done, 2*u.n) }

func (u *unpacker) unpack(r io.Reader) error {
	c, err := readColumns(r, u.pause)
	if err != nil {
		return err
	}
	if err := u.codes(c); err != nil {
		return err
	}
	if err := u.titles(c); err != nil {
		return err
	}
	if err := u.parts(c); err != nil {
		return err
	}
	return u.set.index(func(done int) error { return u.step.call(u.n+done, 2*u.n) })
}

// parts reads all but codes and titles.
func (u *unpacker) parts(c *columns) error {
	s := u.set
	p := &partPacker{
		reading: true, numbers: c.column(partNumbers), lengths: c.column(partLengths), texts: c.column(partTexts), pause: u.pause,
	}
	if max(len(*p.numbers), len(*p.lengths)) > maxNumbers {
		return errDamaged
	}
	p.text = string(*p.texts)
	var d Draft
	p.draft(&d)
	if p.err == nil && (len(*p.numbers) > 0 || len(*p.lengths) > 0 || p.text != "") {
		p.err = errDamaged
	}
	if p.err != nil {
		return p.err
	}
	s.release, s.groups, s.notes, s.sevenths, s.indexes = d.Release, d.Groups, d.Notes, d.Sevenths, d.Indexes
	s.tables, s.definitions, s.modifiers, s.standings = d.Tables, d.Definitions, d.Modifiers, d.Standings
	s.changes, s.from = d.Changes, d.From
	s.groupOf = assignGroups(s.blocks.categories, s.groups)
	return u.pause()
}

// Bits of the shape of a code: how much of the code before it repeats, how long it is, and whether it is billable.
const (
	shapeShared   = 3
	shapeMask     = 7
	shapeBillable = 1 << 6
)

// packStep is how many codes are written between two pauses: a millisecond of work in a browser that has just begun with it.
const packStep = 1 << 11

// packCodes writes codes, flags, order numbers and ends.
func (s *Set) packCodes(c *columns, pause func() error) error {
	shapes, chars := c.column(codeShapes), c.column(codeTails)
	var before blockKey
	for i := range s.Len() {
		code, n := s.blocks.at(i)
		key := keyOf(string(code[:n]))
		shared := min(key.shared(before), n)
		shape := byte(shared<<shapeShared | n)
		if s.Billable(i) {
			shape |= shapeBillable
		}
		*shapes = append(*shapes, shape)
		*chars = append(*chars, code[shared:n]...)
		before = key
		if i%packStep == 0 {
			if err := pause(); err != nil {
				return err
			}
		}
	}
	s.packNumbers(c.column(codeNumbers))
	return pause()
}

// packNumbers writes order numbers and ends.
func (s *Set) packNumbers(numbers *column) {
	numbers.put(s.first)
	numbers.put(len(s.orders))
	last := s.first
	for _, order := range s.orders {
		numbers.put(order - last)
		last = order
	}
	ended := make([]int, 0, len(s.ended))
	for i := range s.ended {
		ended = append(ended, i)
	}
	slices.Sort(ended)
	numbers.put(len(ended))
	last = 0
	for _, i := range ended {
		numbers.put(i - last)
		numbers.put(int(s.ended[i]))
		last = i
	}
}

// codes reads what packCodes wrote, and makes the index of prefixes.
func (u *unpacker) codes(c *columns) error {
	s := u.set
	shapes, chars := *c.column(codeShapes), *c.column(codeTails)
	u.n = len(shapes)
	if u.n == 0 || u.n > maxCodes {
		return errDamaged
	}
	s.billable = newBitmap(u.n)
	keys := make([]blockKey, u.n)
	var before blockKey
	length := 0 // of the code before
	for i, shape := range shapes {
		shared, n := int(shape>>shapeShared)&shapeMask, int(shape)&shapeMask
		if n < categoryChars || shared > min(n, length) || n-shared > len(chars) || shape >= 2*shapeBillable {
			return errDamaged
		}
		key := before.beginning(shared)
		for place := shared; place < n; place++ {
			c := chars[place-shared]
			if !isNormalChar(c) {
				return errDamaged
			}
			key |= blockKey(c) << (56 - 8*place)
		}
		chars = chars[n-shared:]
		keys[i], before, length = key, key, n
		if shape&shapeBillable != 0 {
			s.billable.add(i)
		}
		if i%packStep == packStep-1 {
			if err := u.pause(); err != nil {
				return err
			}
		}
	}
	inOrder, err := s.blocks.arrange(keys, u.pause)
	if err != nil {
		return err
	}
	if !inOrder || len(chars) > 0 {
		return errDamaged
	}
	return u.numbers(c.column(codeNumbers))
}

// numbers reads order numbers and ends.
func (u *unpacker) numbers(numbers *column) error {
	s := u.set
	s.first = numbers.take()
	if orders := numbers.take(); orders != 0 {
		if orders != u.n {
			return errDamaged
		}
		s.orders = make([]int, orders)
		last := s.first
		for i := range s.orders {
			last += numbers.take()
			s.orders[i] = last
		}
	}
	s.ended = make(map[int]Date)
	last := 0
	for range min(numbers.take(), u.n) {
		last += numbers.take()
		if last < 0 || last >= u.n {
			return errDamaged
		}
		s.ended[last] = Date(numbers.take())
	}
	if len(*numbers) > 0 {
		return errDamaged
	}
	return u.pause()
}
