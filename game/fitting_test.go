package game_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"testing"
	"testing/fstest"
	"time"

	"coderounds/game"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// learned is a store with two months of answers of one who forgets much in a week, which no usual learner does: every card
// is met again after three to eight days.
func learned(t *testing.T, cards int) *quiz.Unsaved {
	t.Helper()
	rng, store := rand.New(rand.NewPCG(3, 4)), new(quiz.Unsaved)
	for day := range 60 {
		for i := range cards {
			gap := 3 + i%6
			if (day+i)%gap != 0 {
				continue
			}
			r := quiz.Review{
				Version: quiz.Version, Time: evening.AddDate(0, 0, day-70).Add(time.Duration(i) * time.Second), Kind: quiz.Type, Seed: uint64(day),
				Card: quiz.CardID(fmt.Sprintf("item/learned-%d", i)), Outcome: quiz.Right, Grade: fsrs.Good, FirstMS: 3000, TookMS: 5000,
			}
			if gap > 4 && rng.IntN(3) > 0 {
				r.Outcome, r.Grade = quiz.Wrong, fsrs.Again
			}
			line, err := r.Line()
			require.NoError(t, err)
			require.NoError(t, <-store.Append(line))
		}
	}
	return store
}

// finish plays a round and stays on its summary until what was begun there has come to something.
func (p *player) finish() {
	p.t.Helper()
	p.press("start")
	for {
		if _, asking := p.scene.(*game.Round); !asking {
			break
		}
		p.answer(true)
		p.press("continue")
	}
}

func (p *player) awaitFit() {
	p.t.Helper()
	w, ok := p.scene.(game.Waiter)
	require.True(p.t, ok)
	// It may have been taken in while the summary came up.
	require.Eventually(p.t, func() bool { return w.Waiting() || p.desk.Settings.Memory.Fitted != nil }, 30*time.Second, time.Millisecond)
	p.do()
}

// replayed is the memory that the journal gives under the model in use.
func (p *player) replayed() *quiz.Memory {
	j, err := quiz.OpenJournal(p.store, quiz.NewMemory(p.desk.Journal.Memory().Model(), p.desk.Journal.Memory().Retention()))
	require.NoError(p.t, err)
	return j.Memory()
}

func TestTheModelIsFittedAfterARoundAndTheFitUndone(t *testing.T) {
	p := start(t, learned(t, 40))
	usual := p.desk.Journal.Memory().Model()
	require.Equal(t, fsrs.Published(), usual)
	p.finish()
	require.Contains(t, p.shows(), `"Everything right"`)
	p.awaitFit()

	// It is in use, kept, and the journal is replayed with it.
	fitted := p.desk.Settings.Memory.Fitted
	require.NotNil(t, fitted)
	require.NotEqual(t, usual, p.desk.Journal.Memory().Model())
	require.Equal(t, p.replayed(), p.desk.Journal.Memory())
	require.Empty(t, p.desk.Notices, "nothing is said of it")
	saved, err := game.ParseSettings(p.machine.settings)
	require.NoError(t, err)
	require.Equal(t, p.desk.Settings, saved)
	require.Equal(t, p.desk.Journal.Memory().Scored(), fitted.Scored)

	p.press("home")
	p.press("settings")
	require.Contains(t, p.shows(), fmt.Sprintf(`"Your memory model: fitted to %d answers on 23 Nov 2026, predicts %.1f %% better."`, fitted.Scored, 100*fitted.Gain))
	p.press("memory/undo")
	require.Contains(t, p.shows(), "The model before is in use again")
	require.Contains(t, p.shows(), "Your memory model: the usual one.")
	require.NotContains(t, p.shows(), "#memory/undo")
	require.Equal(t, usual, p.desk.Journal.Memory().Model())
	require.Equal(t, p.replayed(), p.desk.Journal.Memory())

	// No more is tried by itself before there is more that is new; but it can be asked for.
	p.press("back")
	p.finish()
	require.False(t, p.scene.(game.Waiter).Waiting())
	p.press("home")
	p.press("settings")
	p.press("memory/fit")
	require.Contains(t, p.shows(), "Your memory model is fitted to your answers")
	require.Equal(t, fitted.Weights, p.desk.Settings.Memory.Fitted.Weights)
	p.press("memory/fit")
	require.Contains(t, p.shows(), "No model was found that predicts your answers better")
	require.True(t, p.desk.Settings.Memory.Undo, "what was accepted before can still be undone")
}

