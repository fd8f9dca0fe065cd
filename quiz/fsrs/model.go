package fsrs

import "fmt"

// Model is a memory model with one set of parameters: a [Scheduler] or a
// [Dual]. Models never change and may be shared; a State belongs to the model
// that made it, and states are not handed from one model to another: replay
// the reviews instead.
type Model interface {
	// Next returns the state after a review, days after the one before.
	Next(from State, days float64, g Grade) State
	// NextGuessed is Next where the answer may have been luck: guess is the
	// chance, from 0 to below 1, that one who does not know is right.
	NextGuessed(from State, days float64, g Grade, guess float64) State
	// Answered is NextGuessed, and the chance of recall that there was before
	// the answer, which costs next to nothing beside it.
	Answered(from State, days float64, g Grade, guess float64) (next State, recall float64)
	// Retrievability returns the chance, 0 to 1, of recall after days.
	Retrievability(days float64, s State) float64
	// Interval returns the days until that chance has fallen to retention.
	Interval(retention float64, s State) float64
	// Weights returns a copy of the parameters, for [NewModel].
	Weights() []float64
}

// NewModel returns the model whose parameters weights are: 21 are those of
// FSRS-6, 34 those of FSRS-7. The error tells what is wrong with them.
func NewModel(weights []float64) (Model, error) {
	switch len(weights) {
	case len(Parameters{}):
		return New(Parameters(weights))
	case len(DualParameters{}):
		return NewDual(DualParameters(weights))
	}
	return nil, fmt.Errorf("read fsrs parameters: there are %d, must be %d for FSRS-6 or %d for FSRS-7; use the default ones",
		len(weights), len(Parameters{}), len(DualParameters{}))
}

// WholeDays reports whether m was made for whole days between reviews, so that
// what is less than one is the same day. If not, it wants all the fractions.
func WholeDays(m Model) bool {
	_, whole := m.(*Scheduler)
	return whole
}

// checkBounds returns an error that names the first weight out of bounds.
func checkBounds(w, low, high, usual []float64) error {
	for i := range w {
		if !(low[i] <= w[i] && w[i] <= high[i]) { // so written, NaN fails too
			return fmt.Errorf("check fsrs parameters: w%d is %v, must be from %v to %v; use the default %v",
				i, w[i], low[i], high[i], usual[i])
		}
	}
	return nil
}
