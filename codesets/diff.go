package codesets

import (
	"fmt"
	"maps"
	"slices"
)

// Diff is what changed between two releases of a system, each list in official order: of the newer release, but Deleted,
// which is in that of the older. A code is in one list only.
type Diff struct {
	Old, New Release
	// Added and Deleted are codes and headers that only one release has.
	Added, Deleted []Code
	// Revised have another long or short title. A short title that one release lacks is no change.
	Revised []Revision
	// Turned are billable codes that became headers, or headers that became billable, whatever their titles.
	Turned []Revision
	// Terminated are codes that the newer release gives a last day, and the older none or another.
	Terminated []Revision
	// Instead are the codes that took the place of a billable one that was deleted or became a header, by its code; see
	// [Set.Successors].
	Instead map[string][]Code
}

// Revision is a code before and after.
type Revision struct{ Was, Is Code }

// Compare finds what changed from one release to a later one, or says that they are of two systems. Steps count the codes
// of both. Cost: some 100 ms for 100,000 codes, for all titles are put together.
func Compare(older, newer *Set, step Step) (Diff, error) {
	if a, b := older.release.System, newer.release.System; a != b {
		return Diff{}, fmt.Errorf("compare %s with %s: they are of two systems; name two releases of one", older.release, newer.release)
	}
	d := Diff{Old: older.release, New: newer.release}
	total := older.Len() + newer.Len()
	for i := range newer.Len() {
		if i%buildStep == 0 {
			if err := step.call(i, total); err != nil {
				return Diff{}, err
			}
		}
		if at, ok := older.Find(newer.Code(i)); ok {
			d.weigh(older.At(at), newer.At(i))
		} else {
			d.Added = append(d.Added, newer.At(i))
		}
	}
	for i := range older.Len() {
		if i%buildStep == 0 {
			if err := step.call(newer.Len()+i, total); err != nil {
				return Diff{}, err
			}
		}
		if _, ok := newer.Find(older.Code(i)); !ok {
			d.Deleted = append(d.Deleted, older.At(i))
		}
	}
	d.Instead = d.successors()
	return d, step.call(total, total)
}

// weigh puts a code that both releases have into the list of what changed about it.
func (d *Diff) weigh(was, is Code) {
	switch {
	case was.Billable != is.Billable:
		d.Turned = append(d.Turned, Revision{was, is})
	case was.Ended != is.Ended && is.Ended != 0:
		d.Terminated = append(d.Terminated, Revision{was, is})
	case was.Long != is.Long, was.Short != is.Short && was.Short != "" && is.Short != "":
		d.Revised = append(d.Revised, Revision{was, is})
	}
}

// successors finds what took the place of the codes that may not be reported any more.
func (d *Diff) successors() map[string][]Code {
	instead := make(map[string][]Code)
	changes := d.Changes()
	for _, c := range changes {
		if c.Kind != Deleted || !c.Code.Billable {
			continue
		}
		if codes := successors(changes, d.New.System, c.Code.Code); len(codes) > 0 {
			instead[c.Code.Code] = codes
		}
	}
	return instead
}

// Changes returns the difference as addenda say it: deletions, then additions, then revisions; a code that turned is deleted
// and added. Terminations are none.
func (d *Diff) Changes() []Change {
	var all []Change
	for _, c := range d.Deleted {
		all = append(all, Change{Kind: Deleted, Code: c})
	}
	for _, t := range d.Turned {
		all = append(all, Change{Kind: Deleted, Code: t.Was}, Change{Kind: Added, Code: t.Is})
	}
	for _, c := range d.Added {
		all = append(all, Change{Kind: Added, Code: c})
	}
	for _, r := range d.Revised {
		all = append(all, Change{Kind: Revised, Code: r.Is, Was: r.Was})
	}
	return all
}

// Since returns the set with what changed since an older release of its system, so that [Set.Check] knows of deleted codes:
// the set itself when it has addenda of its own or is the same release. For the cost and the errors see [Compare].
func (s *Set) Since(older *Set, step Step) (*Set, error) {
	if len(s.changes) > 0 || s.release == older.release {
		return s, nil
	}
	d, err := Compare(older, s, step)
	if err != nil {
		return nil, err
	}
	next := *s
	next.changes = d.Changes()
	next.from = maps.Clone(s.from)
	if next.from == nil {
		next.from = make(map[Part]Release)
	}
	next.from[ChangesPart] = s.release
	return &next, nil
}

// Unannounced returns those of the changes that addenda do not name. There are some when a release was amended within its
// year: addenda of ICD-10-PCS name what changed since the last amendment, in April.
func (d *Diff) Unannounced(addenda []Change) []Change {
	type entry struct {
		kind ChangeKind
		code string
	}
	named := make(map[entry]bool, len(addenda))
	for _, c := range addenda {
		named[entry{c.Kind, c.Code.Code}] = true
	}
	return slices.DeleteFunc(d.Changes(), func(c Change) bool { return named[entry{c.Kind, c.Code.Code}] })
}
