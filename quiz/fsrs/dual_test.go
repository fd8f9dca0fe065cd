package fsrs_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

// publishedDual returns FSRS-7 with the default parameters.
func publishedDual(t testing.TB) *fsrs.Dual {
	t.Helper()
	m, err := fsrs.NewDual(fsrs.DefaultDualParameters())
	require.NoError(t, err)
	return m
}

func state(stability, short, difficulty float64) fsrs.State {
	return fsrs.State{Stability: stability, Short: short, Difficulty: difficulty}
}

// requireState compares with what the authors' own programs say, which reckon
// in 32 bits.
func requireState(t *testing.T, want, got fsrs.State, where ...any) {
	t.Helper()
	require.InEpsilon(t, want.Stability, got.Stability, 1e-4, where...)
	require.InEpsilon(t, want.Short, got.Short, 1e-4, where...)
	require.InEpsilon(t, want.Difficulty, got.Difficulty, 1e-4, where...)
}

// history is a card's reviews, and its states after each.
type history struct {
	reviews []review
	states  []fsrs.State
}

// publishedHistories are of fsrs-rs's FSRS-7 (revision c9562d6).
func publishedHistories() map[string]history {
	return map[string]history{
		"whole days": {
			[]review{{0, 1}, {0, 3}, {1, 3}, {3, 3}, {8, 3}, {21, 3}},
			[]fsrs.State{
				state(0.1104, 0.08832, 6.1686), state(0.11041191, 0.08832, 6.109214),
				state(0.91686124, 44.444206, 6.0504217), state(3.5337858, 193.5973, 5.9922175),
				state(10.186002, 407.62646, 5.934595), state(25.985723, 700.5589, 5.877549),
			},
		},
		"lapses and minutes": {
			[]review{{0, 1}, {0.99791664, 1}, {0.82361114, 1}, {1.0388889, 1}, {0.0013888889, 3}, {0.0020833334, 3}, {0.0020833334, 3}, {0.0027777778, 3}},
			[]fsrs.State{
				state(0.1104, 0.08832, 6.1686), state(0.06706447, 0.016565936, 8.047908),
				state(0.04536918, 0.0034119464, 8.764432), state(0.0329967, 0.00074974925, 9.098293),
				state(0.14780034, 2.8802187, 9.009611), state(0.24254547, 7.019944, 8.921815),
				state(0.3307042, 10.166433, 8.834897), state(0.4365655, 13.619719, 8.748848),
			},
		},
		"all grades": {
			[]review{{0, 4}, {0.001, 2}, {0.25, 1}, {0, 3}, {1.5, 4}, {2.75, 2}, {100.5, 1}},
			[]fsrs.State{
				state(11.7841, 9.427279, 1), state(12.22947, 13.9512825, 4.636193),
				state(2.6588404, 0.3485167, 9.259369), state(2.6589437, 0.3485167, 9.169076),
				state(5.028668, 25.826185, 8.743264), state(7.37282, 65.00047, 9.166955),
				state(2.3163264, 0.89478546, 9.615685),
			},
		},
	}
}

func TestPublishedDualStates(t *testing.T) {
	m := publishedDual(t)
	for name, test := range publishedHistories() {
		t.Run(name, func(t *testing.T) {
			var at fsrs.State
			for i, r := range test.reviews {
				at = m.Next(at, r.days, r.grade)
				requireState(t, test.states[i], at, "after review %d", i+1)
			}
		})
	}
}

// TestDualIntervalOfWhatIsLostAtOnce: within the bounds of the weights a card may be half forgotten sooner than any time that
// is told apart, and there the method's steps may lead anywhere.
func TestDualIntervalOfWhatIsLostAtOnce(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	low, high := fsrs.DualBounds()
	lost := 0
	for range 20000 {
		p := fsrs.DefaultDualParameters()
		for i := 23; i < len(p); i++ {
			p[i] = low[i] + rng.Float64()*(high[i]-low[i])
		}
		p[23], p[25] = low[23], low[25]
		m, err := fsrs.NewDual(p)
		require.NoError(t, err)
		state := fsrs.State{Stability: fsrs.MinDualStability, Short: fsrs.MinDualStability, Difficulty: 1 + 9*rng.Float64()}
		retention := 0.3 + 0.699*rng.Float64()
		if m.Retrievability(1e-12, state) <= retention {
			lost++
			require.Zero(t, m.Interval(retention, state), "%v, retention %v", p, retention)
		}
	}
	require.Positive(t, lost)
}

