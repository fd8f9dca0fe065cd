package pupil_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/codesets/starter"
	"coderounds/quiz"
	"coderounds/quiz/drill"
	"coderounds/quiz/pupil"
)

func TestPlay(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	decks, err := drill.Decks(library, library, nil)
	require.NoError(t, err)
	course := pupil.Course{From: time.Date(2026, 5, 1, 19, 0, 0, 0, time.FixedZone("", -5*3600)), Days: 40, Seed: 1}
	reviews, err := pupil.Play(decks, library, course)
	require.NoError(t, err)
	again, err := pupil.Play(decks, library, course)
	require.NoError(t, err)
	require.Equal(t, reviews, again, "the same seed gives the same journal")
	require.Greater(t, len(reviews), 400)
	outcomes := make(map[quiz.Outcome]int)
	days := make(map[quiz.Day]bool)
	for i, r := range reviews {
		outcomes[r.Outcome]++
		days[quiz.DayOf(r.Time)] = true
		if i > 0 {
			require.True(t, r.Time.After(reviews[i-1].Time))
		}
	}
	require.Greater(t, outcomes[quiz.Right], len(reviews)/2)
	require.Greater(t, outcomes[quiz.Wrong], len(reviews)/20)
	require.NotZero(t, outcomes[quiz.GaveUp])
	require.Less(t, len(days), 40, "some days are missed")
	require.True(t, days[quiz.DayOf(course.From)+39], "the last is not")
}
