package fsrs_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/quiz/fsrs"
)

func TestRightAndRecalled(t *testing.T) {
	for _, test := range []struct{ recall, guess, right, recalled float64 }{
		{0.9, 0, 0.9, 1},
		{0.9, 0.25, 0.925, 0.9 / 0.925},
		{0.5, 0.5, 0.75, 2. / 3},
		{0, 0.25, 0.25, 0},
		{1, 0.5, 1, 1},
		{0, 0, 0, 0},
	} {
		require.InDelta(t, test.right, fsrs.Right(test.recall, test.guess), 1e-15, "%+v", test)
		require.InDelta(t, test.recalled, fsrs.Recalled(test.recall, test.guess), 1e-15, "%+v", test)
	}
}

// both are the two models with their default parameters.
func both(t testing.TB) map[string]fsrs.Model {
	return map[string]fsrs.Model{"FSRS-6": published(t), "FSRS-7": publishedDual(t)}
}

// TestWhatAGuessSays: the more an answer may be luck, the less it says; with no
// luck it says what it did, and a wrong one is never luck.
func TestWhatAGuessSays(t *testing.T) {
	for name, m := range both(t) {
		t.Run(name, func(t *testing.T) {
			known := m.Next(m.Next(fsrs.State{}, 0, fsrs.Good), 3, fsrs.Good)
			for _, from := range []fsrs.State{{}, known} {
				lapsed := m.Next(from, 20, fsrs.Again)
				require.Equal(t, lapsed, m.NextGuessed(from, 20, fsrs.Again, 0.5))
				for g := fsrs.Hard; g <= fsrs.Easy; g++ {
					surer := m.Next(from, 20, g)
					require.Equal(t, surer, m.NextGuessed(from, 20, g, 0))
					for _, guess := range []float64{1e-9, 0.25, 1. / 3, 0.5, 0.99} {
						after := m.NextGuessed(from, 20, g, guess)
						require.Less(t, after.Stability, surer.Stability, "grade %d, guess %v", g, guess)
						require.Greater(t, after.Stability, lapsed.Stability, "grade %d, guess %v", g, guess)
						require.GreaterOrEqual(t, after.Difficulty, surer.Difficulty, "grade %d, guess %v", g, guess)
						surer = after
					}
				}
			}
		})
	}
}

// TestRepeatsOnTheSameDayAreNoGuesses: FSRS-6 knows no forgetting within a day.
func TestRepeatsOnTheSameDayAreNoGuesses(t *testing.T) {
	sc := published(t)
	card := sc.Next(fsrs.State{}, 0, fsrs.Good)
	require.Equal(t, sc.Next(card, 0, fsrs.Good), sc.NextGuessed(card, 0, fsrs.Good, 0.5))
}

// TestTwoStatesMadeOne: what is made of a card recalled with chance p and
// guessed otherwise is recalled like the two together on the day they have
// fallen to 92 %.
func TestTwoStatesMadeOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc, from := drawn(t)
		days := rapid.Float64Range(1, 1000).Draw(t, "days")
		guess := rapid.Float64Range(0.01, 0.9).Draw(t, "guess")
		pass, fail := sc.Next(from, days, fsrs.Good), sc.Next(from, days, fsrs.Again)
		after := sc.NextGuessed(from, days, fsrs.Good, guess)
		requireInBounds(t, after)

		p := fsrs.Recalled(sc.Retrievability(days, from), guess)
		level := 0.91917 // 0.9^0.8
		day := sc.Interval(level, after)
		require.InDelta(t, level, p*sc.Retrievability(day, pass)+(1-p)*sc.Retrievability(day, fail), 1e-4)
		require.InDelta(t, p*pass.Difficulty+(1-p)*fail.Difficulty, after.Difficulty, 1e-9)
	})
}

func TestGuessedStatesAllocateNothing(t *testing.T) {
	for name, m := range both(t) {
		card := m.Next(fsrs.State{}, 0, fsrs.Good)
		var days float64
		require.Zero(t, testing.AllocsPerRun(100, func() {
			next := m.NextGuessed(m.Next(card, 3, fsrs.Good), 9, fsrs.Good, 0.25)
			days += m.Interval(m.Retrievability(9, next), next)
		}), name)
		require.Positive(t, days)
	}
}

// TestGuessedStatesAreTheSameEverywhere, natively and as WebAssembly.
func TestGuessedStatesAreTheSameEverywhere(t *testing.T) {
	from := state(10, 8, 5)
	single := published(t).NextGuessed(from, 12, fsrs.Good, 0.25)
	require.InEpsilon(t, 30.15425063894322, single.Stability, 1e-9)
	require.InEpsilon(t, 5.093683406230621, single.Difficulty, 1e-9)
	m := publishedDual(t)
	dual := m.NextGuessed(from, 12, fsrs.Good, 0.25)
	require.InEpsilon(t, 21.900788335479884, dual.Stability, 1e-9)
	require.InEpsilon(t, 176.19447816456332, dual.Short, 1e-9)
	require.InEpsilon(t, 5.059049959736804, dual.Difficulty, 1e-9)
	require.InEpsilon(t, 12.750801944877123, m.Interval(0.9, from), 1e-9)
}

// TestAnsweredIsBoth what NextGuessed and what Retrievability say.
func TestAnsweredIsBoth(t *testing.T) {
	models := both(t)
	rapid.Check(t, func(t *rapid.T) {
		for name, m := range models {
			var from fsrs.State
			for range rapid.IntRange(1, 8).Draw(t, "reviews") {
				days, g := anyDays().Draw(t, "days"), anyGrade().Draw(t, "grade")
				guess := rapid.SampledFrom([]float64{0, 0.25, 0.5}).Draw(t, "guess")
				next, recall := m.Answered(from, days, g, guess)
				require.Equal(t, m.NextGuessed(from, days, g, guess), next, name)
				if guess == 0 {
					require.Equal(t, m.Next(from, days, g), next, name)
				}
				require.InDelta(t, m.Retrievability(days, from), recall, 1e-12, name)
				from = next
			}
		}
	})
}

// TestFewReviewsAreLeftToFSRS6: the newer model is tried from 400 scored reviews on.
func TestFewReviewsAreLeftToFSRS6(t *testing.T) {
	var log fsrs.Log
	for day := 0; log.Scored() < fsrs.DualFrom; day++ {
		f := fsrs.NewFit(&log, published(t))
		if log.Scored() == fsrs.DualFrom-1 {
			for f.Step() {
			}
			require.Zero(t, f.Result().Dual)
			require.Positive(t, f.Result().Single)
		}
		log.Add(day%20, float64(day/20)*3, fsrs.Grade(1+day%3), 0)
	}
	f := fsrs.NewFit(&log, published(t))
	for f.Step() {
	}
	require.Positive(t, f.Result().Dual)
}
