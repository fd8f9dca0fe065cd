package pure

import (
	"fmt"
	"math"
	"math/rand/v2"
	"time"

	peer "github.com/open-spaced-repetition/go-fsrs/v4"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/figure"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// How many reviews are scheduled, and how often each in a round.
const (
	scheduled      = 4096
	schedulePasses = 10
)

// reviewed is a card, the days since it was seen and the grade it is given.
type reviewed struct {
	from  fsrs.State
	days  uint64
	grade fsrs.Grade
}

// schedule is how a memory model answers: a state and the days until the card is due.
type schedule func(reviewed) (fsrs.State, float64)

// review measures one review scheduled: the next state and its interval.
func (b bench) review() error {
	model := fsrs.Published()
	ours := func(r reviewed) (fsrs.State, float64) {
		next := model.Next(r.from, float64(r.days), r.grade)
		return next, model.Interval(quiz.DefaultRetention, next)
	}
	parameters := peer.DefaultParam()
	theirs := func(r reviewed) (fsrs.State, float64) {
		before := peer.MemoryState{Stability: r.from.Stability, Difficulty: r.from.Difficulty}
		next := parameters.NextState(&before, quiz.DefaultRetention, r.days, peer.Rating(r.grade))
		return fsrs.State{Stability: next.Memory.Stability, Difficulty: next.Memory.Difficulty}, next.Interval
	}
	reviews := histories(ours)
	if err := agreeOn(reviews, ours, theirs); err != nil {
		return err
	}
	times, err := contest.Hold(contest.Rounds, scheduler(reviews, ours), scheduler(reviews, theirs))
	if err != nil {
		return err
	}
	for i, who := range [][]string{nil, {"go-fsrs"}} {
		b.sheet.Put(b.name("fsrs/review", who...), each(times.Median(i), schedulePasses*scheduled, time.Nanosecond), figure.Nanoseconds)
	}
	b.sheet.Put(b.name("fsrs/review", "ratio-to-go-fsrs"), times.Ratio(0, 1), figure.Times)
	return b.step(model, reviews)
}

func scheduler(reviews []reviewed, model schedule) contest.Contender {
	return contest.Timed(func() {
		for range schedulePasses {
			for _, r := range reviews {
				model(r)
			}
		}
	})
}

// histories makes cards as they become: seen when they are due or somewhat later, sometimes twice a day, one in eight
// forgotten.
func histories(model schedule) []reviewed {
	rng := rand.New(rand.NewPCG(1, 2))
	grades := []fsrs.Grade{fsrs.Again, fsrs.Hard, fsrs.Good, fsrs.Good, fsrs.Good, fsrs.Good, fsrs.Good, fsrs.Easy}
	reviews := make([]reviewed, 0, scheduled)
	var state fsrs.State
	var due float64
	for len(reviews) < scheduled {
		if len(reviews)%16 == 0 {
			state, due = fsrs.State{}, 0
		}
		r := reviewed{state, uint64(due * (.8 + .6*rng.Float64())), grades[rng.IntN(len(grades))]}
		reviews = append(reviews, r)
		state, due = model(r)
	}
	return reviews
}

// agreeOn compares what two models say of the same reviews.
func agreeOn(reviews []reviewed, ours, theirs schedule) error {
	for _, r := range reviews {
		state, days := ours(r)
		theirState, theirDays := theirs(r)
		for _, pair := range [][2]float64{{state.Stability, theirState.Stability}, {state.Difficulty, theirState.Difficulty}, {days, theirDays}} {
			if math.Abs(pair[0]-pair[1]) > 1e-9*math.Abs(pair[1]) {
				return fmt.Errorf("schedule %+v: %v for %v days, but go-fsrs says %v for %v", r, state, days, theirState, theirDays)
			}
		}
	}
	return nil
}
