package quiz

import (
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"coderounds/codesets"
	"coderounds/quiz/fsrs"
)

// anyReviews draws a journal of a few cards over some months, in order of time.
func anyReviews(t *rapid.T) []Review {
	at := morning
	var reviews []Review
	for range rapid.IntRange(0, 120).Draw(t, "reviews") {
		at = at.Add(time.Duration(rapid.SampledFrom([]int{1, 1, 20, 60 * 24, 60 * 24 * 9}).Draw(t, "minutes")) * time.Minute)
		r := review(rapid.SampledFrom([]CardID{"a", "b", "c", "d"}).Draw(t, "card"), at, fsrs.Good)
		r.Kind = rapid.SampledFrom([]Kind{Find, Choose, Type}).Draw(t, "kind")
		r.TookMS = int64(rapid.IntRange(500, 60_000).Draw(t, "took"))
		if r.Kind == Find {
			r.Keys, r.Par = rapid.IntRange(1, 20).Draw(t, "keys"), rapid.IntRange(0, 6).Draw(t, "par")
		}
		if r.Kind == Choose {
			r.Options = 4
		}
		if rapid.IntRange(0, 3).Draw(t, "wrong") == 0 {
			r.Outcome, r.Grade = Wrong, fsrs.Again
		}
		reviews = append(reviews, r)
	}
	return reviews
}

// TestCalibrationAgreesWithTheJournal counts the slow way: the first answers of a day to cards met on days before.
func TestCalibrationAgreesWithTheJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reviews := anyReviews(t)
		m := memoryOf(reviews)
		latest := make(map[CardID]Day)
		answers, right := 0, 0
		for _, r := range reviews {
			day := DayOf(r.Time)
			if last, met := latest[r.Card]; met && last < day {
				answers++
				if r.Outcome == Right {
					right++
				}
			}
			latest[r.Card] = day
		}
		all := m.Calibration().All()
		require.Equal(t, answers, all.Answers)
		require.Equal(t, right, all.Right)
		sum := 0
		for _, b := range m.Calibration().Tested() {
			require.True(t, b.Predicted() >= b.Low-1e-9 && b.Predicted() <= b.High+1e-9)
			low, high := b.Interval()
			require.True(t, 0 <= low && low <= b.Recalled()+1e-9 && b.Recalled() <= high+1e-9 && high <= 1, "%g %g %g", low, b.Recalled(), high)
			sum += b.Answers
		}
		require.Equal(t, answers, sum)
	})
}

func memoryOf(reviews []Review) *Memory {
	model, _ := fsrs.New(fsrs.DefaultParameters())
	m := NewMemory(model, DefaultRetention)
	for i := range reviews {
		m.Add(&reviews[i])
	}
	return m
}

// TestCalibrationTakesLuckAway: where truth is as predicted, what is seen is too, with luck and without, and the interval
// holds the truth about 95 times of 100.
func TestCalibrationTakesLuckAway(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for _, luck := range []float64{0, 0.25, 0.5} {
		held := 0
		for range 400 {
			var c Calibration
			for range 60 {
				recall := 0.8
				c.add(recall, luck, rng.Float64() < fsrs.Right(recall, luck))
			}
			low, high := c.All().Interval()
			if low <= 0.8 && 0.8 <= high {
				held++
			}
		}
		require.InDelta(t, 0.95, float64(held)/400, 0.035, "luck %g", luck)
		var c Calibration
		for range 100_000 {
			recall := 0.4 + 0.6*rng.Float64()
			c.add(recall, luck, rng.Float64() < fsrs.Right(recall, luck))
		}
		for _, b := range c.Tested() {
			require.InDelta(t, b.Predicted(), b.Recalled(), 0.02)
		}
	}
}

// shelf is a deck of cards without questions.
type shelf []Card

func (s shelf) Cards() []Card                             { return s }
func (s shelf) Question(CardID, uint64) (Question, error) { return Question{}, nil }

