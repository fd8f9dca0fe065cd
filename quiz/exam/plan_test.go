package exam

import (
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

// deck is cards as they are after some weeks: some never met, some met at some time, two kinds, two weights.
func deck(m fsrs.Model, n int, rng *rand.Rand) []Card {
	cards := make([]Card, n)
	sum := 0.0
	for i := range cards {
		c := &cards[i]
		c.Weight, c.Minutes = float64(1+rng.IntN(2)), 0.5
		if rng.IntN(5) < 2 {
			c.Minutes, c.Guess = 0.3, 1
		}
		sum += c.Weight
		if met := rng.IntN(4); met > 0 {
			c.State = m.Next(fsrs.State{}, 0, []fsrs.Grade{fsrs.Again, fsrs.Good}[rng.IntN(2)])
			for range met {
				c.State = m.Next(c.State, float64(1+rng.IntN(9)), []fsrs.Grade{fsrs.Again, fsrs.Good, fsrs.Good}[rng.IntN(3)])
			}
			c.Since = rng.IntN(20)
		}
	}
	for i := range cards {
		cards[i].Weight /= sum
	}
	return cards
}

func made(t testing.TB, m fsrs.Model, cards []Card, terms Terms) *Plan {
	t.Helper()
	p := NewPlan(NewGround(m, 0, 0.25), cards, terms)
	for p.Step() {
	}
	require.True(t, p.Ready())
	return p
}

func TestNothingIsWorthAnythingOnTheExamDayOrAfter(t *testing.T) {
	m := fsrs.Published()
	cards := deck(m, 60, rand.New(rand.NewPCG(1, 1)))
	p := made(t, m, cards, Terms{Days: 9, Minutes: 10, Known: 0.1, Kept: 1})
	for _, c := range cards {
		for _, left := range []int{0, -1, -30} {
			require.Zero(t, p.Worth(c, left))
		}
		c.Since = 0
		if !c.State.IsNew() {
			require.LessOrEqual(t, p.Worth(c, 5), 0.0, "asked for today already")
		}
	}
	require.Len(t, p.Forecast(Doubt{}).Days, 10, "today to the exam day")
}

func TestMoreMinutesNeverKnowLess(t *testing.T) {
	for seed := range uint64(6) {
		rng := rand.New(rand.NewPCG(seed, 2))
		m := fsrs.Published()
		cards := deck(m, 150, rng)
		days := 2 + rng.IntN(24)
		before := Forecast{}
		for minutes := 0.0; minutes <= 60; minutes += 10 {
			f := made(t, m, cards, Terms{Days: days, Minutes: minutes, Known: 0.1, Kept: 1}).Forecast(Doubt{})
			require.GreaterOrEqual(t, f.Share, before.Share, "%d days, %v minutes", days, minutes)
			require.GreaterOrEqual(t, f.More, 0.0)
			require.LessOrEqual(t, f.Low, f.Share)
			require.LessOrEqual(t, f.Share, f.High)
			before = f
		}
		require.InDelta(t, 0, before.More, 0.02, "an hour is enough for 150 cards")
	}
}

func TestAPlanNearlyReachesWhatNoneCanExceed(t *testing.T) {
	m := fsrs.Published()
	cards := make([]Card, 600)
	for i := range cards {
		cards[i] = Card{Weight: 1 / 600.0, Minutes: 0.4}
	}
	for _, days := range []int{7, 14, 30, 60} {
		p := made(t, m, cards, Terms{Days: days, Minutes: 15, Known: 0.1, Kept: 1})
		share := p.Forecast(Doubt{}).Share
		// The bound is itself worked out on a grid, and for classes of prices.
		require.LessOrEqual(t, share, 1.05*p.Bound())
		require.GreaterOrEqual(t, share, 0.96*p.Bound(), "%d days", days)
	}
}

// After days on which nothing was done the plan is for the days that are left, within their minutes.
func TestAMissedDayLeavesNoDebt(t *testing.T) {
	m := fsrs.Published()
	cards := deck(m, 400, rand.New(rand.NewPCG(3, 3)))
	var last Forecast
	for away := range 6 {
		late := make([]Card, len(cards))
		for i, c := range cards {
			c.Since += away
			late[i] = c
		}
		f := made(t, m, late, Terms{Days: 12 - away, Minutes: 12, Known: 0.1, Kept: 1}).Forecast(Doubt{})
		require.Len(t, f.Days, 13-away)
		if away > 0 {
			require.Less(t, f.Share, last.Share+0.005, "days that are gone cannot help")
		}
		last = f
	}
}

func TestWhatCannotPayOffIsNotBegun(t *testing.T) {
	m := fsrs.Published()
	known := m.Next(m.Next(m.Next(fsrs.State{}, 0, fsrs.Easy), 8, fsrs.Good), 30, fsrs.Good)
	weak := m.Next(m.Next(fsrs.State{}, 0, fsrs.Again), 0, fsrs.Good)
	cards := []Card{
		{Weight: 0.25, Minutes: 0.4, State: known, Since: 5}, {Weight: 0.25, Minutes: 0.4, State: weak, Since: 5},
		{Weight: 0.25, Minutes: 0.4}, {Weight: 0, Minutes: 0.4},
	}
	p := made(t, m, cards, Terms{Days: 1, Minutes: 10, Known: 0.1, Kept: 1})
	require.Less(t, p.Worth(cards[0], 1), 0.05, "well known")
	require.Greater(t, p.Worth(cards[1], 1), p.Worth(cards[0], 1), "weak")
	require.Positive(t, p.Worth(cards[2], 1), "new, and seen a day before")
	require.Zero(t, p.Worth(cards[3], 1), "not asked in the exam")
}

func TestPlanOfNothing(t *testing.T) {
	p := made(t, fsrs.Published(), nil, Terms{Days: 5, Minutes: 10})
	require.Zero(t, p.Forecast(Doubt{}))
	require.Zero(t, p.Worth(Card{Weight: 1, Minutes: 1}, 3))
}

func TestWorthDoesNotAllocate(t *testing.T) {
	m := fsrs.Published()
	cards := deck(m, 50, rand.New(rand.NewPCG(4, 4)))
	p := made(t, m, cards, Terms{Days: 30, Minutes: 10, Known: 0.1, Kept: 1})
	require.Zero(t, testing.AllocsPerRun(10, func() {
		for _, c := range cards {
			p.Worth(c, 12)
		}
	}))
}

func TestPastLearnsOfTheLearner(t *testing.T) {
	var none, good, poor Past
	for i := range 200 {
		good.Answered(0.7, 0, i%10 < 9)
		poor.Answered(0.7, 0, i%2 == 0)
	}
	require.Zero(t, none.Doubt().Shift)
	require.Greater(t, good.Doubt().Shift, 0.5)
	require.Less(t, poor.Doubt().Shift, -0.5)
	require.Less(t, good.Doubt().ShiftOff, none.Doubt().ShiftOff/2)
	require.InDelta(t, 0.1, none.Known(), 1e-9)
	for range 100 {
		good.Met(0.25, true)
		poor.Met(0.25, false)
	}
	require.Greater(t, good.Known(), 0.6)
	require.Less(t, poor.Known(), 0.02)
	require.InDelta(t, 6.0/7, Kept(0, 0), 1e-9)
	require.Greater(t, Kept(40, 40), 0.95)
	require.Less(t, Kept(3, 30), 0.3)
}
