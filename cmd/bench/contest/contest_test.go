package contest_test

import (
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/contest"
)

func TestMedian(t *testing.T) {
	require.Equal(t, 3.0, contest.Median([]float64{9, 1, 3}))
	require.Equal(t, 3.0, contest.Median([]float64{3}))
	require.Equal(t, time.Duration(4), contest.Median([]time.Duration{4, 1, 2, 9}))
	values := []float64{3, 2, 1}
	contest.Median(values)
	require.Equal(t, []float64{3, 2, 1}, values, "the caller's slice stays as it is")
}

// script is a contender that takes given times, the first of them to warm up, and writes down its turns.
func script(turns *string, name string, times ...time.Duration) contest.Contender {
	n := 0
	return func() (time.Duration, error) {
		*turns += name
		n++
		return times[n-1], nil
	}
}

func TestTurnsAndRatios(t *testing.T) {
	var turns string
	times, err := contest.Hold(3,
		script(&turns, "a", 1000, 10, 40, 30),
		script(&turns, "b", 1000, 20, 20, 20))
	require.NoError(t, err)
	require.Equal(t, "ab"+"ba"+"ab"+"ba", turns)
	require.Equal(t, time.Duration(30), times.Median(0), "the warm-up does not count")
	require.Equal(t, time.Duration(20), times.Median(1))
	require.Equal(t, 1.5, times.Ratio(0, 1), "the median of the rounds' ratios 0.5, 2 and 1.5")
}

func TestSum(t *testing.T) {
	one, other := contest.Times{{1, 2}, {10, 20}}, contest.Times{{3, 4}, {30, 40}}
	require.Equal(t, contest.Times{{4, 6}, {40, 60}}, contest.Sum(one, other))
	require.Equal(t, contest.Times{{1, 2}, {10, 20}}, one, "what was added stays as it is")
}

func TestAFailureEndsTheContest(t *testing.T) {
	broken := errors.New("broken")
	_, err := contest.Hold(3, contest.Timed(func() {}), func() (time.Duration, error) { return 0, broken })
	require.ErrorIs(t, err, broken)
}