func TestSurvey(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := memoryOf(anyReviews(t))
		today := DayOf(morning) + Day(rapid.IntRange(0, 400).Draw(t, "later"))
		decks := []Deck{
			shelf{{ID: "a", System: codesets.ICD10CM, Topic: "x", Common: true}, {ID: "b", System: codesets.ICD10CM, Topic: "y"}},
			shelf{}, shelf{{ID: "a", System: codesets.ICD10CM, Topic: "x", Common: true}, {ID: "c", Topic: "x"}, {ID: "e", System: codesets.HCPCS, Topic: "x", Common: true}},
		}
		s := NewSurvey(decks, m, today)
		for s.Step(rapid.IntRange(1, 3).Draw(t, "step")) {
		}
		require.False(t, s.Step(1))
		met, recalled, cards := 0, 0.0, 2
		for _, id := range []CardID{"a", "b", "c"} {
			if c, ok := m.Card(id); ok {
				met++
				recalled += m.Recalled(id, max(today, c.Last+1))
				if id != "a" {
					cards++
				}
			}
		}
		all := s.All()
		require.Equal(t, met, all.Met)
		require.Equal(t, cards, all.Cards)
		require.InDelta(t, recalled, all.Recalled, 1e-9)
		require.LessOrEqual(t, all.Recalled, float64(all.Met)+1e-9)
		books := s.Book(codesets.ICD10CM)
		books.Add(s.Book(0))
		books.Add(s.Book(codesets.HCPCS))
		require.Equal(t, all.Cards, books.Cards)
		due, overdue := 0, 0
		for _, n := range s.Due() {
			due += n
		}
		for _, id := range []CardID{"a", "b", "c"} {
			if recall, ok := m.Card(id); ok && recall.Due <= today {
				overdue++
			}
		}
		require.Equal(t, overdue, s.Due()[0])
		require.LessOrEqual(t, due, met)
	})
}

func TestStreak(t *testing.T) {
	tests := []struct {
		name string
		days string // x is a day played, the last is today
		want Streak
	}{
		{"nothing", ".", Streak{Freezes: 1}},
		{"today alone", "x", Streak{Days: 1, Best: 1, Freezes: 1, Played: true}},
		{"today is not over", "xx.", Streak{Days: 2, Best: 2, Freezes: 1}},
		{"a freeze holds a day", "xx.x", Streak{Days: 3, Best: 3, Frozen: 1, Played: true}},
		{"but not two", "xx..x", Streak{Days: 1, Best: 2, Freezes: 1, Played: true}},
		{"seven days earn one", "xxx.xxxx.x", Streak{Days: 8, Best: 8, Frozen: 2, Played: true}},
		{"two are kept at most", "xxxxxxxxxxxxxxxxxxxxx...", Streak{Days: 21, Best: 21, Frozen: 2}},
		{"and then it ends", "xxxxxxxxxxxxxxxxxxxxx....", Streak{Best: 21, Freezes: 1}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			m := memoryOf(nil)
			first := DayOf(morning)
			for i, c := range test.days {
				if c == 'x' {
					r := review("a", morning.AddDate(0, 0, i), fsrs.Good)
					m.Add(&r)
				}
			}
			require.Equal(t, test.want, m.Streak(first+Day(len(test.days)-1)))
		})
	}
}

// TestHistoryAgreesWithTheJournal: the counts are those of the journal, each look-up is in one week, and it makes no
// difference in how many parts it is read, or whether the weeks were asked for between.
func TestHistoryAgreesWithTheJournal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reviews := anyReviews(t)
		var h, parts History
		h.Add(reviews)
		for rest := reviews; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(t, "part")
			parts.Add(rest[:n])
			parts.Weeks()
			rest = rest[n:]
		}
		require.Equal(t, h.Weeks(), parts.Weeks())
		right, found, row, longest := 0, 0, 0, 0
		var took time.Duration
		for _, r := range reviews {
			took += time.Duration(r.TookMS) * time.Millisecond
			row++
			if r.Outcome != Right {
				row = 0
				continue
			}
			right++
			longest = max(longest, row)
			if r.Kind == Find {
				found++
			}
		}
		require.Equal(t, []int{len(reviews), right, longest}, []int{h.Answers, h.Right, LongestRow(reviews)})
		require.Equal(t, took, h.Took)
		for i, w := range h.Weeks() {
			require.Equal(t, time.Monday, time.Unix(int64(w.Monday)*86400, 0).UTC().Weekday())
			require.True(t, i == 0 || w.Monday > h.Weeks()[i-1].Monday)
			require.Positive(t, w.Found)
			found -= w.Found
		}
		require.Zero(t, found)
	})
}

func TestMedian(t *testing.T) {
	require.Zero(t, median([]int(nil)))
	require.InDelta(t, 3, median([]int{9, 1, 3}), 0)
	require.InDelta(t, 2.5, median([]int{3, 9, 1, 2}), 0)
	require.False(t, math.Signbit(median([]time.Duration{2})))
}
