package quiz

import "time"

const (
	// usualMinutes is what a question takes, answer and feedback together, before a learner's own pace is known.
	usualMinutes = 25.0 / 60
	// feedbackMinutes is what reading a feedback takes, which the journal does not tell.
	feedbackMinutes = 8.0 / 60
	// answerMost bounds the time that an answer is said to take: who comes back after hours did not think so long.
	answerMost = 3 * time.Minute
)

// daily is what was done on a day.
type daily struct {
	answers int
	fresh   int // cards met for the first time
	took    time.Duration
}

// count enters a review into its day.
func (m *Memory) count(on Day, r *Review, fresh bool) {
	d := m.days[on]
	d.answers++
	if fresh {
		d.fresh++
	}
	d.took += min(time.Duration(r.TookMS)*time.Millisecond, answerMost)
	m.days[on] = d
}

// Spent is the minutes of play on a day: answers and, at eight seconds each, their feedback.
func (m *Memory) Spent(on Day) float64 {
	d := m.days[on]
	return d.took.Minutes() + feedbackMinutes*float64(d.answers)
}

// recent is how many days say what a learner does usually.
const recent = 14

// NewPerDay is how many cards are met for the first time on a day, by the two weeks before one; 0 where there was no play.
// Days without play count: it is what really comes.
func (m *Memory) NewPerDay(before Day) float64 {
	fresh, first := 0, before
	for d := before - recent; d < before; d++ {
		if day := m.days[d]; day.answers > 0 {
			first = min(first, d)
			fresh += day.fresh
		}
	}
	if first == before {
		return 0
	}
	return float64(fresh) / float64(before-first)
}

// Minutes is what a question of a kind takes the learner, answer and feedback together: by the latest right answers,
// and 25 seconds before there are some. Cost: some hundred additions.
func (m *Memory) Minutes(k Kind) float64 {
	_, all := m.times[k].latest()
	if len(all) < paceSamples {
		return usualMinutes
	}
	var sum time.Duration
	for _, took := range all {
		sum += min(took, answerMost)
	}
	return feedbackMinutes + sum.Minutes()/float64(len(all))
}
