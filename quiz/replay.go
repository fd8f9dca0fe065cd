package quiz

import (
	"slices"

	"coderounds/quiz/fsrs"
)

// Replay is a journal's reviews being taken in anew under another model, in slices, beside the memory in use:
//
//	r := journal.Replay().With(model)
//	for r.Step() {
//		// give the frame back as often as you like
//	}
//	journal.Adopt(r)
//
// With and Step may be called on another goroutine than the journal's.
type Replay struct {
	memory  *Memory
	reviews []Review
	next    int // of reviews
	replays int // of the journal when it began
}

// slice is the number of reviews taken in at a time: some tenths of a millisecond.
const slice = 256

// Replay begins a replay of all reviews.
func (j *Journal) Replay() *Replay {
	return &Replay{
		memory: j.memory.anew(j.memory.model, j.memory.retention), reviews: slices.Clip(j.reviews), replays: j.replays,
	}
}

// With makes it a replay under another model, if it is called before the first Step.
func (r *Replay) With(model fsrs.Model) *Replay {
	r.memory = r.memory.anew(model, r.memory.retention)
	return r
}

// Step does a slice of the work and reports whether there is more to do.
func (r *Replay) Step() bool {
	for range min(slice, len(r.reviews)-r.next) {
		r.memory.Add(&r.reviews[r.next])
		r.next++
	}
	return r.next < len(r.reviews)
}

// Adopt makes what was replayed the journal's memory; [Journal.Memory] is the same pointer as before. Reviews made since
// the replay began, and what was left of it, are taken in first. If others were merged in or the retention was changed
// meanwhile, all is replayed at once.
func (j *Journal) Adopt(r *Replay) {
	if r.replays != j.replays {
		j.replay(r.memory.model, j.memory.retention)
		return
	}
	for i := r.next; i < len(j.reviews); i++ {
		r.memory.Add(&j.reviews[i])
	}
	*j.memory = *r.memory
	j.replays++
}
