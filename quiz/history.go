package quiz

import (
	"math"
	"slices"
	"time"
)

// History goes through the journal once, review by review, and keeps what is told over time. The zero History is empty and
// ready; it may go on where it stopped.
type History struct {
	// Answers is how many there were, Right how many of them were right, Took the time to all of them.
	Answers, Right int
	Took           time.Duration

	weeks []Lookups
	open  lookups // of the last of the weeks
}

// Lookups are a week's codes that were looked up and found, without a hint: the medians. Par is what a practised coder
// would have needed.
type Lookups struct {
	// Monday is the first day of the week.
	Monday Day
	Found  int
	// Keys and Par are keystrokes, of the same look-ups; 0 where the journal has no par.
	Keys, Par float64
	Took      time.Duration
}

// lookups are the figures of a week that is not over.
type lookups struct {
	keys, par []int
	took      []time.Duration
}

// Add takes in reviews, which come in order of time. Cost: some 20 ns each, and more for a look-up.
func (h *History) Add(reviews []Review) {
	for i := range reviews {
		h.add(&reviews[i])
	}
}

func (h *History) add(r *Review) {
	took := time.Duration(r.TookMS) * time.Millisecond
	h.Answers++
	h.Took += took
	if r.Outcome != Right {
		return
	}
	h.Right++
	if r.Kind != Find || r.Hints > 0 {
		return
	}
	monday := mondayOf(DayOf(r.Time))
	if len(h.weeks) == 0 || monday > h.weeks[len(h.weeks)-1].Monday {
		h.close()
		h.weeks = append(h.weeks, Lookups{Monday: monday})
		h.open = lookups{}
	}
	h.open.took = append(h.open.took, took)
	if r.Par > 0 {
		h.open.keys, h.open.par = append(h.open.keys, r.Keys), append(h.open.par, r.Par)
	}
}

// mondayOf returns the Monday on or before a day. Day 0 was a Thursday.
func mondayOf(d Day) Day { return Day(math.Floor(float64(d+3)/7))*7 - 3 }

// close works out the last week's medians.
func (h *History) close() {
	if len(h.weeks) == 0 {
		return
	}
	w := &h.weeks[len(h.weeks)-1]
	w.Found = len(h.open.took)
	w.Keys, w.Par = median(h.open.keys), median(h.open.par)
	w.Took = time.Duration(median(h.open.took))
}

// Weeks returns the weeks in which codes were looked up and found, oldest first.
func (h *History) Weeks() []Lookups {
	h.close()
	return h.weeks
}

// median is the middle of numbers, the mean of the two middle ones of an even count, 0 of none.
func median[N int | time.Duration](of []N) float64 {
	if len(of) == 0 {
		return 0
	}
	sorted := slices.Clone(of)
	slices.Sort(sorted)
	half := len(sorted) / 2
	if len(sorted)%2 == 1 {
		return float64(sorted[half])
	}
	return float64(sorted[half-1]+sorted[half]) / 2
}

// LongestRow is the most answers in a row that were right. Cost: some 2 ns each.
func LongestRow(reviews []Review) int {
	row, longest := 0, 0
	for i := range reviews {
		row++
		if reviews[i].Outcome != Right {
			row = 0
		}
		longest = max(longest, row)
	}
	return longest
}
