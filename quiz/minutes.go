package quiz

import "time"

const (
	// usualMinutes is what a question takes, answer and feedback together, before a learner's own pace is known.
	usualMinutes = 25.0 / 60
	// feedbackMinutes is what reading a feedback takes, which the journal does not tell.
	feedbackMinutes = 8.0 / 60
)

// Minutes is what a question of a kind takes the learner, answer and feedback together: by the latest right answers,
// and 25 seconds before there are some. Cost: some hundred additions.
func (m *Memory) Minutes(k Kind) float64 {
	t := m.times[k]
	if t == nil || len(t.took) < paceSamples {
		return usualMinutes
	}
	var sum time.Duration
	for _, took := range t.took {
		sum += took
	}
	return feedbackMinutes + sum.Minutes()/float64(len(t.took))
}
