package corpus

import (
	"math"
	"math/rand/v2"

	"coderounds/quiz/fsrs"
)

// Chooser is a made-up learner who is only ever asked to choose, and whose memory is known: it is that of a model.
type Chooser struct {
	Answers []Answer
	// Recall is the true chance of recall at each answer that is scored.
	Recall []float64
}

// Choose lets a learner choose among so many options for 240 days: ten new cards a day up to 1,000, half of which were
// known before, and all others when the model asks for them, which takes every right answer for knowledge.
func Choose(model *fsrs.Scheduler, options int, seed uint64) *Chooser {
	rng := rand.New(rand.NewPCG(seed, 7))
	type card struct {
		truth, seen fsrs.State
		last, due   float64
	}
	cards := make([]card, 1000)
	c := new(Chooser)
	for day := 0.0; day < 240; day++ {
		for i := range cards[:min(len(cards), 10*int(day)+10)] {
			k := &cards[i]
			if day < k.due {
				continue
			}
			recall := 0.5
			if !k.truth.IsNew() {
				recall = model.Retrievability(day-k.last, k.truth)
				c.Recall = append(c.Recall, recall) // never twice a day
			}
			known, seen := fsrs.Again, fsrs.Again
			if rng.Float64() < recall {
				known = fsrs.Good
			}
			if lucky := rng.IntN(options) == 0; lucky || known == fsrs.Good {
				seen = fsrs.Good
			}
			c.Answers = append(c.Answers, Answer{i, day, seen})
			k.truth, k.seen = model.Next(k.truth, day-k.last, known), model.Next(k.seen, day-k.last, seen)
			k.last, k.due = day, day+max(1, math.Round(model.Interval(0.9, k.seen)*(0.9+0.2*rng.Float64())))
		}
	}
	return c
}

// Log is what a fit sees of it, which is told the chance of guessing right.
func (c *Chooser) Log(guess float64) *fsrs.Log {
	log := new(fsrs.Log)
	for _, a := range c.Answers {
		log.Add(a.Card, a.Days, a.Grade, guess)
	}
	return log
}

// Overstated is by how many points of a hundred a model's chance of recall exceeds the true one, on average.
func (c *Chooser) Overstated(model fsrs.Model, guess float64) float64 {
	states, last := make(map[int]fsrs.State), make(map[int]float64)
	sum, scored := 0.0, 0
	for _, a := range c.Answers {
		days := a.Days - last[a.Card]
		if before := states[a.Card]; !before.IsNew() {
			sum += model.Retrievability(days, before) - c.Recall[scored]
			scored++
		}
		states[a.Card], last[a.Card] = model.NextGuessed(states[a.Card], days, a.Grade, guess), a.Days
	}
	return 100 * sum / float64(scored)
}
