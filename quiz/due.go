package quiz

import "coderounds/quiz/fsrs"

const (
	// choiceMost is the longest interval, in days, of a card that is only ever chosen among options: until the family
	// is confirmed by hand, what was chosen may have been luck. The published range is taken around it.
	choiceMost = 7
	// window is how many days of a range are looked at. Up to an interval of three years that is all of them; of a longer
	// range it is a stretch that the card's own hash chooses.
	window = 128
)

// due is the day on which a card that was just reviewed should be seen again, the next day at the earliest: within the
// range that [fsrs.FuzzRange] allows, a day on which none of its kin is due, and among those one with the least to do (see
// [burden]). Among equals the card's own hash decides. So replaying the same reviews in the same order gives the same days.
func (m *Memory) due(id CardID, c *memo) Day {
	days := m.model.Interval(m.retention, c.State)
	if c.kin != nil && !c.kin.byHand {
		days = min(days, choiceMost)
	}
	least, most := fsrs.FuzzRange(days)
	n, u := most-least+1, spread(id, c.Reviews)
	if n > window {
		least += int(u * float64(n-window+1))
		n = window
	}
	first := c.Last + Day(least)
	if n == 1 {
		return first
	}
	return m.agenda.freest(c.Last, first, n, c.taken(first, n), int(u*float64(n)))
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
