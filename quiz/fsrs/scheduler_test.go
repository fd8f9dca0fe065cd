package fsrs_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

// published returns the scheduler with the default parameters.
func published(t testing.TB) *fsrs.Scheduler {
	t.Helper()
	sc, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	return sc
}

// review is one answer, days after the one before.
type review struct {
	days  float64
	grade fsrs.Grade
}

// TestPublishedStates holds the states that the published libraries print.
func TestPublishedStates(t *testing.T) {
	tests := map[string]struct {
		reviews                 []review
		stabilities, difficulty []float64
	}{
		"first Again": {[]review{{0, 1}}, []float64{0.2120}, []float64{6.4133}},
		"first Hard":  {[]review{{0, 2}}, []float64{1.2931}, []float64{5.1122}},
		"first Good":  {[]review{{0, 3}}, []float64{2.3065}, []float64{2.1181}},
		"first Easy":  {[]review{{0, 4}}, []float64{8.2956}, []float64{1.0000}},
		"lapse after a long run": {
			[]review{{0, 3}, {2, 3}, {11, 3}, {46, 3}, {163, 1}, {3, 3}},
			[]float64{2.3065, 10.9643, 46.2803, 162.8623, 4.7160, 9.7631},
			[]float64{2.1181, 2.1112, 2.1043, 2.0975, 7.3877, 7.3756},
		},
		"repeat on the first day": {
			[]review{{0, 1}, {0, 3}, {1, 2}, {3, 4}},
			[]float64{0.2120, 0.2467, 1.3140, 8.6522},
			[]float64{6.4133, 6.4021, 7.5968, 6.7790},
		},
	}
	sc := published(t)
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			var state fsrs.State
			for i, r := range test.reviews {
				state = sc.Next(state, r.days, r.grade)
				require.InEpsilon(t, test.stabilities[i], state.Stability, 1e-4, "stability after review %d", i+1)
				require.InEpsilon(t, test.difficulty[i], state.Difficulty, 1e-4, "difficulty after review %d", i+1)
			}
		})
	}
}

func TestPublishedRetrievability(t *testing.T) {
	sc := published(t)
	card := fsrs.State{Stability: 5, Difficulty: 5}
	require.InEpsilon(t, 0.74271745, sc.Retrievability(30, card), 1e-8)
	require.InEpsilon(t, 0.51650627, sc.Retrievability(365, card), 1e-8)
	require.InEpsilon(t, 0.9, sc.Retrievability(5, card), 1e-15, "stability is the days until recall is 90 %%")
}

func TestRetrievabilityAndIntervalAtTheirLimits(t *testing.T) {
	sc := published(t)
	card := fsrs.State{Stability: 5, Difficulty: 5}
	inf, nan := math.Inf(1), math.NaN()

	require.Equal(t, 1.0, sc.Retrievability(0, card))
	require.Equal(t, 1.0, sc.Retrievability(-3, card), "a clock set back")
	require.Equal(t, 1.0, sc.Retrievability(nan, card))
	require.Equal(t, 0.0, sc.Retrievability(inf, card))
	require.Equal(t, 0.0, sc.Retrievability(0, fsrs.State{}), "never reviewed")

	require.InEpsilon(t, 5.0, sc.Interval(0.9, card), 1e-15)
	require.Equal(t, 0.0, sc.Interval(1, card))
	require.Equal(t, 0.0, sc.Interval(nan, card))
	require.Equal(t, fsrs.MaxStability, sc.Interval(0, card))
	require.Equal(t, fsrs.MaxStability, sc.Interval(-1, card))
	require.Equal(t, 0.0, sc.Interval(0, fsrs.State{}), "never reviewed")
}

// TestSameDay: less than a day is the same day, whatever the time that passed.
func TestSameDay(t *testing.T) {
	sc := published(t)
	card := sc.Next(fsrs.State{}, 0, fsrs.Easy)
	for g := fsrs.Again; g <= fsrs.Easy; g++ {
		want := sc.Next(card, 0, g)
		for _, days := range []float64{0.5, 0.999, -1, math.Inf(-1), math.NaN()} {
			require.Equal(t, want, sc.Next(card, days, g), "grade %d after %v days", g, days)
		}
		require.NotEqual(t, want, sc.Next(card, 1, g), "grade %d after a day", g)
	}
	require.Equal(t, card.Stability, sc.Next(card, 0, fsrs.Hard).Stability, "Hard does not weaken either")
	require.Less(t, sc.Next(card, 0, fsrs.Again).Stability, card.Stability)
}

func TestGrades(t *testing.T) {
	sc := published(t)
	require.True(t, fsrs.State{}.IsNew())
	for g := 0; g < 256; g++ {
		grade := fsrs.Grade(g)
		require.Equal(t, 1 <= g && g <= 4, grade.Valid(), "grade %d", g)
		if grade.Valid() {
			require.False(t, sc.Next(fsrs.State{}, 0, grade).IsNew(), "grade %d", g)
			continue
		}
		require.Panics(t, func() { sc.Next(fsrs.State{}, 0, grade) }, "grade %d", g)
	}
}

func TestNewRefusesParametersOutOfBounds(t *testing.T) {
	low, high := fsrs.Bounds()
	for _, p := range []fsrs.Parameters{low, high, fsrs.DefaultParameters()} {
		_, err := fsrs.New(p)
		require.NoError(t, err)
	}
	for i := range low {
		under := math.Nextafter(low[i], math.Inf(-1))
		over := math.Nextafter(high[i], math.Inf(1))
		for _, w := range []float64{under, over, math.NaN(), math.Inf(1), math.Inf(-1)} {
			p := fsrs.DefaultParameters()
			p[i] = w
			_, err := fsrs.New(p)
			require.ErrorContains(t, err, fmt.Sprintf("w%d is %v, must be from", i, w))
		}
	}
	_, err := fsrs.New(fsrs.Parameters{})
	require.EqualError(t, err, "check fsrs parameters: w0 is 0, must be from 0.001 to 100; use the default 0.212")
}

func TestNothingAllocates(t *testing.T) {
	sc := published(t)
	card := sc.Next(fsrs.State{}, 0, fsrs.Good)
	var days int
	require.Zero(t, testing.AllocsPerRun(100, func() {
		for g := fsrs.Again; g <= fsrs.Easy; g++ {
			next := sc.Next(card, 3, g)
			next = sc.Next(next, 0, g)
			days += fsrs.Fuzz(sc.Interval(sc.Retrievability(9, next), next), 0.5)
		}
	}))
	require.Positive(t, days)
}
