package fsrs_test

import (
	"testing"

	peer "github.com/open-spaced-repetition/go-fsrs/v4"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/quiz/fsrs"
)

// TestAgreesWithPeer replays whole-day histories in go-fsrs too, with the
// default and with drawn parameters: states and intervals agree to 1e-9.
func TestAgreesWithPeer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := rapid.OneOf(rapid.Just(fsrs.DefaultParameters()), anyParameters()).Draw(t, "parameters")
		for i := range 4 {
			w[i] = max(w[i], 0.1) // the peer's least first stability; fsrs-rs has none such
		}
		sc, err := fsrs.New(w)
		require.NoError(t, err)
		theirs := peer.DefaultParam()
		theirs.W = peer.Weights(w)

		var state fsrs.State
		for range rapid.IntRange(1, 12).Draw(t, "reviews") {
			days := rapid.Uint64Range(0, 2000).Draw(t, "days")
			g := anyGrade().Draw(t, "grade")
			retention := rapid.Float64Range(0.5, 0.98).Draw(t, "retention")
			before := peer.MemoryState{Stability: state.Stability, Difficulty: state.Difficulty}
			want := theirs.NextState(&before, retention, days, peer.Rating(g))

			state = sc.Next(state, float64(days), g)
			require.InEpsilon(t, want.Memory.Stability, state.Stability, 1e-9, "stability")
			require.InEpsilon(t, want.Memory.Difficulty, state.Difficulty, 1e-9, "difficulty")
			require.InEpsilon(t, min(want.Interval, fsrs.MaxStability), sc.Interval(retention, state), 1e-9, "interval")

			later := rapid.Float64Range(0, 2000).Draw(t, "later")
			require.InEpsilon(t, theirs.ForgettingCurve(later, state.Stability), sc.Retrievability(later, state), 1e-9, "retrievability")
		}
	})
}

// TestFuzzAgreesWithPeer compares every whole day. The peer draws its own u, of
// which only the one for an empty seed can be had from outside.
func TestFuzzAgreesWithPeer(t *testing.T) {
	theirs := peer.DefaultParam()
	alea := peer.Alea("")
	u := alea.Double()
	for days := 1.0; days <= fsrs.MaxStability; days++ {
		require.Equal(t, int(theirs.ApplyFuzz(days, 0, true)), fsrs.Fuzz(days, u), "of %v days", days)
	}
}

func BenchmarkPeerNextState(b *testing.B) {
	theirs := peer.DefaultParam()
	state := peer.MemoryState{Stability: 10, Difficulty: 5}
	b.ReportAllocs()
	for b.Loop() {
		theirs.NextState(&state, 0.9, 12, peer.Good)
	}
}
