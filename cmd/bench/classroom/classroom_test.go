package classroom

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/exam"
	"coderounds/quiz/fsrs"
)

// nothing asks for nothing.
type nothing struct{ days int }

func (n *nothing) Day(int) []int { n.days++; return nil }
func (*nothing) Answer(Answer)   {}

func TestALearnerIsTheSameForAll(t *testing.T) {
	l, err := New(7, 14, 200)
	require.NoError(t, err)
	again, err := New(7, 14, 200)
	require.NoError(t, err)
	require.Equal(t, l.Study(NewSM2(200, Rule{First: 10})), again.Study(NewSM2(200, Rule{First: 10})))
	require.Equal(t, l.Study(NewSM2(200, Rule{First: 10})), l.Study(NewSM2(200, Rule{First: 10})))

	idle := new(nothing)
	before := l.Study(idle)
	require.Zero(t, before.Met)
	require.Equal(t, before.Recall, float64(before.Known), "known beforehand or not at all")
	require.LessOrEqual(t, idle.days, 14)
}

func TestWhoStudiesKnowsMore(t *testing.T) {
	ground := exam.NewGround(fsrs.Published(), Hands.Guess(), Choice.Guess())
	for seed := range uint64(3) {
		l, err := New(seed, 10, 300)
		require.NoError(t, err)
		idle := l.Study(new(nothing))
		planned := NewPlanned(ground, fsrs.Published(), l, 0)
		for _, p := range []Planner{planned, NewLeitner(300, Rule{}), NewSM2(300, Rule{First: 20}), NewPlain(fsrs.Published(), 300, Rule{First: 20})} {
			require.Greater(t, l.Study(p).Recall, idle.Recall)
		}
		if f := planned.Forecasts[0]; f.Days != nil {
			require.Len(t, f.Days, 11)
		}
	}
}

// The intervals of SM-2 for right answers are 1, 6, 15 and 38 days.
func TestSM2(t *testing.T) {
	p := NewSM2(1, Rule{})
	day := 0
	for _, days := range []int{1, 6, 15, 38} {
		require.Equal(t, []int{0}, p.Day(day))
		p.Answer(Answer{Day: day, Right: true})
		require.Equal(t, day+days, p.cards[0].day, "ease stays 2.5 at a quality of 4")
		day += days
	}
	p.Answer(Answer{Day: day})
	require.Equal(t, day+1, p.cards[0].day)
	require.InDelta(t, 1.96, p.states[0].ease, 1e-9)
}

func TestLeitner(t *testing.T) {
	p := NewLeitner(1, Rule{})
	day := 0
	for _, days := range []int{2, 4, 8, 16, 16} {
		p.Answer(Answer{Day: day, Right: true})
		require.Equal(t, day+days, p.cards[0].day)
		day += days
	}
	p.Answer(Answer{Day: day})
	p.Answer(Answer{Day: day, Right: true, Repeat: true})
	require.Equal(t, day+1, p.cards[0].day, "a repetition does not lift it out of the first box")
}

func TestRulesPutNewCardsFirst(t *testing.T) {
	p := newPeer(5, Rule{First: 1})
	p.put(3, 0, 1)
	require.Equal(t, []int{0, 3, 1, 2, 4}, p.Day(1))
	p.rule.First = 0
	require.Equal(t, []int{3, 0, 1, 2, 4}, p.Day(1))
}
