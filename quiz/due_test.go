package quiz

import (
	"hash/fnv"
	"testing"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// TestSpreadIsTheHash that the library makes.
func TestSpreadIsTheHash(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		id, reviews := rapid.String().Draw(t, "id"), rapid.IntRange(0, 70_000).Draw(t, "reviews")
		h := fnv.New32a()
		h.Write([]byte(id))
		h.Write([]byte{byte(reviews), byte(reviews >> 8)})
		require.Equal(t, float64(h.Sum32())/(1<<32), spread(CardID(id), reviews))
	})
}

// TestCardsLearnedTogetherAreSpread over the days that the model's interval allows, never before the next day.
func TestCardsLearnedTogetherAreSpread(t *testing.T) {
	for name, model := range bothModels(t) {
		m := NewMemory(model, DefaultRetention)
		days := map[Day]int{}
		for card := range 400 {
			r := review(CardID("card"+string(rune('a'+card))), morning, fsrs.Easy)
			m.Add(&r)
			c, _ := m.Card(r.Card)
			require.Greater(t, c.Due, c.Last, name)
			days[c.Due-c.Last]++
		}
		require.Greater(t, len(days), 2, name)
	}
}
