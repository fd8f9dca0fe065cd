package quiz

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/quiz/fsrs"
)

// TestAdoptingEqualsUsing: whatever happens to the journal while all is replayed, the memory is what it would be had it
// been made with the new model from the beginning.
func TestAdoptingEqualsUsing(t *testing.T) {
	models := bothModels(t)
	rapid.Check(t, func(t *rapid.T) {
		j, err := OpenJournal(new(Unsaved), NewMemory(models["FSRS-6"], DefaultRetention))
		require.NoError(t, err)
		seed := uint64(0)
		answer := func(at time.Time) Review {
			seed++
			r := review(CardID(fmt.Sprint("card", seed%7)), at, fsrs.Grade(1+seed%4))
			r.Seed = seed
			return r
		}
		at := morning
		play := func(n int) {
			for range n {
				at = at.Add(7 * time.Hour)
				require.NoError(t, <-j.Append(answer(at)))
			}
		}
		play(rapid.IntRange(0, slice+20).Draw(t, "before"))
		memory := j.Memory()
		r := j.Replay().With(models["FSRS-7"])
		retention := DefaultRetention
		for more := true; more; {
			switch rapid.IntRange(0, 5).Draw(t, "meanwhile") {
			case 0:
				play(3)
			case 1:
				require.NoError(t, <-j.Merge([]Review{answer(at.Add(-100 * time.Hour))}))
			case 2:
				retention = 0.85
				j.Use(models["FSRS-6"], retention)
			}
			more = r.Step()
		}
		j.Adopt(r)
		require.Same(t, memory, j.Memory())
		want := NewMemory(models["FSRS-7"], retention)
		want.replay(j.Reviews())
		require.Equal(t, want, memory)
		play(2)
		want.Add(&j.Reviews()[len(j.Reviews())-2])
		want.Add(&j.Reviews()[len(j.Reviews())-1])
		require.Equal(t, want, memory)
	})
}

// TestTheLogStaysAsItIs while reviews are added, and scores first answers of later days.
func TestTheLogStaysAsItIs(t *testing.T) {
	m := newTestMemory(t)
	for _, hours := range []int{0, 1, 24, 25, 26, 120} {
		r := review("a", morning.Add(time.Duration(hours)*time.Hour), fsrs.Good)
		m.Add(&r)
	}
	log := m.Log()
	require.Equal(t, []int{6, 2, 2}, []int{log.Len(), log.Scored(), m.Scored()})
	loss := log.Loss(m.Model(), 0, 2)
	r := review("a", morning.Add(300*time.Hour), fsrs.Again)
	m.Add(&r)
	require.Equal(t, []int{6, 2, 3}, []int{log.Len(), log.Scored(), m.Scored()})
	require.Equal(t, loss, log.Loss(m.Model(), 0, 2))
}

// TestTakingAReviewInAllocatesNothing once its card is known.
func TestTakingAReviewInAllocatesNothing(t *testing.T) {
	for name, model := range bothModels(t) {
		m := NewMemory(model, DefaultRetention)
		kinds := []Kind{Find, Type, Choose, Build}
		var reviews []Review
		for i := range 4000 {
			r := review(CardID(fmt.Sprintf("find/icd10cm/E%02d", i%40)), morning.Add(time.Duration(i)*time.Hour), fsrs.Grade(1+i%4))
			r.Kind, r.Options = kinds[i%4], 4*(i%4/2)
			reviews = append(reviews, r)
		}
		for i := range reviews[:2000] {
			m.Add(&reviews[i])
		}
		next := 2000
		require.Zero(t, testing.AllocsPerRun(1500, func() { m.Add(&reviews[next]); next++ }), name)
	}
}
