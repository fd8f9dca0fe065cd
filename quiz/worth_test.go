package quiz

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// worker answers what is due in some order, as far as the minutes of each day go; its memory is what the model says.
type worker struct {
	m   *Memory
	rng *rand.Rand
	at  time.Time
}

func (w *worker) answer(id CardID, k Kind) (minutes float64) {
	r := review(id, w.at, fsrs.Good)
	r.Kind, r.TookMS = k, map[Kind]int64{Find: 30_000, Type: 12_000, Choose: 8_000, Build: 20_000}[k]
	if k == Choose {
		r.Options = 4
	}
	minutes = w.m.Minutes(k)
	known := freshMissed
	if _, met := w.m.Card(id); met {
		known = w.m.Recalled(id, DayOf(w.at))
	}
	if w.rng.Float64() >= known {
		r.Outcome, r.Grade = Wrong, fsrs.Again
		w.m.Add(&r)
		r.Outcome, r.Grade = Right, fsrs.Good
		minutes *= 2
	}
	w.m.Add(&r)
	return minutes
}

// afterHolidays returns how many of 800 cards are known by who learned for a hundred days, was away for thirty and then has
// four minutes a day for sixty, in which what comes first is as an order says.
func afterHolidays(t *testing.T, first func(m *Memory, c *memo, on Day) float64) (known float64) {
	w := worker{newTestMemory(t), rand.New(rand.NewPCG(1, 2)), morning}
	const learning, away, back = 100, 30, 60
	for day := range learning {
		for i := range 8 {
			k := simKinds[i%len(simKinds)]
			w.answer(CardID(fmt.Sprintf("%s/icd10cm/F%03d", k, day*2+i/len(simKinds))), k)
		}
		w.work(1e9, first)
	}
	w.at = w.at.AddDate(0, 0, away)
	for range back {
		w.work(4, first)
	}
	for _, c := range w.m.order {
		known += w.m.Recalled(c.id, DayOf(w.at))
	}
	return known
}

// work answers what is due today and goes to the next day.
func (w *worker) work(minutes float64, first func(m *Memory, c *memo, on Day) float64) {
	on := DayOf(w.at)
	worth := make(map[*memo]float64)
	var due []*memo
	for _, c := range w.m.order {
		if c.Due <= on {
			due, worth[c] = append(due, c), first(w.m, c, on)
		}
	}
	slices.SortStableFunc(due, func(a, b *memo) int { return cmp.Compare(worth[b], worth[a]) })
	for _, c := range due {
		if w.m.Minutes(c.kind) <= minutes {
			minutes -= w.answer(c.id, c.kind)
		}
	}
	w.at = w.at.AddDate(0, 0, 1)
}

// TestTheMostValuableFirst: who has fallen behind and has little time knows more in the end than if the oldest came first, or
// the least remembered, or the shortest.
func TestTheMostValuableFirst(t *testing.T) {
	ours := afterHolidays(t, func(m *Memory, c *memo, on Day) float64 {
		return NewEveryday(m).Worth(Card{ID: c.id, Kind: c.kind}, on)
	})
	for name, first := range map[string]func(m *Memory, c *memo, on Day) float64{
		"the oldest":           func(_ *Memory, c *memo, on Day) float64 { return float64(on - c.Due) },
		"the least remembered": func(m *Memory, c *memo, on Day) float64 { return -m.Recalled(c.id, on) },
		"the shortest":         func(m *Memory, c *memo, _ Day) float64 { return -m.Minutes(c.kind) },
	} {
		theirs := afterHolidays(t, first)
		t.Logf("of 800 cards %.0f are known, with %s first %.0f", ours, name, theirs)
		require.Greater(t, ours, theirs, name)
	}
}
