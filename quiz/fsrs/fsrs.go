// Package fsrs tells how well something is remembered and when to ask it again,
// and learns from a learner's answers to tell it better.
//
// It has two memory models of the Free Spaced Repetition Scheduler: FSRS-6, a
// [Scheduler], and FSRS-7, a [Dual], for cards that are repeated within a day.
// Either is a [Model]. Two numbers are kept of a card, a [State]:
//
//   - stability: the days until the chance of recall has fallen to 90 %;
//   - difficulty: how little a right answer strengthens it, from 1 to 10;
//
// and a Dual keeps a second stability, of the hours after a review.
//
// Each review turns one state into the next, given the days since the last
// review and a [Grade]. From a state follow the chance of recall on any day
// (the retrievability) and, the other way round, the day on which that chance
// has fallen to the one the learner wants to keep (the interval):
//
//	memory, err := fsrs.New(fsrs.DefaultParameters())
//	...
//	var card fsrs.State                       // never reviewed
//	card = memory.Next(card, 0, fsrs.Good)    // first review
//	card = memory.Next(card, 2, fsrs.Good)    // two days later
//	chance := memory.Retrievability(30, card) // thirty days after that
//	days := memory.Interval(0.9, card)        // until that chance is 0.9
//	wait := fsrs.Fuzz(days, rng.Float64())    // in whole days, a little scattered
//
// # Days
//
// Time comes in as days since the card's last review; the package has no
// clock. FSRS-6 was fitted to whole days: count the learner's days, from one
// day's start to the other's, and hand in the difference. What is less than one
// day is a repeat on the same day and follows a rule of its own, in which the
// time that passed has no part. From one day on a fraction counts as it is:
// nothing is rounded here, so round down before if you have hours. FSRS-7 wants
// the exact time, fractions and all. [WholeDays] tells which a model is for.
//
// Only the first answer of a day says something of memory over days. The
// states follow from all answers, but a log loss is taken over the first only.
//
// # Luck
//
// A right choice among k options may be luck. Hand in its chance, 1/k, and the
// state after is between that of a recall and that of a lapse: see [Right],
// [Recalled] and [Scheduler.NextGuessed]. A learner who is only asked to choose
// is else taken to recall some 3 points of 100 more than is true with 4
// options, and 8 with 2; with it, the models are within half a point.
//
// # Fitting
//
// A [Log] holds a learner's reviews and judges models by them. A [Fit] finds
// the model and the parameters that predict the learner's own later reviews
// best, in slices of less than a millisecond; [Training] is the bare
// optimization. Ten thousand reviews take 10 ms natively for FSRS-6, 20 ms for
// FSRS-7, and two to three times as long in WebAssembly.
//
// # What is promised
//
// Nothing that a Model does allocates. All is a function of its arguments: no
// clock, no randomness, no package state, and a Model never changes, so any
// number of goroutines may share one. From valid parameters and the zero State
// no sequence of days and grades, not even of NaN and infinities, leads to a
// state out of its bounds. The same log is always fitted alike.
//
// A state may differ in its last bits between processors, as some fuse a
// multiplication and an addition into one. So keep the reviews, not the
// states: replaying a million takes less than a tenth of a second.
//
// # What it is not
//
// It does not say which grade an answer deserves, it has no learning steps of
// minutes, and it does not plan: which cards come today and how an interval
// bends to an exam's date is for the caller.
//
// # Sources
//
// The formulas and the default parameters of FSRS-6 are those of fsrs-rs 6.6.1, which
// ts-fsrs 5.4.2 and go-fsrs v4.0.0 share; the algorithm is described at
// https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm.
// Where libraries differ this package does as fsrs-rs: on the same day Hard,
// too, never weakens a card (in py-fsrs it may), and a first stability may lie
// under 0.1 days (in go-fsrs it may not). FSRS-7 is that of srs-benchmark
// (models/fsrs_v7.py) and of fsrs-rs's model_v7.rs.
package fsrs

// Grade is how well an answer went. The zero Grade is none.
type Grade uint8

// The grades, from worst to best. Again is a failed recall, the other three
// are recalls: with effort, as usual, and without any.
const (
	Again Grade = iota + 1
	Hard
	Good
	Easy
)

// Valid reports whether g is one of the four grades.
func (g Grade) Valid() bool { return Again <= g && g <= Easy }

// The bounds within which every reviewed [State] of a [Scheduler] lies;
// stability in days. Those of a [Dual] begin at [MinDualStability].
const (
	MinStability, MaxStability   = 0.001, 36500.0
	MinDifficulty, MaxDifficulty = 1.0, 10.0
)

// State is what is known of the memory of one card right after a review. The
// zero State is that of a card never reviewed; all others come from a [Model].
type State struct {
	Stability  float64 // in days; in FSRS-6 until the chance of recall is 90 %
	Difficulty float64 // 1, easiest, to 10
	// Short is the stability of the trace that a [Dual] keeps for the hours
	// after a review, in days. A [Scheduler] leaves it 0.
	Short float64
}

// IsNew reports whether the card was never reviewed.
func (s State) IsNew() bool { return s.Stability == 0 }

// clamp brings x into low…high.
func clamp(x, low, high float64) float64 { return min(max(x, low), high) }
