package quiz

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

func TestRevisionOrder(t *testing.T) {
	m := memoryOf(nil)
	for _, r := range []Review{review("due", morning, fsrs.Again), review("well", morning.AddDate(0, 0, 3), fsrs.Easy), review("fair", morning.AddDate(0, 0, 3), fsrs.Good)} {
		m.Add(&r)
	}
	today := DayOf(morning) + 4
	worth := NewRevision(m)
	due, fresh := worth.Worth(Card{ID: "due", Kind: Type}, today), worth.Worth(Card{ID: "new", Kind: Type}, today)
	fair, well := worth.Worth(Card{ID: "fair", Kind: Type}, today), worth.Worth(Card{ID: "well", Kind: Type}, today)
	require.Greater(t, due, fresh)
	require.Greater(t, fresh, fair)
	require.Greater(t, fair, well)
	require.Positive(t, well)
	require.Zero(t, NewEveryday(m).Worth(Card{ID: "well", Kind: Type}, today), "which an everyday round leaves alone")
}
