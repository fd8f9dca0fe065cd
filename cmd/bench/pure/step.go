package pure

import (
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// longestStep measures the longest time that work goes on between two steps, which is how long a page in a browser gets no
// moment to itself. Of the rounds' longest it takes the median, since a single one may be another program's turn.
func (b bench) longestStep(what string, work func(codesets.Step) error) error {
	times, err := contest.Hold(contest.Rounds, func() (time.Duration, error) {
		var longest time.Duration
		last := time.Now()
		step := func(int, int) error {
			now := time.Now()
			longest = max(longest, now.Sub(last))
			last = now
			return nil
		}
		if err := work(step); err != nil {
			return 0, err
		}
		return longest, step(0, 0)
	})
	if err != nil {
		return err
	}
	b.sheet.Put(b.name(what), milliseconds(times.Median(0)), figure.Milliseconds, figure.AtMost(4))
	return nil
}
