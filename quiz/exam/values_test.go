package exam

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

func publishedDual(t testing.TB) *fsrs.Dual {
	t.Helper()
	m, err := fsrs.NewDual(fsrs.DefaultDualParameters())
	require.NoError(t, err)
	return m
}

// brute tries all schedules of one card: on every day it is asked for or not, whatever was answered before. It returns
// the best expected recall on the exam day less the price of the questions, and what asking first brings.
type brute struct {
	model        fsrs.Model
	price, guess float64
	known        float64
}

func (b brute) value(s fsrs.State, since, left int) (best, gain float64) {
	wait := b.known
	switch {
	case left == 0 && s.IsNew():
		return wait, 0
	case left == 0:
		return b.model.Retrievability(float64(since), s), 0
	}
	wait, _ = b.value(s, since+1, left-1)
	recall := b.known
	if !s.IsNew() {
		recall = b.model.Retrievability(float64(since), s)
	}
	right := fsrs.Right(recall, b.guess)
	pass, fail := asked(b.model, s, float64(since), b.guess)
	passed, _ := b.value(pass, 1, left-1)
	failed, _ := b.value(fail, 1, left-1)
	cost := 1 + again*(1-right)
	brings := right*passed + (1-right)*failed - wait
	return wait + max(0, brings-b.price*cost), brings / cost
}

// near is how far the grid may be off: the values lie between its points, which are half again as stable as one
// another.
const near = 0.012

// The values are those of the best of all schedules, and asking is worth what it brings in it.
func TestValuesAreThoseOfTheBestOfAllSchedules(t *testing.T) {
	const known = 0.1
	for name, model := range map[string]fsrs.Model{"FSRS-6": fsrs.Published(), "FSRS-7": publishedDual(t)} {
		t.Run(name, func(t *testing.T) {
			ground := NewGround(model, 0, 0.25)
			for guess, chance := range []float64{0, 0.25} {
				for _, price := range []float64{0, 0.05, 0.2} {
					for left := 1; left <= 6; left++ {
						v := newValues(ground, guess, known, 1, left)
						v.begin(certain())
						for k := 1; k <= left; k++ {
							v.back(k, price)
						}
						b := brute{model, price, chance, known}
						best, gain := b.value(fsrs.State{}, 0, left)
						require.InDelta(t, best, v.unmet, near)
						require.InDelta(t, gain, v.fresh[left], near)
						for _, state := range states(model) {
							for _, since := range []int{1, 3, 9} {
								at := spotOf(model, state, float64(since+left))
								best, gain := b.value(state, since, left)
								require.InDelta(t, best, ground.mean(v.value, since, at), loose(model), "%+v, %d days since, %d left, price %v", state, since, left, price)
								require.InDelta(t, gain, ground.mean(v.met[left], since, at), loose(model))
							}
						}
					}
				}
			}
		})
	}
}

// loose is how far values may be off: FSRS-7 keeps two stabilities, of which the grid has one.
func loose(m fsrs.Model) float64 {
	if fsrs.WholeDays(m) {
		return near
	}
	return 0.06
}

// states are what some answers lead to.
func states(m fsrs.Model) []fsrs.State {
	missed := m.Next(m.Next(fsrs.State{}, 0, fsrs.Again), 0, fsrs.Good)
	known := m.Next(fsrs.State{}, 0, fsrs.Good)
	learned := m.Next(m.Next(missed, 1, fsrs.Good), 3, fsrs.Good)
	lapsed := m.Next(m.Next(m.Next(known, 4, fsrs.Good), 15, fsrs.Again), 0, fsrs.Good)
	return []fsrs.State{missed, known, learned, lapsed}
}

// In steps of several days the values are those of the best schedule that keeps to such days.
func TestStepsOfSeveralDays(t *testing.T) {
	model := fsrs.Published()
	ground := NewGround(model, 0)
	v := newValues(ground, 0, 0, 1, 8)
	wide := newValues(ground, 0, 0, 2, 4)
	v.begin(certain())
	wide.begin(certain())
	for k := 1; k <= 8; k++ {
		v.back(k, 0.05)
	}
	for k := 1; k <= 4; k++ {
		wide.back(k, 0.05)
	}
	for _, state := range states(model) {
		at := spotOf(model, state, 10)
		fine, coarse := ground.mean(v.value, 2, at), ground.mean(wide.value, 2, at)
		require.LessOrEqual(t, coarse, fine+near)
		require.InDelta(t, fine, coarse, 0.05)
	}
}
