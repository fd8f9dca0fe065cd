// Package contest times contenders at the same work, fairly: they take turns within a round, who begins changes from
// round to round, and a ratio compares times of one round only, so that a machine that slows down meanwhile slows both.
//
//	times, err := contest.Hold(contest.Rounds, ours, theirs)
//	fmt.Println(times.Median(0), times.Ratio(0, 1))
package contest

import (
	"fmt"
	"slices"
	"time"
)

// Rounds is how many rounds a contest has.
const Rounds = 5

// Contender does a fixed amount of work and says how long it took.
type Contender func() (time.Duration, error)

// Timed makes a contender of work done in this process.
func Timed(work func()) Contender {
	return func() (time.Duration, error) {
		began := time.Now()
		work()
		return time.Since(began), nil
	}
}

// Times are the durations of a contest, by contender and round.
type Times [][]time.Duration

// Hold lets each contender work once to warm up and then once a round.
func Hold(rounds int, contenders ...Contender) (Times, error) {
	times := make(Times, len(contenders))
	for round := range rounds + 1 {
		for turn := range contenders {
			i := (turn + round) % len(contenders)
			took, err := contenders[i]()
			if err != nil {
				return nil, fmt.Errorf("contender %d, round %d: %w", i+1, round, err)
			}
			if round > 0 {
				times[i] = append(times[i], took)
			}
		}
	}
	return times, nil
}

// Sum adds contests of the same contenders, round by round.
func Sum(contests ...Times) Times {
	sum := make(Times, len(contests[0]))
	for i := range sum {
		sum[i] = make([]time.Duration, len(contests[0][i]))
		for _, times := range contests {
			for round, took := range times[i] {
				sum[i][round] += took
			}
		}
	}
	return sum
}

// Median returns the median duration of contender i.
func (t Times) Median(i int) time.Duration { return Median(t[i]) }

// Ratio returns the median over the rounds of how many times as long contender i took as contender j.
func (t Times) Ratio(i, j int) float64 {
	ratios := make([]float64, len(t[i]))
	for round := range ratios {
		ratios[round] = float64(t[i][round]) / float64(t[j][round])
	}
	return Median(ratios)
}

// Median returns the middle value, of an even number the upper of the two. It panics when there is none.
func Median[T ~int64 | ~float64](values []T) T {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}