// TestPublishedDualCurve holds chances of recall and intervals of the same.
func TestPublishedDualCurve(t *testing.T) {
	m := publishedDual(t)
	for _, test := range []struct {
		state           fsrs.State
		days, recall    float64
		at65, at90, at9 float64 // intervals to 0.65, 0.90, 0.99
	}{
		{state(10, 8, 5), 0.5, 0.96410644, 0, 0, 0},
		{state(10, 8, 5), 21, 0.8774615, 0, 0, 0},
		{state(36500, 0.01, 1), 36500, 0.973712, 0, 0, 0},
		{state(0.0001, 0.0001, 10), 0.000011574074, 0.34352458, 0, 0, 0},
		{m.Next(fsrs.State{}, 0, fsrs.Hard), 0, 0.99999, 128.5822, 0.5974598, 0.00016643705},
		{m.Next(fsrs.State{}, 0, fsrs.Good), 0, 0.99999, 551.4476, 4.7777247, 0.0006202255},
		{m.Next(fsrs.State{}, 0, fsrs.Easy), 0, 0.99999, 4747.62, 53.869392, 0.0160555},
		{m.Next(state(10, 8, 5), 21, fsrs.Good), 0, 0.99999, 4599.419, 54.32485, 0.2915443},
	} {
		require.InEpsilon(t, test.recall, m.Retrievability(test.days, test.state), 1e-5, "%+v", test)
		for retention, want := range map[float64]float64{0.65: test.at65, 0.9: test.at90, 0.99: test.at9} {
			if want > 0 {
				require.InEpsilon(t, want, m.Interval(retention, test.state), 2e-3, "%v of %+v", retention, test.state)
			}
		}
	}
}

func TestDualAtItsLimits(t *testing.T) {
	m := publishedDual(t)
	card := state(5, 4, 5)
	inf, nan := math.Inf(1), math.NaN()

	for _, days := range []float64{0, -3, nan} {
		require.Equal(t, 1-1e-5, m.Retrievability(days, card), "after %v days", days)
		require.Equal(t, m.Next(card, 0, fsrs.Good), m.Next(card, days, fsrs.Good), "after %v days", days)
	}
	require.Equal(t, 1e-5, m.Retrievability(inf, card))
	require.Equal(t, 0.0, m.Retrievability(1, fsrs.State{}), "never reviewed")

	for _, retention := range []float64{1, 0.99999, inf, nan} {
		require.Equal(t, 0.0, m.Interval(retention, card), "%v", retention)
	}
	require.Equal(t, fsrs.MaxStability, m.Interval(0, card))
	require.Equal(t, 0.0, m.Interval(0.9, fsrs.State{}), "never reviewed")
	require.NotEqual(t, m.Next(card, 0.1, fsrs.Good), m.Next(card, 0.2, fsrs.Good), "there is no same day")
}

func TestNewDualRefusesParametersOutOfBounds(t *testing.T) {
	low, high := fsrs.DualBounds()
	for i := range low {
		under, over := math.Nextafter(low[i], math.Inf(-1)), math.Nextafter(high[i], math.Inf(1))
		for _, w := range []float64{under, over, math.NaN(), math.Inf(1), math.Inf(-1)} {
			p := fsrs.DefaultDualParameters()
			p[i] = w
			_, err := fsrs.NewDual(p)
			require.ErrorContains(t, err, fmt.Sprintf("w%d is %v, must be from", i, w))
		}
	}
	p := fsrs.DefaultDualParameters()
	p[2] = p[1] - 1
	_, err := fsrs.NewDual(p)
	require.EqualError(t, err, "check fsrs parameters: w1 is 2.2395, must not exceed w2, which is 1.2395; use the defaults 2.2395 and 3.9221")
}

func TestModelsOfWeights(t *testing.T) {
	for _, m := range []fsrs.Model{published(t), publishedDual(t)} {
		again, err := fsrs.NewModel(m.Weights())
		require.NoError(t, err)
		require.Equal(t, m, again)
		m.Weights()[0] = 7
		require.Equal(t, m, again, "the weights are a copy")
	}
	require.True(t, fsrs.WholeDays(published(t)))
	require.False(t, fsrs.WholeDays(publishedDual(t)))
	_, err := fsrs.NewModel(make([]float64, 19))
	require.EqualError(t, err, "read fsrs parameters: there are 19, must be 21 for FSRS-6 or 34 for FSRS-7; use the default ones")
	_, err = fsrs.NewModel(make([]float64, 34))
	require.ErrorContains(t, err, "w0 is 0")
}
