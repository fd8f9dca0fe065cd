package quiz

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sort"

	"coderounds/quiz/fsrs"
)

// Store keeps the lines of a journal. A file and a browser's database are its two kinds.
type Store interface {
	// Append saves lines, all or none, and sends nil once they are safely stored, or why they are not. It
	// does not block; the channel is buffered. Lines appended by other windows are never overwritten.
	Append(lines ...[]byte) <-chan error
	// Lines returns all complete lines, oldest first.
	Lines() ([][]byte, error)
	// Erase removes all lines.
	Erase() <-chan error
}

// Journal is all reviews ever made, and the memory derived from them.
type Journal struct {
	store   Store
	reviews []Review // by time; those of one millisecond as they came
	memory  *Memory
	replays int // of the memory, whole
}

// LineError is a line of a journal that cannot be read.
type LineError struct {
	Line int // from 1
	Err  error
}

func (e *LineError) Error() string {
	return fmt.Sprintf("line %d of the journal: %v", e.Line, e.Err)
}

// Unwrap returns the cause.
func (e *LineError) Unwrap() error { return e.Err }

// OpenJournal replays what is in a store into an empty memory. A line that cannot be read is a
// [LineError]; the store is left as it is.
func OpenJournal(store Store, memory *Memory) (*Journal, error) {
	lines, err := store.Lines()
	if err != nil {
		return nil, fmt.Errorf("open journal: %w", err)
	}
	j := &Journal{store: store, memory: memory}
	reviews, read := make([]Review, len(lines)), new(reader)
	for i, line := range lines {
		if err := read.parse(line, &reviews[i]); err != nil {
			return nil, fmt.Errorf("open journal: %w", &LineError{i + 1, err})
		}
	}
	j.put(reviews)
	return j, nil
}

// has tells whether a review is there.
func (j *Journal) has(k Key) bool {
	from := sort.Search(len(j.reviews), func(i int) bool { return j.reviews[i].Time.UnixMilli() >= k.Millis })
	return among(j.reviews[from:], k)
}

// among looks for a review among those of the same millisecond that come first.
func among(reviews []Review, k Key) bool {
	for i := range reviews {
		switch key := reviews[i].Key(); {
		case key == k:
			return true
		case key.Millis != k.Millis:
			return false
		}
	}
	return false
}

func byTime(a, b Review) int { return cmp.Compare(a.Time.UnixMilli(), b.Time.UnixMilli()) }

// Append adds a review to the memory and starts to save it. The channel tells when it is safe; if
// saving fails the review still counts until the program ends.
func (j *Journal) Append(r Review) <-chan error {
	line, err := r.Line()
	if err != nil {
		return done(err)
	}
	if j.has(r.Key()) {
		return done(errors.New("save review: the same review was saved before"))
	}
	if n := len(j.reviews); n > 0 && byTime(j.reviews[n-1], r) > 0 { // the clock was set back
		j.put(append(slices.Clip(j.reviews), r))
	} else {
		j.reviews = append(j.reviews, r)
		j.memory.Add(&r)
	}
	return j.store.Append(line)
}

// Merge adds reviews that are [Journal.Missing], from a backup or another device, and replays all in the order of
// time. The channel tells when they are safe; if saving fails they count until the program ends.
func (j *Journal) Merge(missing []Review) <-chan error {
	lines := make([][]byte, 0, len(missing))
	for i := range missing {
		line, err := missing[i].Line()
		if err != nil {
			return done(err)
		}
		lines = append(lines, line)
	}
	j.put(slices.Concat(j.reviews, missing))
	return j.store.Append(lines...)
}

// put makes these, which may be of any order and are the journal's from now on, all reviews there are, and replays. Of those
// that are the same the first is kept. Slices handed out before stay as they are.
func (j *Journal) put(all []Review) {
	if !slices.IsSortedFunc(all, byTime) {
		slices.SortStableFunc(all, byTime)
	}
	kept, same := all[:0], 0 // kept[same:] are of one millisecond
	for i := range all {
		if len(kept) > 0 && byTime(kept[len(kept)-1], all[i]) != 0 {
			same = len(kept)
		}
		if !among(kept[same:], all[i].Key()) {
			kept = append(kept, all[i])
		}
	}
	j.reviews = kept
	j.replay(j.memory.model, j.memory.retention)
}

// Use schedules with another model, or for another retention, from now on: all reviews are replayed with it, at about half
// a microsecond each; see [Journal.Replay] for slices. Days on which cards are due change.
func (j *Journal) Use(model fsrs.Model, retention float64) { j.replay(model, retention) }

func (j *Journal) replay(model fsrs.Model, retention float64) {
	*j.memory = *j.memory.anew(model, retention)
	j.memory.replay(j.reviews)
	j.replays++
}

// Erase forgets all reviews and removes them from the store; the channel tells when they are gone.
func (j *Journal) Erase() <-chan error {
	j.put(nil)
	return j.store.Erase()
}

// Memory returns the memory derived from the journal.
func (j *Journal) Memory() *Memory { return j.memory }

// Reviews returns all reviews, oldest first. The slice is the journal's own.
func (j *Journal) Reviews() []Review { return j.reviews }

// Missing returns those of reviews that the journal does not have, oldest first: what is left to
// add when another journal is merged in.
func (j *Journal) Missing(reviews []Review) []Review {
	var missing []Review
	for _, r := range reviews {
		if !j.has(r.Key()) {
			missing = append(missing, r)
		}
	}
	return missing
}

// Unsaved is a store that keeps lines in memory only: for play when nothing can be saved, and for tests.
type Unsaved struct{ lines [][]byte }

// Append keeps the lines until the program ends.
func (u *Unsaved) Append(lines ...[]byte) <-chan error {
	u.lines = append(u.lines, lines...)
	return done(nil)
}

// Lines returns the lines kept.
func (u *Unsaved) Lines() ([][]byte, error) { return u.lines, nil }

// Erase forgets all lines.
func (u *Unsaved) Erase() <-chan error {
	u.lines = nil
	return done(nil)
}

func done(err error) <-chan error {
	c := make(chan error, 1)
	c <- err
	return c
}
