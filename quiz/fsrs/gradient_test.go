package fsrs

import (
	"math"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// anyCard draws the reviews of one card, guesses among them.
func anyCard(t *rapid.T, whole bool) []example {
	card := make([]example, rapid.IntRange(1, 10).Draw(t, "reviews"))
	for i := range card {
		e := example{
			days:  rapid.Float64Range(0, 200).Draw(t, "days"),
			grade: Grade(rapid.Uint8Range(1, 4).Draw(t, "grade")),
			guess: rapid.SampledFrom([]float64{0, 0, 0.25, 0.5}).Draw(t, "guess"),
		}
		if rapid.Bool().Draw(t, "soon") {
			e.days /= 200
		}
		if whole {
			e.days = math.Floor(e.days)
		}
		if i > 0 && e.days >= 0.01 {
			e.weight = rapid.Float64Range(0.25, 1).Draw(t, "weight")
		}
		card[i] = e
	}
	return card
}

// anyWeights draws weights well within bounds, as at a bound there is no slope.
func anyWeights(t *rapid.T, usual, low, high []float64) []float64 {
	w := slices.Clone(usual)
	if rapid.Bool().Draw(t, "other weights") {
		for i := range w {
			x := rapid.Float64Range(0.02, 0.98).Draw(t, "w")
			w[i] = low[i]*(1-x) + high[i]*x
		}
	}
	return w
}

// cardLoss is the weighted loss of a card's reviews, by way of the model alone.
func cardLoss(m Model, card []example) float64 {
	var s State
	sum := 0.0
	for _, e := range card {
		if e.weight > 0 {
			sum += e.weight * loss(m.Retrievability(e.days, s), e.grade, e.guess)
		}
		s = m.NextGuessed(s, e.days, e.grade, e.guess)
	}
	return sum
}

// requireSlopes compares the gradient with differences of order four. Where
// those of two distances disagree there is a corner nearby: a bound of a state,
// or a lapse that just begins to cost nothing. It leaves such weights out, and
// returns how many it compared.
func requireSlopes(t *rapid.T, s student, w []float64, card []example, model func([]float64) Model) int {
	s.set(w)
	slopes := make([]float64, len(w))
	s.back(card, slopes)
	compared := 0
	for i := range w {
		at := func(off float64) float64 {
			moved := slices.Clone(w)
			moved[i] += off
			return cardLoss(model(moved), card)
		}
		slope := func(h float64) float64 {
			return (8*(at(h)-at(-h)) - (at(2*h) - at(-2*h))) / (12 * h)
		}
		h := 3e-4 * max(0.01, math.Abs(w[i]))
		wide, narrow := slope(h), slope(h/2)
		scale := max(1, math.Abs(narrow))
		if math.Abs(wide-narrow) > 2e-7*scale {
			continue
		}
		compared++
		require.InDelta(t, narrow, slopes[i], 1e-6*scale, "w%d of %v, reviews %+v", i, w, card)
	}
	return compared
}

func TestSlopesOfSingle(t *testing.T) {
	usual := DefaultParameters()
	low, high := Bounds()
	s := newSingle()
	compared, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := anyWeights(t, usual[:], low[:], high[:])
		compared += requireSlopes(t, s, w, anyCard(t, true), func(w []float64) Model {
			sc := new(Scheduler)
			sc.set(Parameters(w))
			return sc
		})
		all += len(w)
	})
	require.Greater(t, compared, all*9/10)
}

func TestSlopesOfDouble(t *testing.T) {
	usual := DefaultDualParameters()
	low, high := DualBounds()
	d := newDouble()
	compared, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		w := anyWeights(t, usual[:], low[:], high[:])
		for _, pair := range inOrder {
			w[pair[1]] = max(w[pair[1]], w[pair[0]]+0.01)
		}
		compared += requireSlopes(t, d, w, anyCard(t, false), func(w []float64) Model {
			m := new(Dual)
			m.set(DualParameters(w))
			return m
		})
		all += len(w)
	})
	require.Greater(t, compared, all*9/10)
}

// TestWayBackAllocatesNothing once the longest card has been gone over.
func TestWayBackAllocatesNothing(t *testing.T) {
	card := []example{{grade: Good}, {days: 2, grade: Good, guess: 0.25, weight: 1}, {days: 9, grade: Again, weight: 1}, {days: 1, grade: Hard, weight: 1}}
	for name, s := range map[string]student{"FSRS-6": newSingle(), "FSRS-7": newDouble()} {
		usual := DefaultDualParameters()
		w := usual[:]
		if name == "FSRS-6" {
			usual := DefaultParameters()
			w = usual[:]
		}
		s.set(w)
		slopes := make([]float64, len(w))
		s.back(card, slopes)
		require.Zero(t, testing.AllocsPerRun(100, func() { s.back(card, slopes) }), name)
	}
}

func TestExp(t *testing.T) {
	for _, x := range []float64{0, 1, -1, math.Ln2 / 2, -math.Ln2 / 2, 699, -699, 5e-324} {
		require.InEpsilon(t, math.Exp(x), exp(x), 1e-14, "%v", x)
	}
	rapid.Check(t, func(t *rapid.T) {
		x := rapid.Float64Range(-700, 700).Draw(t, "x")
		require.InEpsilon(t, math.Exp(x), exp(x), 1e-14)
	})
}

func TestLog(t *testing.T) {
	for _, x := range []float64{1, 2, 0.5, math.Sqrt2, math.Sqrt2 / 2, 1 + 1e-9, 1 - 1e-9, 1e-300, 1e300, math.Nextafter(1, 2), math.Nextafter(math.Sqrt2/2, 0)} {
		requireLog(t, x)
	}
	rapid.Check(t, func(t *rapid.T) {
		requireLog(t, math.Exp(rapid.Float64Range(-700, 700).Draw(t, "ln x")))
		requireLog(t, rapid.Float64Range(0.5, 2).Draw(t, "x"))
	})
}

func requireLog(t require.TestingT, x float64) {
	if x == 1 {
		require.Zero(t, log(x))
		return
	}
	require.InEpsilon(t, math.Log(x), log(x), 1e-14, "%v", x)
}
