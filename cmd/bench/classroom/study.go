package classroom

import (
	"math"
	"math/rand/v2"
)

// Answer is an answer as a planner sees it.
type Answer struct {
	Card    int
	Day     int
	Right   bool
	Repeat  bool // of a card that was missed earlier in the day
	Seconds float64
}

// Planner decides what is asked: ours, and peers.
type Planner interface {
	// Day lists the cards to be asked on a day, as far as time goes.
	Day(day int) []int
	// Answer takes an answer in.
	Answer(a Answer)
}

// Result is how a learner stands on the exam day.
type Result struct {
	Recall float64 // the expected number of cards known
	Known  int     // the number of those that are
	Met    int
}

// A missed card comes again after this many others, at most so often in a day, as in the game.
const (
	againAfter = 3
	againMost  = 2
)

// missed is how much longer a wrong answer takes: its feedback is read with care.
const missed = 1.4

// Study lets the learner prepare with a planner until the exam day.
func (l *Learner) Study(p Planner) Result {
	rng := rand.New(rand.NewPCG(l.seed, 23))
	memories := make([]memory, len(l.Cards))
	for i := range memories {
		memories[i].known = rng.Float64() < l.before
	}
	for day, away := range l.away {
		if !away {
			l.day(p, day, memories, rng)
		}
	}
	exam := rand.New(rand.NewPCG(l.seed, 29))
	var result Result
	for i := range memories {
		recall := l.recall(&memories[i], len(l.away))
		result.Recall += recall
		if exam.Float64() < recall {
			result.Known++
		}
		if !memories[i].state.IsNew() {
			result.Met++
		}
	}
	return result
}

// turn is a place in a day's queue.
type turn struct{ card, again int }

// day asks until the minutes are over.
func (l *Learner) day(p Planner, day int, memories []memory, rng *rand.Rand) {
	plan := p.Day(day)
	queue := make([]turn, len(plan))
	for i, card := range plan {
		queue[i].card = card
	}
	for left := l.Minutes * 60; len(queue) > 0 && left > 0; {
		t := queue[0]
		m := &memories[t.card]
		known := rng.Float64() < l.recall(m, day)
		right := known || rng.Float64() < l.Cards[t.card].Guess()
		seconds := l.seconds[l.Cards[t.card]] * math.Exp(0.3*rng.NormFloat64())
		if !right {
			seconds *= missed
		}
		left -= seconds
		l.answer(m, day, known)
		p.Answer(Answer{t.card, day, right, t.again > 0, seconds})
		// Those that stand before the repetition move up by one; no other does.
		if at := min(againAfter, len(queue)-1); !right && t.again < againMost {
			copy(queue, queue[1:at+1])
			queue[at] = turn{t.card, t.again + 1}
		} else {
			queue = queue[1:]
		}
	}
}