// TestTheFittedModelComesAlong with the settings after a restart, and with a backup; it goes when all is erased.
func TestTheFittedModelComesAlong(t *testing.T) {
	p := start(t, learned(t, 40))
	p.press("settings")
	p.press("memory/fit")
	model := p.desk.Journal.Memory().Model()
	require.NotEqual(t, fsrs.Published(), model)
	p.press("backup")
	backup := p.machine.offered["coderounds-backup-2026-11-23.jsonl"]

	again, _, err := game.Open(game.Start{Store: p.store, Settings: p.machine.settings, Device: p.machine, Rand: rand.New(rand.NewPCG(1, 2)), Now: p.now})
	require.NoError(t, err)
	require.Equal(t, p.desk.Journal.Memory(), again.Journal.Memory())

	q := start(t, new(quiz.Unsaved))
	q.drop(fstest.MapFS{"backup.jsonl": {Data: backup}})
	require.Equal(t, p.desk.Journal.Memory(), q.desk.Journal.Memory())

	p.press("erase")
	p.press("erase/yes")
	require.Equal(t, fsrs.Published(), p.desk.Journal.Memory().Model())
	require.Nil(t, p.desk.Settings.Memory.Fitted)
}

// TestADamagedModel is told, and the other settings stay.
func TestADamagedModel(t *testing.T) {
	settings := game.DefaultSettings()
	settings.Length, settings.Memory.Tried = 20, 500
	settings.Memory.Fitted = &game.Fitted{Weights: make([]float64, 21), Scored: 500}
	data, err := json.Marshal(settings)
	require.NoError(t, err)
	desk, _, err := game.Open(game.Start{Store: new(quiz.Unsaved), Settings: data, Device: new(machine), Rand: rand.New(rand.NewPCG(1, 2)), Now: evening})
	require.NoError(t, err)
	require.Equal(t, fsrs.Published(), desk.Journal.Memory().Model())
	require.Len(t, desk.Notices, 1)
	require.Contains(t, desk.Notices[0], "w0 is 0, must be from 0.001 to 100")
	require.Contains(t, desk.Notices[0], "The usual model is used")
	settings.Memory = game.MemorySettings{}
	require.Equal(t, settings, desk.Settings)
}

func TestTheModelWaitsForAnswersOfLaterDays(t *testing.T) {
	p := start(t, learned(t, 2))
	p.press("settings")
	require.Contains(t, p.shows(), "It can be fitted to you after 64 answers to cards from earlier days. So far: 3")
	require.Contains(t, p.shows(), `button #memory/fit "Fit now" [disabled]`)
}

// TestQuickAnswersAreEasyIfChosen: of the same answers, one begun sooner than is usual is Good, and Easy once it is chosen.
func TestQuickAnswersAreEasyIfChosen(t *testing.T) {
	for _, chosen := range []bool{false, true} {
		p := start(t, learned(t, 40)) // typed after three seconds
		if chosen {
			p.press("settings")
			p.press("memory/quick")
			require.Contains(t, p.shows(), "Quick answers count as easy: on")
			p.press("back")
		}
		p.press("start")
		grades := make(map[quiz.Kind]map[fsrs.Grade]bool)
		for n := 0; n < 40; n++ {
			r, asking := p.scene.(*game.Round)
			if !asking {
				break
			}
			kind := r.Asked().Card.Kind
			p.answer(true)
			p.press("continue")
			if grades[kind] == nil {
				grades[kind] = make(map[fsrs.Grade]bool)
			}
			all := p.desk.Journal.Reviews()
			grades[kind][all[len(all)-1].Grade] = true
		}
		require.Equal(t, chosen, grades[quiz.Type][fsrs.Easy])
		require.False(t, grades[quiz.Choose][fsrs.Easy])
		require.False(t, grades[quiz.Find][fsrs.Easy])
	}
}
