package fsrs_test

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/quiz/fsrs"
)

// anyParameters draws any valid set, every bound included.
func anyParameters() *rapid.Generator[fsrs.Parameters] {
	return rapid.Custom(func(t *rapid.T) fsrs.Parameters {
		low, high := fsrs.Bounds()
		var p fsrs.Parameters
		for i := range p {
			p[i] = rapid.Float64Range(low[i], high[i]).Draw(t, "w")
		}
		return p
	})
}

// drawn draws a scheduler and the state of a card that it brought about.
func drawn(t *rapid.T) (*fsrs.Scheduler, fsrs.State) {
	sc, err := fsrs.New(anyParameters().Draw(t, "parameters"))
	require.NoError(t, err)
	var state fsrs.State
	for range rapid.IntRange(1, 12).Draw(t, "reviews") {
		state = sc.Next(state, anyDays().Draw(t, "days"), anyGrade().Draw(t, "grade"))
	}
	return sc, state
}

func anyGrade() *rapid.Generator[fsrs.Grade] {
	return rapid.Map(rapid.Uint8Range(1, 4), func(g uint8) fsrs.Grade { return fsrs.Grade(g) })
}

// anyDays draws whole days and fractions, within a day as well as beyond a life.
func anyDays() *rapid.Generator[float64] {
	return rapid.OneOf(
		rapid.Map(rapid.IntRange(0, 400), func(n int) float64 { return float64(n) }),
		rapid.Float64Range(0, 2*fsrs.MaxStability),
	)
}

func requireInBounds(t require.TestingT, s fsrs.State) {
	// Not Less: NaN must fail.
	require.True(t, fsrs.MinStability <= s.Stability && s.Stability <= fsrs.MaxStability, "stability %v", s.Stability)
	require.True(t, fsrs.MinDifficulty <= s.Difficulty && s.Difficulty <= fsrs.MaxDifficulty, "difficulty %v", s.Difficulty)
}

func TestStatesStayInBounds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, state := drawn(t)
		requireInBounds(t, state)
	})
}

func TestRecallFallsWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc, state := drawn(t)
		sooner, later := anyDays().Draw(t, "sooner"), anyDays().Draw(t, "later")
		sooner, later = min(sooner, later), max(sooner, later)
		r := sc.Retrievability(later, state)
		require.LessOrEqual(t, r, sc.Retrievability(sooner, state))
		require.True(t, 0 <= r && r <= 1, "%v", r)
	})
}

func TestIntervalInvertsRetrievability(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc, state := drawn(t)
		retention := rapid.Float64Range(0.01, 0.999).Draw(t, "retention")
		days := sc.Interval(retention, state)
		if days == fsrs.MaxStability {
			require.GreaterOrEqual(t, sc.Retrievability(days, state), retention*(1-1e-12), "cut off at the longest")
			return
		}
		require.InEpsilon(t, retention, sc.Retrievability(days, state), 1e-10)
	})
}

// TestBetterGradesAreStronger: with any parameters, after any history, a better
// grade leaves no less stability and no more difficulty. First reviews are left
// out: there the parameters say it outright, and may say otherwise.
func TestBetterGradesAreStronger(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		sc, state := drawn(t)
		days := anyDays().Draw(t, "days since")
		worse := sc.Next(state, days, fsrs.Again)
		for g := fsrs.Hard; g <= fsrs.Easy; g++ {
			better := sc.Next(state, days, g)
			require.LessOrEqual(t, worse.Stability, better.Stability, "grade %d", g)
			require.GreaterOrEqual(t, worse.Difficulty, better.Difficulty, "grade %d", g)
			worse = better
		}
	})
}

// TestGradesDiffer: with the default parameters each grade counts, at first and
// from the next day on.
func TestGradesDiffer(t *testing.T) {
	sc := published(t)
	card := sc.Next(fsrs.State{}, 0, fsrs.Good)
	for _, from := range []fsrs.State{{}, card, sc.Next(card, 2, fsrs.Good)} {
		for g := fsrs.Hard; g <= fsrs.Easy; g++ {
			require.Less(t, sc.Next(from, 5, g-1).Stability, sc.Next(from, 5, g).Stability, "%v, grade %d", from, g)
		}
	}
}

// FuzzNext drives valid parameters through any sequence of bits taken for days
// and of grades: no state is NaN, infinite or out of bounds, and what follows
// from a state is neither. A byte of weights places one parameter between its
// bounds; nine bytes of reviews are the days and the grade of one.
func FuzzNext(f *testing.F) {
	odd := oddReviews()
	least, greatest := make([]byte, 21), make([]byte, 21)
	for i := range greatest {
		greatest[i] = 255
	}
	f.Add([]byte{}, odd)
	f.Add(least, odd)
	f.Add(greatest, odd)

	f.Fuzz(func(t *testing.T, weights, reviews []byte) {
		low, high := fsrs.Bounds()
		p := fsrs.DefaultParameters()
		for i, b := range weights[:min(len(weights), len(p))] {
			share := float64(b) / 255
			p[i] = low[i]*(1-share) + high[i]*share
		}
		sc, err := fsrs.New(p)
		require.NoError(t, err)

		var state fsrs.State
		for ; len(reviews) >= 9; reviews = reviews[9:] {
			days := math.Float64frombits(binary.LittleEndian.Uint64(reviews))
			state = sc.Next(state, days, fsrs.Grade(reviews[8]%4+1))
			requireInBounds(t, state)
			r := sc.Retrievability(days, state)
			require.True(t, 0 <= r && r <= 1, "retrievability %v", r)
			interval := sc.Interval(days, state) // any number will do for a retention
			require.True(t, 0 <= interval && interval <= fsrs.MaxStability, "interval %v", interval)
		}
	})
}

// oddReviews gives each grade after each of the days that are easily got wrong,
// in the form that FuzzNext reads.
func oddReviews() []byte {
	var reviews []byte
	for _, days := range []float64{0, 1, math.Inf(1), math.NaN(), math.Inf(-1), math.MaxFloat64, 5e-324, 36500} {
		for g := range byte(4) {
			reviews = binary.LittleEndian.AppendUint64(reviews, math.Float64bits(days))
			reviews = append(reviews, g)
		}
	}
	return reviews
}
