package exam

import (
	"math"

	"coderounds/quiz/fsrs"
)

// The grid on which values are kept: stabilities from 0.02 to 2,000 days, evenly apart by their logarithm, and
// difficulties from 1 to 10. Between its points values are interpolated.
const (
	stabilities  = 20
	difficulties = 5
	points       = stabilities * difficulties

	leastStability, mostStability = 0.02, 2000.0

	difficultyStep = (fsrs.MaxDifficulty - fsrs.MinDifficulty) / (difficulties - 1)
)

// stabilityStep is the distance of two stabilities' logarithms.
func stabilityStep() float64 { return math.Log(mostStability/leastStability) / (stabilities - 1) }

// pointState is the state at a point of the grid.
func pointState(m fsrs.Model, point int) fsrs.State {
	stability := leastStability * math.Exp(float64(point/difficulties)*stabilityStep())
	return flat(m, stability, fsrs.MinDifficulty+float64(point%difficulties)*difficultyStep)
}

// shortShare is the share of an FSRS-7 state's lasting stability that its short one has on the grid, as after a first
// review.
const shortShare = 0.8

// flat is a state that two numbers tell all of.
func flat(m fsrs.Model, stability, difficulty float64) fsrs.State {
	s := fsrs.State{Stability: stability, Difficulty: difficulty}
	if !fsrs.WholeDays(m) {
		s.Short = shortShare * stability
	}
	return s
}

// spot is a place between four points of the grid.
type spot struct {
	at   int     // the point with the least of both
	s, d float64 // the share of the way to the next stability and difficulty, 0 to 1
}

// spotOf is the place of a state. What lies outside is put on the edge. An FSRS-7 state is put where recall after some
// days, those that matter most, is the same.
func spotOf(m fsrs.Model, st fsrs.State, days float64) spot {
	stability := st.Stability
	if !fsrs.WholeDays(m) {
		stability = alike(m, st, days)
	}
	s := math.Log(stability/leastStability) / stabilityStep()
	d := (st.Difficulty - fsrs.MinDifficulty) / difficultyStep
	s, d = min(max(s, 0), stabilities-1), min(max(d, 0), difficulties-1)
	i, j := min(int(s), stabilities-2), min(int(d), difficulties-2)
	return spot{i*difficulties + j, s - float64(i), d - float64(j)}
}

// alike is the stability on the grid that has the same recall after some days, by bisection to 1 %.
func alike(m fsrs.Model, st fsrs.State, days float64) float64 {
	target := m.Retrievability(days, st)
	low, high := math.Log(leastStability), math.Log(mostStability)
	for high-low > 0.01 {
		middle := (low + high) / 2
		if m.Retrievability(days, flat(m, math.Exp(middle), st.Difficulty)) < target {
			low = middle
		} else {
			high = middle
		}
	}
	return math.Exp(low)
}

// mean is the value at the spot of a quantity known at the grid's points.
func (p spot) mean(values []float32) float64 {
	v := values[p.at : p.at+difficulties+2]
	low := float64(v[0])*(1-p.d) + float64(v[1])*p.d
	high := float64(v[difficulties])*(1-p.d) + float64(v[difficulties+1])*p.d
	return low + p.s*(high-low)
}
