package fsrs_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

// TestLogScoresFirstAnswersOfLaterDays: neither a card's first answer nor a
// repeat on the same day, even late at night, but one just after midnight.
func TestLogScoresFirstAnswersOfLaterDays(t *testing.T) {
	var log fsrs.Log
	require.True(t, math.IsNaN(log.Loss(published(t), 0, 0)))
	scored := 0
	for i, a := range []struct {
		card   int
		at     float64
		scored bool
	}{
		{0, 10.90, false}, {3, 10.91, false}, {0, 10.99, false}, {0, 11.01, true}, {0, 11.02, false}, {3, 12, true},
		{0, 9.5, false}, // a clock set back
	} {
		log.Add(a.card, a.at, fsrs.Good, 0)
		if a.scored {
			scored++
		}
		require.Equal(t, i+1, log.Len())
		require.Equal(t, scored, log.Scored(), "review %d", i)
	}
	require.Panics(t, func() { log.Add(0, 1, 0, 0) })
}

func TestLossOfALog(t *testing.T) {
	var log fsrs.Log
	log.Add(0, 0.5, fsrs.Good, 0)
	log.Add(0, 2.25, fsrs.Good, 0.25)
	log.Add(0, 9.5, fsrs.Again, 0.25)

	sc := published(t)
	first := sc.Next(fsrs.State{}, 0, fsrs.Good)
	right := sc.Retrievability(2, first)
	second := sc.NextGuessed(first, 2, fsrs.Good, 0.25)
	wrong := sc.Retrievability(7, second)
	losses := []float64{-math.Log(0.25 + 0.75*right), -math.Log(0.75 * (1 - wrong))}
	require.InDelta(t, losses[0], log.Loss(sc, 0, 1), 1e-12)
	require.InDelta(t, losses[1], log.Loss(sc, 1, 2), 1e-12)
	require.InDelta(t, (losses[0]+losses[1])/2, log.Loss(sc, 0, 2), 1e-12)
	require.InDelta(t, (0.25*losses[0]+losses[1])/1.25, log.RecentLoss(sc), 1e-12)

	m := publishedDual(t)
	exact := m.Retrievability(1.75, m.Next(fsrs.State{}, 0, fsrs.Good))
	require.InDelta(t, -math.Log(0.25+0.75*exact), log.Loss(m, 0, 1), 1e-12, "FSRS-7 is handed fractions")
}

func TestLossesStayFinite(t *testing.T) {
	var log fsrs.Log
	log.Add(0, 0, fsrs.Easy, 0)
	for range 12 {
		log.Add(0, float64(log.Len()), fsrs.Easy, 0)
	}
	log.Add(0, float64(log.Len()), fsrs.Again, 0)
	for name, m := range both(t) {
		require.Less(t, log.Loss(m, 0, log.Scored()), 2.0, name)
	}
}

// TestTrainingOnNothing: no card, no scored review, or fewer than asked for.
func TestTrainingOnNothing(t *testing.T) {
	var log fsrs.Log
	for range 3 {
		for _, training := range []*fsrs.Training{fsrs.NewTraining(&log, 0), fsrs.NewDualTraining(&log, 0)} {
			require.False(t, training.Step())
			require.NotEmpty(t, training.Model().Weights())
		}
		log.Add(log.Len(), 3, fsrs.Good, 0)
	}
	require.Equal(t, published(t).Weights(), fsrs.NewTraining(&log, 0).Model().Weights())
}

// TestTrainingStepAllocatesNothing once every card has been gone over.
func TestTrainingStepAllocatesNothing(t *testing.T) {
	s := learner{truth: published(t), cards: 200, days: 60}.study(t, 1)
	for _, start := range []func(*fsrs.Log, int) *fsrs.Training{fsrs.NewTraining, fsrs.NewDualTraining} {
		training := start(&s.aware, s.aware.Scored())
		for range 12 { // some epochs
			training.Step()
		}
		require.Zero(t, testing.AllocsPerRun(5, func() { training.Step() }))
	}
}

// TestFittedWeightsAreValid however odd the log.
func TestFittedWeightsAreValid(t *testing.T) {
	for _, g := range []fsrs.Grade{fsrs.Again, fsrs.Easy} {
		var log fsrs.Log
		for day := range 40 {
			for card := range 10 {
				log.Add(card, float64(day), g, 0.5)
			}
		}
		for _, start := range []func(*fsrs.Log, int) *fsrs.Training{fsrs.NewTraining, fsrs.NewDualTraining} {
			_, err := fsrs.NewModel(trained(start(&log, log.Scored())).Weights())
			require.NoError(t, err)
		}
	}
}
