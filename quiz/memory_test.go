package quiz

import (
	"fmt"
	"testing"
	"time"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// bothModels are FSRS-6 and FSRS-7 with their defaults.
func bothModels(t testing.TB) map[string]fsrs.Model {
	t.Helper()
	single, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	dual, err := fsrs.NewDual(fsrs.DefaultDualParameters())
	require.NoError(t, err)
	return map[string]fsrs.Model{"FSRS-6": single, "FSRS-7": dual}
}

// TestALuckyChoiceProvesLess: a right answer among four options lets a card rest no longer than one that was
// typed, and a wrong one says the same either way.
func TestALuckyChoiceProvesLess(t *testing.T) {
	for name, model := range bothModels(t) {
		m := NewMemory(model, DefaultRetention)
		for day, g := range []fsrs.Grade{fsrs.Good, fsrs.Good, fsrs.Again, fsrs.Good} {
			typed := review("typed", morning.AddDate(0, 0, 3*day), g)
			chosen := review("chosen", morning.AddDate(0, 0, 3*day), g)
			chosen.Kind, chosen.Options = Choose, 4
			m.Add(&typed)
			m.Add(&chosen)
			a, _ := m.Card("typed")
			b, _ := m.Card("chosen")
			require.LessOrEqual(t, b.State.Stability, a.State.Stability, "%s, review %d", name, day+1)
		}
	}
}

// TestTimeAsAModelCountsIt: FSRS-6 is given days of the calendar, which begin at four, FSRS-7 the time that passed.
func TestTimeAsAModelCountsIt(t *testing.T) {
	lateEvening := morning.Add(12 * time.Hour)
	for name, model := range bothModels(t) {
		m := NewMemory(model, DefaultRetention)
		require.Same(t, model, m.Model())
		require.Equal(t, DefaultRetention, m.Retention())
		var want fsrs.State
		for i, step := range []struct {
			after        time.Duration
			whole, exact float64
		}{
			{0, 0, 0},
			{5 * time.Hour, 0, 5. / 24},       // after midnight, in the same sitting
			{12 * time.Hour, 1, 7. / 24},      // next morning
			{108 * time.Hour, 4, 4},           // days later
			{107 * time.Hour, 0, 0},           // a clock set back
			{131*time.Hour + 1, 1, 24.0 / 24}, // less than a millisecond is nothing
		} {
			r := review("card", lateEvening.Add(step.after), fsrs.Good)
			m.Add(&r)
			days := step.exact
			if fsrs.WholeDays(model) {
				days = step.whole
			}
			want = model.Next(want, days, fsrs.Good)
			got, _ := m.Card("card")
			require.InEpsilon(t, want.Stability, got.State.Stability, 1e-9, "%s, review %d", name, i)
			require.Equal(t, DayOf(r.Time), got.Last)
			require.Equal(t, model.Retrievability(3, got.State), m.Recalled("card", got.Last+3))
		}
	}
}

// TestJournalUsesAnotherModel as if it had been there from the beginning, and gives the first one's days back.
func TestJournalUsesAnotherModel(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		models := bothModels(t)
		j, err := OpenJournal(new(Unsaved), NewMemory(models["FSRS-6"], DefaultRetention))
		require.NoError(rt, err)
		at := morning
		step := func(model fsrs.Model, retention float64) *Memory {
			m := NewMemory(model, retention)
			for i := range j.Reviews() {
				m.Add(&j.Reviews()[i])
			}
			return m
		}
		for i := range rapid.IntRange(0, 40).Draw(rt, "reviews") {
			at = at.Add(time.Duration(rapid.Int64Range(1, int64(200*time.Hour)).Draw(rt, "later")))
			card := CardID(fmt.Sprint("card", rapid.IntRange(0, 5).Draw(rt, "card")))
			r := review(card, at.Truncate(time.Millisecond), fsrs.Grade(rapid.IntRange(1, 4).Draw(rt, "grade")))
			r.Seed, r.Options = uint64(i), rapid.SampledFrom([]int{0, 2, 4}).Draw(rt, "options")
			if r.Options > 0 {
				r.Kind = Choose
			}
			require.NoError(rt, <-j.Append(r))
		}
		memory := j.Memory()
		before := step(models["FSRS-6"], DefaultRetention)
		require.Equal(rt, before, memory)
		j.Use(models["FSRS-7"], 0.8)
		require.Same(rt, memory, j.Memory(), "whoever holds the memory has the new one")
		require.Equal(rt, step(models["FSRS-7"], 0.8), memory)
		j.Use(models["FSRS-6"], DefaultRetention)
		require.Equal(rt, before, memory)
	})
}
