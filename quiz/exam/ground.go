package exam

import "coderounds/quiz/fsrs"

// Ground is what plans with one model have in common: what a visit to each state of the grid does. It never changes and
// may be shared.
type Ground struct {
	model   fsrs.Model
	guesses []float64
	since   []int     // days since the latest review, rising
	visits  [][]visit // by chance of luck: since × points
}

// sinceMost is the most days since the latest review that differ from more.
const sinceMost = 120

// NewGround works the visits out. guesses are the chances of luck that cards have, each from 0 to below 1. It takes 1 ms
// for a chance of 0 and 3 ms for another, and for FSRS-7 some times that.
func NewGround(m fsrs.Model, guesses ...float64) *Ground {
	g := beginGround(m, guesses...)
	for g.step() {
	}
	return g
}

// beginGround leaves the work to step.
func beginGround(m fsrs.Model, guesses ...float64) *Ground {
	g := &Ground{model: m, guesses: guesses, visits: make([][]visit, len(guesses))}
	for days := 1; days <= sinceMost; days += max(1, days/4) {
		g.since = append(g.since, days)
	}
	return g
}

// step works out the visits at one number of days, and reports whether there are more.
func (g *Ground) step() bool {
	for i, guess := range g.guesses {
		if done := len(g.visits[i]) / points; done < len(g.since) {
			for p := range points {
				g.visits[i] = append(g.visits[i], visitTo(g.model, pointState(g.model, p), float64(g.since[done]), guess))
			}
			return true
		}
	}
	return false
}

// between finds a number of days on the list: it lies share of the way from entry at to the next.
func (g *Ground) between(days int) (at int, share float64) {
	last := len(g.since) - 1
	if days >= g.since[last] {
		return last - 1, 1
	}
	at = last - 1
	for at > 0 && days < g.since[at] {
		at--
	}
	return at, max(0, float64(days-g.since[at])/float64(g.since[at+1]-g.since[at]))
}

// mean is the value, some days since the latest review and at a spot, of a quantity known at since × points.
func (g *Ground) mean(values []float32, days int, at spot) float64 {
	i, share := g.between(days)
	low, high := at.mean(values[i*points:(i+1)*points]), at.mean(values[(i+1)*points:(i+2)*points])
	return low + share*(high-low)
}
