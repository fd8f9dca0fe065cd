package fsrs

import "math"

// example is a review to learn from. Only a scored one has a weight.
type example struct {
	days, guess, weight float64
	grade               Grade
}

// student is a model while its parameters are being fitted.
type student interface {
	// set changes the parameters to w, after bringing w itself into bounds.
	set(w []float64)
	// back goes over one card's reviews and back, and adds the gradient of
	// their losses, times their weights, to slopes.
	back(card []example, slopes []float64)
	// model returns a copy that keeps the parameters of now.
	model() Model
}

// onset is the difficulty at first, by grade, with its derivative by w5; in
// either model it is w4 − e^(w5(G−1)) + 1, not brought into bounds.
type onset [Easy]struct{ difficulty, slope float64 }

func onsetOf(w4, w5 float64) (o onset) {
	for g := Again; g <= Easy; g++ {
		up := float64(g - Again)
		power := math.Exp(w5 * up)
		o[g-1].difficulty, o[g-1].slope = w4-power+1, -up*power
	}
	return o
}

// bounded brings a state into its bounds.
func bounded(s State, least float64) State {
	return State{
		clamp(s.Stability, least, MaxStability),
		clamp(s.Difficulty, MinDifficulty, MaxDifficulty),
		s.Short,
	}
}

// within is the derivative by a state before it is brought into bounds, given
// the one after.
func within(by, s State, least float64) State {
	if s.Stability < least || s.Stability > MaxStability {
		by.Stability = 0
	}
	if s.Difficulty < MinDifficulty || s.Difficulty > MaxDifficulty {
		by.Difficulty = 0
	}
	return by
}

// boundedDual brings a state into the bounds of a Dual's.
func boundedDual(s State) State {
	s = bounded(s, MinDualStability)
	s.Short = clamp(s.Short, MinDualStability, MaxStability)
	return s
}

func withinDual(by, s State) State {
	by = within(by, s, MinDualStability)
	if s.Short < MinDualStability || s.Short > MaxStability {
		by.Short = 0
	}
	return by
}
