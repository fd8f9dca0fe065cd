package fsrs

import "math"

// FuzzRange returns the least and the most whole days, both allowed, that may
// stand for an interval of days, so that cards learned together do not come
// back together for ever. The interval is first rounded to whole days, from 1
// to [MaxStability]. Under 2.5 days nothing is changed; from there on it may
// lie 1 day off, and a share of itself: 15 % of its part between 2.5 and 7
// days, 10 % of that between 7 and 20, 5 % of the rest, but not under 2 days.
// The ranges are those of Anki, ts-fsrs and go-fsrs.
//
// Who wants an interval longer than the last one raises the least.
func FuzzRange(days float64) (least, most int) {
	if !(days >= 1) { // NaN too
		days = 1
	}
	days = math.Round(min(days, MaxStability))
	if days < 2.5 {
		return int(days), int(days)
	}
	off := 1 + 0.15*(min(days, 7)-2.5) + 0.10*max(min(days, 20)-7, 0) + 0.05*max(days-20, 0)
	least = int(max(math.Round(days-off), 2))
	most = int(min(math.Round(days+off), MaxStability))
	return least, most
}

// Fuzz returns one of the whole days of [FuzzRange], all as likely as one
// another when u is drawn evenly from [0, 1), as rand.Float64 does. The same u
// gives the same day, and a greater u never an earlier one.
func Fuzz(days, u float64) int {
	least, most := FuzzRange(days)
	return least + int(u*float64(most-least+1))
}
