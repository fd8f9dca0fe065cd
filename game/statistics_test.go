package game_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/codesets/starter"
	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/concept"
	"coderounds/quiz/drill"
	"coderounds/quiz/pupil"
)

// learner returns a store with the journal of a made-up learner who has played for some days, up to the evening.
func learner(t *testing.T, days int) quiz.Store {
	t.Helper()
	library, err := starter.Library()
	require.NoError(t, err)
	items, err := concept.Items()
	require.NoError(t, err)
	decks, err := drill.Decks(library, library, nil)
	require.NoError(t, err)
	reviews, err := pupil.Play(append(decks, quiz.NewItems(items, library)), library,
		pupil.Course{From: evening.AddDate(0, 0, -days).Add(-time.Hour), Days: days + 1, Seed: 1})
	require.NoError(t, err)
	store := new(quiz.Unsaved)
	for i := range reviews {
		line, err := reviews[i].Line()
		require.NoError(t, err)
		require.NoError(t, <-store.Append(line))
	}
	return store
}

func TestStatisticsOfNothing(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("statistics")
	require.Equal(t, `page #statistics "Statistics"
  button #back "Back"
    text "Back"
  heading "Statistics"
  heading "Nothing to show yet"
  text "Everything here is made from your answers, and there are none. After a first round you see what you know; from the second day on, how well you remember."
  button #start "Start round" [primary] [wanted]
    text "Start round"
`, p.shows())
	p.press("start")
	require.IsType(t, &game.Round{}, p.scene)
}

func TestStatisticsLeadOn(t *testing.T) {
	p := start(t, learner(t, 20))
	p.press("statistics")
	require.Contains(t, p.shows(), "in a row")
	p.press("streak")
	require.NotContains(t, p.shows(), "in a row.")
	require.True(t, p.desk.Settings.Streak.Off)
	kept, err := game.ParseSettings(p.machine.settings)
	require.NoError(t, err)
	require.True(t, kept.Streak.Off, "it stays off")
	p.press("streak")
	require.Contains(t, p.shows(), "in a row")

	p.press("chapter/18")
	require.Contains(t, p.shows(), `heading "Injury, poisoning and certain other consequences of external causes"`)
	p.press("start")
	asked := p.scene.(*game.Round).Asked()
	require.Equal(t, "Injury, poisoning and certain other consequences of external causes", asked.Card.Topic)

	p = start(t, learner(t, 20))
	p.press("statistics")
	p.press("chapter/0")
	p.press("back")
	require.IsType(t, &game.Statistics{}, p.scene)
	p.do(view.Event{Kind: view.Back})
	require.IsType(t, &game.Home{}, p.scene)
}

// TestStatisticsAgreeWithTheJournal: what the page says is what the journal holds.
func TestStatisticsAgreeWithTheJournal(t *testing.T) {
	p := start(t, learner(t, 60))
	p.press("statistics")
	page := p.scene.View()
	answered := 0.0
	page.Each(func(part *view.Part) bool {
		if part.Chart != nil && part.Chart.Unit == "answers a day" {
			for _, row := range part.Chart.Series {
				for _, n := range row.Values {
					if n == n {
						answered += n
					}
				}
			}
		}
		return true
	})
	require.Equal(t, float64(len(p.desk.Journal.Reviews())), answered, "the tiles of the calendar add up")
}
