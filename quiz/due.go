package quiz

import "coderounds/quiz/fsrs"

// due is the day on which a card that was just reviewed should be seen again, the next day at the earliest. Cards learned
// together are spread a little so that they do not stay together. The spread comes from the card itself: replaying gives
// the same days.
func (m *Memory) due(id CardID, c *Recall) Day {
	days := m.model.Interval(m.retention, c.State)
	return c.Last + Day(max(1, fsrs.Fuzz(days, spread(id, c.Reviews))))
}

// spread is a number from 0 to below 1 that is a card's own at each of its reviews: the FNV-1a hash of both.
func spread(id CardID, reviews int) float64 {
	const offset, prime = 2166136261, 16777619
	h := uint32(offset)
	for i := range len(id) {
		h = (h ^ uint32(id[i])) * prime
	}
	h = (h ^ uint32(byte(reviews))) * prime
	h = (h ^ uint32(byte(reviews>>8))) * prime
	return float64(h) / (1 << 32)
}
