package quiz

import (
	"testing"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// TestALuckyChoiceProvesLess: a right answer among four options lets a card rest no longer than one that was
// typed, and a wrong one says the same either way.
func TestALuckyChoiceProvesLess(t *testing.T) {
	m := newTestMemory(t)
	for day, g := range []fsrs.Grade{fsrs.Good, fsrs.Good, fsrs.Again, fsrs.Good} {
		typed := review("typed", morning.AddDate(0, 0, 3*day), g)
		chosen := review("chosen", morning.AddDate(0, 0, 3*day), g)
		chosen.Kind, chosen.Options = Choose, 4
		m.Add(&typed)
		m.Add(&chosen)
		a, _ := m.Card("typed")
		b, _ := m.Card("chosen")
		require.LessOrEqual(t, b.State.Stability, a.State.Stability, "review %d", day+1)
	}
}
