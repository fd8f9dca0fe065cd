package codesets

import "maps"

// Library is the sets loaded now, at most one for each system. It is not safe for concurrent
// change: the game holds it in one goroutine and puts in sets that others built.
type Library struct {
	sets map[System]*Set
}

// NewLibrary returns a library of the given sets.
func NewLibrary(sets ...*Set) *Library {
	l := &Library{sets: make(map[System]*Set)}
	for _, s := range sets {
		l.Put(s)
	}
	return l
}

// Put adds a set in place of the one of its system.
//
// What a plain code file lacks stays: the parts that a set is without are those of the set it replaces, since they
// belong to the system as well as to the release (see [Set.From]). What is of the very codes, standings and changes,
// does not stay.
func (l *Library) Put(s *Set) {
	if old := l.sets[s.release.System]; old != nil && old != s {
		s = s.completed(old)
	}
	l.sets[s.release.System] = s
}

// With returns a library of the same sets, and of others put in.
func (l *Library) With(sets ...*Set) *Library {
	next := NewLibrary(l.Sets()...)
	for _, s := range sets {
		next.Put(s)
	}
	return next
}

// completed returns s with the parts of old that it has not.
func (s *Set) completed(old *Set) *Set {
	whole := *s
	whole.from = maps.Clone(s.from)
	if whole.from == nil {
		whole.from = make(map[Part]Release)
	}
	had := old.parts()
	mine := s.parts()
	for part := NotesPart; part < ChangesPart; part++ {
		if mine.has(part) || !had.has(part) {
			continue
		}
		whole.from[part] = had.of(part)
		switch part {
		case NotesPart:
			whole.groups, whole.notes, whole.sevenths = old.groups, old.notes, old.sevenths
			whole.noteNames = old.noteNames
			whole.groupOf = assignGroups(whole.blocks.categories, whole.groups)
		case IndexPart:
			whole.indexes, whole.indexNames = old.indexes, old.indexNames
		case TablesPart:
			whole.tables = old.tables
			_ = whole.fitTables(nil) // only a step could fail
		case DefinitionsPart:
			whole.definitions = old.definitions
		case ModifiersPart:
			whole.modifiers = old.modifiers
		}
	}
	_ = whole.linkNames(func() error { return nil }) // only a pause could fail
	return &whole
}

// Set returns the set of a system, or nil.
func (l *Library) Set(system System) *Set { return l.sets[system] }

// Sets returns the loaded sets in the order of [Systems].
func (l *Library) Sets() []*Set {
	var sets []*Set
	for _, system := range Systems() {
		if s := l.sets[system]; s != nil {
			sets = append(sets, s)
		}
	}
	return sets
}
