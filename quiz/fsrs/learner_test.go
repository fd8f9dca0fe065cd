package fsrs_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"coderounds/quiz/fsrs"
)

// learner is one whose memory is known, as no real one's is.
type learner struct {
	truth   *fsrs.Scheduler
	cards   int
	options float64 // to choose among; 1 is an answer without
	days    int
}

// study is what comes of a learner's days: the answers as they are to be seen,
// with and without the chance of luck, and the true chance of recall at each
// scored one.
type study struct {
	aware, naive fsrs.Log
	recall       []float64
	answers      []studied
}

type studied struct {
	card  int
	day   float64
	grade fsrs.Grade
}

// study lets the learner meet ten new cards a day, half of which are known
// before, and all others when FSRS-6 with its defaults asks for them, which
// takes every right answer for knowledge.
func (l learner) study(t testing.TB, seed uint64) *study {
	rng := rand.New(rand.NewPCG(seed, 7))
	asks := published(t)
	type card struct {
		truth, seen fsrs.State
		last, due   float64
	}
	cards := make([]card, l.cards)
	var s study
	for day := 0.0; day < float64(l.days); day++ {
		for i := range cards[:min(l.cards, 10*int(day)+10)] {
			c := &cards[i]
			if day < c.due {
				continue
			}
			recall := 0.5
			if !c.truth.IsNew() {
				recall = l.truth.Retrievability(day-c.last, c.truth)
			}
			known, seen := fsrs.Again, fsrs.Again
			if rng.Float64() < recall {
				known = fsrs.Good
			}
			if lucky := l.options > 1 && rng.Float64() < 1/l.options; lucky || known == fsrs.Good {
				seen = fsrs.Good
			}
			s.add(i, day, seen, l.options, recall)
			c.truth, c.seen = l.truth.Next(c.truth, day-c.last, known), asks.Next(c.seen, day-c.last, seen)
			c.last, c.due = day, day+max(1, math.Round(asks.Interval(0.9, c.seen)*(0.9+0.2*rng.Float64())))
		}
	}
	return &s
}

func (s *study) add(card int, day float64, g fsrs.Grade, options, recall float64) {
	guess := 0.0
	if options > 1 {
		guess = 1 / options
	}
	before := s.aware.Scored()
	s.aware.Add(card, day, g, guess)
	s.naive.Add(card, day, g, 0)
	if s.aware.Scored() > before {
		s.recall = append(s.recall, recall)
	}
	s.answers = append(s.answers, studied{card, day, g})
}

// overstated is by how much a model's chance of recall exceeds the true one, on
// average over the scored reviews.
func (s *study) overstated(m fsrs.Model, guess float64) float64 {
	type card struct {
		state fsrs.State
		last  float64
	}
	cards := map[int]card{}
	sum, scored := 0.0, 0
	for _, a := range s.answers {
		c := cards[a.card]
		days := a.day - c.last
		if !c.state.IsNew() && days >= 1 {
			sum += m.Retrievability(days, c.state) - s.recall[scored]
			scored++
		}
		cards[a.card] = card{m.NextGuessed(c.state, days, a.grade, guess), a.day}
	}
	return sum / float64(scored)
}
