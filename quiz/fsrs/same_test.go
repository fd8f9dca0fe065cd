package fsrs_test

import (
	"bufio"
	"bytes"
	_ "embed"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

// sameEverywhere are numbers of both models as they came out natively on amd64: see TestSameEverywhere.
//
//go:embed testdata/same.txt
var sameEverywhere []byte

var writeSame = flag.Bool("write-same", false, "write testdata/same.txt anew")

// histories are reviews of 60 cards, of which some are repeated within hours, left for years, guessed or failed over
// and over, with the default parameters and with others; each line is what came of one review.
func histories(t testing.TB) (lines [][]float64) {
	rng := rand.New(rand.NewPCG(6, 7))
	single, dual := fsrs.DefaultParameters(), fsrs.DefaultDualParameters()
	low, high := fsrs.Bounds()
	lowDual, highDual := fsrs.DualBounds()
	for set := range 4 {
		if set > 0 { // somewhere between the defaults and the bounds
			for i := range single {
				single[i] += (low[i] + rng.Float64()*(high[i]-low[i]) - single[i]) * 0.3
			}
			for i := range dual {
				dual[i] += (lowDual[i] + rng.Float64()*(highDual[i]-lowDual[i]) - dual[i]) * 0.3
			}
		}
		six, err := fsrs.New(single)
		require.NoError(t, err)
		seven, err := fsrs.NewDual(inOrder(dual))
		require.NoError(t, err)
		for range 15 {
			var a, b fsrs.State
			for range 6 {
				days := []float64{0, rng.Float64(), 1 + 10*rng.Float64(), 400 * rng.Float64()}[rng.IntN(4)]
				g := []fsrs.Grade{fsrs.Again, fsrs.Hard, fsrs.Good, fsrs.Good, fsrs.Easy}[rng.IntN(5)]
				guess := []float64{0, 0, 0.25, 0.5}[rng.IntN(4)]
				recall := []float64{six.Retrievability(days, a), seven.Retrievability(days, b)}
				a, b = six.NextGuessed(a, days, g, guess), seven.NextGuessed(b, days, g, guess)
				retention := 0.7 + 0.27*rng.Float64()
				lines = append(lines, append(recall, a.Stability, a.Difficulty, six.Interval(retention, a),
					b.Stability, b.Short, b.Difficulty, seven.Interval(retention, b)))
			}
		}
	}
	return lines
}

// TestSameEverywhere: run natively and as WebAssembly, which are told apart by nothing but their numbers, both agree with
// one table within 1e-9.
func TestSameEverywhere(t *testing.T) {
	lines := histories(t)
	if *writeSame {
		var out bytes.Buffer
		for _, line := range lines {
			for i, x := range line {
				fmt.Fprint(&out, strings.Repeat(" ", min(i, 1)), strconv.FormatFloat(x, 'g', 13, 64))
			}
			fmt.Fprintln(&out)
		}
		require.NoError(t, os.WriteFile("testdata/same.txt", out.Bytes(), 0o644))
		return
	}
	table := bufio.NewScanner(bytes.NewReader(sameEverywhere))
	for i, line := range lines {
		require.True(t, table.Scan(), "line %d", i+1)
		fields := strings.Fields(table.Text())
		require.Len(t, fields, len(line))
		for k, x := range line {
			want, err := strconv.ParseFloat(fields[k], 64)
			require.NoError(t, err)
			if want == 0 {
				require.Zero(t, x, "line %d, column %d", i+1, k+1)
				continue
			}
			require.InEpsilon(t, want, x, 1e-9, "line %d, column %d", i+1, k+1)
		}
	}
	require.False(t, table.Scan(), "no more lines")
}
