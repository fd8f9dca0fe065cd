package quiz

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"coderounds/codesets"
	"coderounds/quiz/fsrs"
)

// Outcome is how an answer turned out.
type Outcome string

// The outcomes. Near is a typed code that is off by one character: a different code, so wrong, but worth saying.
const (
	Right  Outcome = "right"
	Wrong  Outcome = "wrong"
	Near   Outcome = "near"
	GaveUp Outcome = "gave up"
)

// Pace is what is usual for a learner in one kind of task, from their own reviews.
type Pace struct {
	// Slow is the 90th percentile of the time to a right answer, Quick the 20th of the time to the
	// first key; 0 while fewer than paceSamples are known.
	Slow, Quick time.Duration
}

// paceSamples is how many answers of a kind it takes to know what is usual.
const paceSamples = 30

// Judge says how a response turned out.
func (q *Question) Judge(r Response) Outcome {
	switch {
	case r.GaveUp:
		return GaveUp
	case q.Card.Kind == Choose:
		if i, err := strconv.Atoi(r.Text); err == nil && i >= 0 && i < len(q.Options) && q.Options[i].Right {
			return Right
		}
		return Wrong
	}
	given := q.normal(r.Text)
	for _, a := range q.Answers {
		if given == q.normal(a) {
			return Right
		}
	}
	if q.Code != "" && offByOne(given, q.normal(q.Answers[0])) {
		return Near
	}
	return Wrong
}

// normal brings an answer into the form in which answers are compared: codes as codes, words
// without case and surplus spaces.
func (q *Question) normal(answer string) string {
	if q.Code != "" {
		return codesets.Normalize(answer)
	}
	return strings.Join(codesets.Words(answer), " ")
}

// offByOne tells whether two strings of bytes differ by one replaced, missing or extra byte.
func offByOne(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(b)-len(a) > 1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	if len(a) == len(b) {
		return i < len(a) && a[i+1:] == b[i+1:]
	}
	return a[i:] == b[i+1:]
}

// Grade turns an outcome into the grade the memory model takes. A right choice is never Easy, since it
// may be luck; a right find is never Again, however long it took. Without a pace nobody is slow, and none is quick.
func (q *Question) Grade(o Outcome, r Response, pace Pace) fsrs.Grade {
	switch {
	case o != Right:
		return fsrs.Again
	case r.Hints > 0:
		return fsrs.Hard
	case q.Card.Kind == Find && q.Par > 0 && r.Keys > 2*q.Par && r.Keys > q.Par+2:
		return fsrs.Hard
	case q.Card.Kind == Choose && pace.Slow > 0 && r.Took > pace.Slow:
		return fsrs.Hard
	case q.Card.Kind == Type && 0 < r.First && r.First < pace.Quick:
		return fsrs.Easy
	}
	return fsrs.Good
}

// percentile returns the value below which share of the sorted durations lie.
func percentile(sorted []time.Duration, share float64) time.Duration {
	if len(sorted) == 0 {
		return 0
	}
	return sorted[min(len(sorted)-1, int(share*float64(len(sorted))))]
}

// keep is how many recent answers the pace is taken from.
const keep = 200

// times keeps the latest durations of a kind of task, in a ring.
type times struct {
	first, took [keep]time.Duration
	added       int
}

func (t *times) add(first, took time.Duration) {
	t.first[t.added%keep], t.took[t.added%keep] = first, took
	t.added++
}

// latest are the durations that are kept, in no order.
func (t *times) latest() (first, took []time.Duration) {
	if t == nil {
		return nil, nil
	}
	n := min(t.added, keep)
	return t.first[:n], t.took[:n]
}

func (t *times) pace() Pace {
	first, took := t.latest()
	if len(took) < paceSamples {
		return Pace{}
	}
	first, took = slices.Clone(first), slices.Clone(took)
	slices.Sort(first)
	slices.Sort(took)
	return Pace{Slow: percentile(took, .9), Quick: percentile(first, .2)}
}
