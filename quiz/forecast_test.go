package quiz

import (
	"fmt"
	"testing"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// learned is a memory of n cards, each met and then answered when it was due, for some days before [morning].
func learned(t testing.TB, model fsrs.Model, n int) *Memory {
	t.Helper()
	m := NewMemory(model, DefaultRetention)
	const days = 60
	for day := -days; day < 0; day++ {
		today := DayOf(morning) + Day(day)
		for i := range n {
			kind := simKinds[i%len(simKinds)]
			id := CardID(fmt.Sprintf("%s/icd10cm/F%03d", kind, i/len(simKinds)))
			c, met := m.Card(id)
			if met && c.Due > today || !met && i*days/n > day+days {
				continue
			}
			r := review(id, morning.AddDate(0, 0, day), fsrs.Good)
			if met && spread(id+"?", c.Reviews) > m.Recalled(id, today) {
				r.Outcome, r.Grade = Wrong, fsrs.Again
			}
			r.Kind, r.TookMS = kind, 10_000
			m.Add(&r)
		}
	}
	require.Equal(t, n, m.Known())
	return m
}

func sum[T int | float64](values []T) (s T) {
	for _, v := range values {
		s += v
	}
	return s
}

func TestForecast(t *testing.T) {
	for name, model := range bothModels(t) {
		m := learned(t, model, 400)
		today := DayOf(morning)
		o := Outlook{From: today, Days: 90, Retention: .9}
		f := m.Forecast(o)
		require.Equal(t, f, m.Forecast(o), name)
		for day := range o.Days {
			require.InDelta(t, float64(f.Questions[day])*m.Minutes(Find), f.Minutes[day], 1e-9, "all kinds take the same here")
			require.Equal(t, 400, f.Cards[day])
			require.LessOrEqual(t, f.Known[day], 400.0)
			require.Greater(t, f.Known[day], 300.0, "%s: at a retention of 90 %% most is known at any time", name)
		}
		due := 0
		for _, c := range m.cards {
			if c.Due <= today {
				due++
			}
		}
		require.GreaterOrEqual(t, f.Questions[0], due)
		require.LessOrEqual(t, f.Questions[0], 2*due)

		before := 0
		for _, retention := range []float64{.8, .85, .9, .95} {
			o.Retention = retention
			n := sum(m.Forecast(o).Questions)
			require.Greater(t, n, before, "%s: to know more costs more", name)
			before = n
		}
		o.NewPerDay = 2.5
		grown := m.Forecast(o)
		require.Equal(t, 400+225, grown.Cards[89])
		require.Equal(t, 402, grown.Cards[0])
		require.Greater(t, sum(grown.Questions), before+225)
	}
}

// TestForecastIsWhatComes: what a learner answers in the month that follows is near what was foreseen.
func TestForecastIsWhatComes(t *testing.T) {
	m := learned(t, bothModels(t)["FSRS-6"], 600)
	today := DayOf(morning)
	f := m.Forecast(Outlook{From: today, Days: 30, Retention: DefaultRetention})
	asked := 0
	for day := range 30 {
		for _, c := range m.order {
			if c.Due > today+Day(day) {
				continue
			}
			r := review(c.id, morning.AddDate(0, 0, day), fsrs.Good)
			r.Kind = c.kind
			asked++
			if spread(c.id+"!", c.Reviews) > m.Recalled(c.id, today+Day(day)) {
				r.Outcome, r.Grade = Wrong, fsrs.Again
				m.Add(&r)
				r.Outcome, r.Grade = Right, fsrs.Good
				asked++
			}
			m.Add(&r)
		}
	}
	require.InEpsilon(t, asked, sum(f.Questions), .1)
	known := 0.0
	for id := range m.cards {
		known += m.Recalled(id, today+29)
	}
	require.InEpsilon(t, known, f.Known[29], .02)
}

func TestForecastOfNothing(t *testing.T) {
	m := newTestMemory(t)
	require.Empty(t, m.Forecast(Outlook{From: 20_000}).Questions)
	f := m.Forecast(Outlook{From: 20_000, Days: 2, Retention: .9})
	require.Equal(t, Forecast{[]int{0, 0}, []float64{0, 0}, []float64{0, 0}, []int{0, 0}}, f)
}

func BenchmarkForecast(b *testing.B) {
	for name, model := range bothModels(b) {
		m := learned(b, model, 1000)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				m.Forecast(Outlook{From: DayOf(morning), Days: 365, Retention: .9})
			}
		})
	}
}
