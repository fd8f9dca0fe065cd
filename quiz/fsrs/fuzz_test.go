package fsrs_test

import (
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

func TestFuzzRange(t *testing.T) {
	tests := []struct {
		days        float64
		least, most int
	}{
		{math.NaN(), 1, 1}, {math.Inf(-1), 1, 1}, {-4, 1, 1}, {0, 1, 1}, {0.2, 1, 1}, {1.4, 1, 1}, {1.5, 2, 2}, {2.49, 2, 2},
		{2.5, 2, 4},       // 3 ± 1.075
		{5, 4, 6},         // ± 1.375
		{7, 5, 9},         // ± 1.675
		{10, 8, 12},       // ± 1.975
		{20, 17, 23},      // ± 2.975
		{30, 27, 33},      // ± 3.475
		{100, 93, 107},    // ± 6.975
		{365, 345, 385},   // ± 20.225
		{365.4, 345, 385}, // rounded first
		{36500, 34673, 36500},
		{1e9, 34673, 36500}, {math.Inf(1), 34673, 36500},
	}
	for _, test := range tests {
		least, most := fsrs.FuzzRange(test.days)
		require.Equal(t, []int{test.least, test.most}, []int{least, most}, "of %v days", test.days)
	}
}

// TestFuzzReachesAllDaysAlike draws u on an even grid of as many points as the
// range has days, times a hundred: each day must come a hundred times.
func TestFuzzReachesAllDaysAlike(t *testing.T) {
	for _, days := range []float64{1, 3, 12.2, 80, 2000} {
		least, most := fsrs.FuzzRange(days)
		draws := (most - least + 1) * 100
		count := map[int]int{}
		for i := range draws {
			count[fsrs.Fuzz(days, (float64(i)+0.5)/float64(draws))]++
		}
		require.Len(t, count, most-least+1, "of %v days", days)
		for day := least; day <= most; day++ {
			require.Equal(t, 100, count[day], "%d for %v days", day, days)
		}
		require.Equal(t, most, fsrs.Fuzz(days, math.Nextafter(1, 0)))
	}
}
