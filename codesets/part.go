package codesets

import "maps"

// Part is a part of a set that publishers put out in a file of its own, so that the parts of one set may be of
// different years: the codes of FY2026 with the notes of FY2021.
type Part uint8

// The parts.
const (
	CodesPart       Part = iota + 1
	NotesPart            // chapters, sections, notes and 7th characters: the Tabular List
	IndexPart            // the Alphabetic Index and the tables that go with it
	TablesPart           // the tables of ICD-10-PCS
	DefinitionsPart      // the definitions of ICD-10-PCS
	ModifiersPart        // the modifiers of HCPCS
	ChangesPart          // what the addenda say changed since the year before
)

// Join puts the parts that more brings in place of those of d; what more lacks stays. Codes bring their release with
// them; a part of another release than the codes is remembered with it (see [Set.From]). The drafts share what was
// joined; more is not to be used afterwards. Indexes are replaced one by one, by their kind.
func (d *Draft) Join(more Draft) {
	if d.Release.System == 0 {
		d.Release.System = more.Release.System
	}
	d.From = maps.Clone(d.From)
	if d.From == nil {
		d.From = make(map[Part]Release)
	}
	d.joinCodes(more)
	if len(more.Notes) > 0 || len(more.Groups) > 0 {
		d.Groups, d.Notes, d.Sevenths = more.Groups, more.Notes, more.Sevenths
		d.From[NotesPart] = more.of(NotesPart)
	}
	if len(more.Indexes) > 0 {
		d.Indexes = joinIndexes(d.Indexes, more.Indexes)
		d.From[IndexPart] = more.of(IndexPart)
	}
	if len(more.Tables) > 0 {
		d.Tables = more.Tables
		d.From[TablesPart] = more.of(TablesPart)
	}
	if len(more.Definitions) > 0 {
		d.Definitions = more.Definitions
		d.From[DefinitionsPart] = more.of(DefinitionsPart)
	}
	if len(more.Modifiers) > 0 {
		d.Modifiers = more.Modifiers
		d.From[ModifiersPart] = more.of(ModifiersPart)
	}
	if len(more.Changes) > 0 {
		d.Changes = more.Changes
		d.From[ChangesPart] = more.of(ChangesPart)
	}
}

// joinCodes replaces the codes. Parts that stay are then of the release that had the codes before. What HCPCS says of a
// code goes with the codes.
func (d *Draft) joinCodes(more Draft) {
	if more.Codes.Len() == 0 {
		return
	}
	if d.Codes.Len() > 0 {
		for part := CodesPart; part <= ChangesPart; part++ {
			if _, known := d.From[part]; !known && d.has(part) {
				d.From[part] = d.Release
			}
		}
	}
	d.Release, d.Codes, d.Standings = more.Release, more.Codes, more.Standings
	d.From[CodesPart] = more.Release
}

// of is the release that a part comes from.
func (d *Draft) of(part Part) Release {
	if r, ok := d.From[part]; ok {
		return r
	}
	return d.Release
}

// has reports whether a part is there.
func (d *Draft) has(part Part) bool {
	switch part {
	case CodesPart:
		return d.Codes.Len() > 0
	case NotesPart:
		return len(d.Notes) > 0 || len(d.Groups) > 0
	case IndexPart:
		return len(d.Indexes) > 0
	case TablesPart:
		return len(d.Tables) > 0
	case DefinitionsPart:
		return len(d.Definitions) > 0
	case ModifiersPart:
		return len(d.Modifiers) > 0
	case ChangesPart:
		return len(d.Changes) > 0
	}
	return false
}

// Draft returns what the set was built from, to be joined with more and built anew. Its parts are the set's own and must not
// be changed; [Draft.Join] does not. Steps count codes; an error is only that of a step.
func (s *Set) Draft(step Step) (Draft, error) {
	const codesPerStep = 4096
	d := s.parts()
	d.Codes = &Codes{rows: s.rows, keys: make([]blockKey, s.Len())}
	for i := range d.Codes.keys {
		code, n := s.blocks.at(i)
		d.Codes.keys[i] = keyOf(string(code[:n]))
		if i%codesPerStep == 0 {
			if err := step.call(i, s.Len()); err != nil {
				return Draft{}, err
			}
		}
	}
	return d, nil
}

// parts is the draft without its codes.
func (s *Set) parts() Draft {
	return Draft{
		Release: s.release, Groups: s.groups, Notes: s.notes, Sevenths: s.sevenths, Indexes: s.indexes,
		Tables: s.tables, Definitions: s.definitions, Modifiers: s.modifiers, Standings: s.standings,
		Changes: s.changes, From: s.from,
	}
}

// From tells which release a part of the set comes from; ok is false when the set has no such part.
func (s *Set) From(part Part) (r Release, ok bool) {
	d := s.parts()
	if part != CodesPart && !d.has(part) {
		return Release{}, false
	}
	return d.of(part), true
}
