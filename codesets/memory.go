package codesets

import "unsafe"

// Memory is how many bytes the parts of a set keep.
type Memory struct {
	// Prefixes is the index of codes, which is all there is of the codes' characters.
	Prefixes int
	// Titles is the official titles, long and short.
	Titles int
	// Words is the index of the words of long titles.
	Words int
	// Names is the index of what codes are called beside their titles: inclusion terms and the paths of the index.
	Names int
}

// Memory counts what the set keeps to find codes, and their titles. Notes, groups, tables and the like are not in it.
func (s *Set) Memory() Memory {
	m := Memory{Prefixes: s.blocks.bytes(), Titles: s.titles.bytes(), Words: s.words.bytes()}
	for i := range s.names {
		m.Names += s.names[i].bytes()
	}
	return m
}

// room is how many bytes a slice takes.
func room[T any](s []T) int {
	var one T
	return cap(s) * int(unsafe.Sizeof(one))
}

func (b *blocks) bytes() int {
	n := room(b.levels) + room(b.rests) + room(b.categories)
	for _, l := range b.levels {
		n += room(l.next) + room(l.large) + room(l.small)
	}
	return n
}

func (t *titles) bytes() int {
	n := room(t.words.data) + room(t.words.starts)
	for _, l := range []*lists{&t.phrases, &t.long, &t.short} {
		n += room(l.sizes) + room(l.numbers) + room(l.highs) + room(l.starts)
	}
	return n
}

func (ix *wordIndex) bytes() int {
	n := room(ix.words.data) + room(ix.words.starts) + room(ix.gaps) + room(ix.starts) + room(ix.order) +
		room(ix.ends)
	for _, b := range ix.many {
		n += room(b)
	}
	for _, b := range ix.beginnings {
		n += room(b)
	}
	return n
}

func (l *linkedNames) bytes() int {
	n := l.words.bytes() + room(l.list) + room(l.leads) + room(l.ranks) + room(l.starts)
	for _, lead := range l.leads {
		n += len(lead)
	}
	return n
}
