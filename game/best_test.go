package game

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

func TestPersonalBest(t *testing.T) {
	evening := time.Date(2026, 11, 23, 19, 30, 0, 0, time.UTC)
	// journal has a day for each word: + is right, - is not.
	journal := func(days ...string) *Desk {
		model, err := fsrs.New(fsrs.DefaultParameters())
		require.NoError(t, err)
		j, err := quiz.OpenJournal(new(quiz.Unsaved), quiz.NewMemory(model, quiz.DefaultRetention))
		require.NoError(t, err)
		for d, answers := range days {
			at := evening.AddDate(0, 0, d-len(days)+1)
			for i, c := range answers {
				r := quiz.Review{Version: 1, Time: at.Add(time.Duration(i) * time.Second), Card: "a", Kind: quiz.Type, Outcome: quiz.Right, Grade: fsrs.Good}
				if c == '-' {
					r.Outcome, r.Grade = quiz.Wrong, fsrs.Again
				}
				require.NoError(t, <-j.Append(r))
			}
		}
		return &Desk{Journal: j}
	}
	const fifteen = "+++++++++++++++"
	for _, test := range []struct {
		name string
		desk *Desk
		last int // answers of the round
		want string
	}{
		{"nothing", journal(), 0, ""},
		{"a few right are nothing yet", journal("+++"), 3, ""},
		{"fifteen are", journal("-" + fifteen), 15, "Personal best: 15 right in a row!"},
		{"it goes on from the round before", journal(fifteen[:10] + "+++++++"), 7, "Personal best: 17 right in a row!"},
		{"as many as before are no best", journal(fifteen + "-" + fifteen), 16, ""},
		{"seven days", journal("+-", "+-", "+-", "+-", "+-", "+-", "+-"), 2, "Personal best: 7 days in a row!"},
		{"told of once a day", journal("+-", "+-", "+-", "+-", "+-", "+-", "+--"), 1, ""},
		{"eight are no news", journal("+-", "+-", "+-", "+-", "+-", "+-", "+-", "+-"), 2, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, personalBest(test.desk, test.last, today(evening)))
			test.desk.Settings.Streak.Off = true
			require.NotContains(t, personalBest(test.desk, test.last, today(evening)), "days", "switched off")
		})
	}
}
