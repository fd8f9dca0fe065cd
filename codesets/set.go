package codesets

import (
	"errors"
	"fmt"
	"sync"
)

// Set is a release as loaded, indexed and unchanging; it may be shared between goroutines.
//
// Codes are known by their position in official order, 0 to Len()-1: official order is not ASCII
// order (C4A stands before C44), so positions, not strings, say what comes first.
type Set struct {
	release Release
	blocks  blocks // the codes
	rows
	words     wordIndex // of the titles
	names     []linkedNames
	lay       lay
	finders   *sync.Pool
	groups    []Group
	groupOf   []int16 // by category
	notes     map[string][]Note
	modifiers []Modifier
	tables    []Table

	// What is carried along and not indexed; see [Draft].
	sevenths    map[string]Seventh
	indexes     []Index
	definitions []Definition
	standings   map[string]Standing
	changes     []Change
	from        map[Part]Release

	// The other names of codes, from the notes and from the indexes; nil when there are none.
	noteNames, indexNames *names
}

// buildStep is how many codes, names or phrases are handled between two calls of a Step: about half a millisecond of work in a
// browser.
const buildStep = 256

// Build indexes a draft, which it takes over: a full release is kept in some 50 bytes a code. Cost: about 40 ms for 100,000
// codes natively. The steps count codes and each code twice; between two pass less than 4 ms in a browser.
//
// Codes are to be in official order, where those of each prefix are together and a header stands before what hangs under
// it. Codes in another order are put into such a one that keeps the first of every prefix in place. Build fails
// when a code is not in normal form, of 3 to 7 characters, or stands twice.
func Build(d Draft, step Step) (*Set, error) {
	s := &Set{
		release: d.Release, groups: d.Groups, notes: d.Notes,
		modifiers: d.Modifiers, tables: d.Tables,
		sevenths: d.Sevenths, indexes: d.Indexes, definitions: d.Definitions,
		standings: d.Standings, changes: d.Changes, from: d.From,
	}
	n := d.Codes.Len()
	err := s.arrange(d.Codes, func(done int) error { return step.call(done, 2*n) })
	if err == nil {
		err = s.index(func(done int) error { return step.call(n+done, 2*n) })
	}
	if err != nil {
		return nil, fmt.Errorf("build %s: %w", d.Release, err)
	}
	s.groupOf = assignGroups(s.blocks.categories, s.groups)
	return s, nil
}

// index makes the codes searchable and fits the tables to them, as the last of what makes a set. pause is called with how
// many codes are done.
func (s *Set) index(pause func(done int) error) (err error) {
	s.finders = &sync.Pool{New: func() any { return new(finder) }}
	if s.lay, err = layTable(); err != nil {
		return err
	}
	words, err := readTitles(s.titles, func(done int) error { return pause(done / 2) })
	if err != nil {
		return err
	}
	words.weighCodes(s)
	if s.words, err = words.index(func(done, n int) error { return pause((n + done) / 2) }); err != nil {
		return err
	}
	step := func(int, int) error { return pause(s.Len()) }
	if s.noteNames, err = nameNotes(s.notes, step); err != nil {
		return err
	}
	if s.indexNames, err = nameIndexes(s.indexes, step); err != nil {
		return err
	}
	if err = s.linkNames(func() error { return pause(s.Len()) }); err != nil {
		return err
	}
	return s.fitTables(step)
}

// arrange keeps the codes, in blocks. pause is called with how many are kept.
func (s *Set) arrange(codes *Codes, pause func(done int) error) error {
	switch {
	case codes.Len() == 0:
		return errors.New("no codes")
	case codes.err != nil:
		return codes.err
	}
	step := func() error { return pause(0) }
	inOrder, err := s.blocks.arrange(codes.keys, step)
	if err == nil && !inOrder {
		if codes, err = gather(codes, s.release.System); err == nil {
			_, err = s.blocks.arrange(codes.keys, step)
		}
	}
	if err != nil {
		return err
	}
	if codes.writer != nil {
		codes.titles.trim()
		codes.writer = nil
	}
	s.rows = codes.rows
	return pause(codes.Len())
}

// Release says which release the set is.
func (s *Set) Release() Release { return s.release }

// Len is the number of codes, headers included.
func (s *Set) Len() int { return len(s.blocks.rests) }

// At returns the code at official position i, with its titles, which are put together each time: in a loop over many
// codes [Set.Code], [Set.Billable], [Set.Ended] and [Set.Title] cost less. Cost: about half a microsecond.
func (s *Set) At(i int) Code { return s.rows.at(i, s.Code(i)) }

// Code returns the code at official position i, without its titles.
func (s *Set) Code(i int) string { return s.blocks.code(i) }

// Billable tells whether the code at official position i may be reported.
func (s *Set) Billable(i int) bool { return s.billable.has(i) }

// Ended returns the last day on which the code at official position i may be reported, 0 while it is in force.
func (s *Set) Ended(i int) Date { return s.ended[i] }

// Title returns the official long title of the code at position i.
func (s *Set) Title(i int) string { return s.rows.title(i) }

// Modifiers returns the modifiers, in the release's order. The slice is the set's own.
func (s *Set) Modifiers() []Modifier { return s.modifiers }

// Tables returns the ICD-10-PCS tables, if the set has them. The slice is the set's own.
func (s *Set) Tables() []Table { return s.tables }

// AllGroups returns the chapters and sections in order. The slice is the set's own.
func (s *Set) AllGroups() []Group { return s.groups }

// HasNotes tells whether any instructional note is loaded.
func (s *Set) HasNotes() bool { return len(s.notes) > 0 }

// Find returns the official position of a normalised code, without allocating.
func (s *Set) Find(code string) (int, bool) { return s.blocks.exact(code) }
