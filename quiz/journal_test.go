package quiz

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

var morning = time.Date(2026, 11, 23, 9, 0, 0, 0, time.FixedZone("", -5*3600))

func newTestMemory(t testing.TB) *Memory {
	t.Helper()
	model, err := fsrs.New(fsrs.DefaultParameters())
	require.NoError(t, err)
	return NewMemory(model, DefaultRetention)
}

func review(card CardID, at time.Time, g fsrs.Grade) Review {
	outcome := Right
	if g == fsrs.Again {
		outcome = Wrong
	}
	return Review{Version: Version, Time: at, Card: card, Kind: Type, Seed: 7, Response: "x", Outcome: outcome, Grade: g}
}

func TestReviewLine(t *testing.T) {
	r := review("type/icd10cm/E11", morning, fsrs.Good)
	r.FirstMS, r.TookMS, r.Keys, r.Rank, r.Answer = 900, 4000, 5, 2, "E11.9"
	line, err := r.Line()
	require.NoError(t, err)
	var fast Review
	require.True(t, new(reader).read(line, &fast), "what is written is read the fast way")
	require.Equal(t, r.Key(), fast.Key())
	require.Equal(t, `{"v":1,"time":"2026-11-23T09:00:00-05:00","card":"type/icd10cm/E11","kind":"type","seed":7,"response":"x",`+
		`"answer":"E11.9","outcome":"right","grade":3,"first_ms":900,"took_ms":4000,"keys":5,"rank":2}`, string(line))
	again, err := ParseReview(line)
	require.NoError(t, err)
	require.True(t, r.Time.Equal(again.Time))
	require.Equal(t, DayOf(r.Time), DayOf(again.Time))
	again.Time = r.Time
	require.Equal(t, r, again)
}

func TestParseReviewRefuses(t *testing.T) {
	for line, says := range map[string]string{
		`{"v":1,"time":"2026-11`: "unexpected end",
		`{"v":2,"card":"a"}`:     "newer version",
		`{"card":"a"}`:           "no format version",
		`{"v":1,"card":"a"}`:     "no time",
		`{"v":1,"card":"a","time":"2026-11-23T09:00:00Z","grade":9}`: "grade 9",
		`[]`: "cannot unmarshal",
		``:   "unexpected end",
	} {
		_, err := ParseReview([]byte(line))
		require.ErrorContains(t, err, says)
	}
}

func TestOpenJournalNamesTheLine(t *testing.T) {
	r := review("a", morning, fsrs.Good)
	good, err := r.Line()
	require.NoError(t, err)
	_, err = OpenJournal(&Unsaved{lines: [][]byte{good, []byte("rubbish"), good}}, newTestMemory(t))
	require.ErrorContains(t, err, "line 2 of the journal")
}

func TestJournalReplaysToTheSameMemory(t *testing.T) {
	store := new(Unsaved)
	j, err := OpenJournal(store, newTestMemory(t))
	require.NoError(t, err)
	for day := range 30 {
		for card := range 5 {
			g := fsrs.Grade(1 + (day*7+card*3)%4)
			at := morning.AddDate(0, 0, day).Add(time.Duration(card) * time.Minute)
			require.NoError(t, <-j.Append(review(CardID(fmt.Sprint("card", card)), at, g)))
		}
	}
	again, err := OpenJournal(store, newTestMemory(t))
	require.NoError(t, err)
	require.Len(t, again.Reviews(), 150)
	for card := range 5 {
		id := CardID(fmt.Sprint("card", card))
		want, _ := j.Memory().Card(id)
		got, ok := again.Memory().Card(id)
		require.True(t, ok)
		require.Equal(t, want, got)
	}
}

func TestMergeAddsWhatIsMissing(t *testing.T) {
	here, there := new(Unsaved), new(Unsaved)
	j, err := OpenJournal(here, newTestMemory(t))
	require.NoError(t, err)
	other, err := OpenJournal(there, newTestMemory(t))
	require.NoError(t, err)
	first, second, third := review("a", morning, fsrs.Good), review("a", morning.AddDate(0, 0, 2), fsrs.Again), review("b", morning.AddDate(0, 0, 1), fsrs.Good)
	for _, r := range []Review{first, second} {
		require.NoError(t, <-j.Append(r))
	}
	for _, r := range []Review{first, third} {
		require.NoError(t, <-other.Append(r))
	}
	missing := j.Missing(other.Reviews())
	require.Equal(t, []Review{third}, missing)
	require.NoError(t, <-j.Merge(missing))
	require.Equal(t, []Review{first, third, second}, j.Reviews())
	require.Empty(t, j.Missing(other.Reviews()))
	require.Len(t, here.lines, 3)
}

func TestAppendTwice(t *testing.T) {
	j, err := OpenJournal(new(Unsaved), newTestMemory(t))
	require.NoError(t, err)
	require.NoError(t, <-j.Append(review("a", morning, fsrs.Good)))
	require.ErrorContains(t, <-j.Append(review("a", morning, fsrs.Good)), "saved before")
}

func TestErase(t *testing.T) {
	store := new(Unsaved)
	j, err := OpenJournal(store, newTestMemory(t))
	require.NoError(t, err)
	require.NoError(t, <-j.Append(review("a", morning, fsrs.Good)))
	require.NoError(t, <-j.Erase())
	require.Empty(t, j.Reviews())
	require.Empty(t, store.lines)
	require.Zero(t, j.Memory().Known())
	require.NoError(t, <-j.Append(review("a", morning, fsrs.Good)))
}

func TestDayStartsAtFour(t *testing.T) {
	zone := time.FixedZone("", -8*3600)
	late := time.Date(2026, 11, 24, 3, 59, 0, 0, zone)
	require.Equal(t, DayOf(time.Date(2026, 11, 23, 9, 0, 0, 0, zone)), DayOf(late))
	require.Equal(t, DayOf(late)+1, DayOf(late.Add(time.Minute)))
	require.Equal(t, Day(0), DayOf(time.Date(1970, 1, 1, 12, 0, 0, 0, time.UTC)))
	require.Equal(t, Day(-1), DayOf(time.Date(1970, 1, 1, 1, 0, 0, 0, time.UTC)))
}

func TestMemory(t *testing.T) {
	m := newTestMemory(t)
	r := review("a", morning, fsrs.Good)
	m.Add(&r)
	card, ok := m.Card("a")
	require.True(t, ok)
	require.Equal(t, DayOf(morning), card.Last)
	require.Equal(t, DayOf(morning)+2, card.Due, "2.3065 days, no spread under 2.5")
	wrong := review("a", morning.AddDate(0, 0, 2), fsrs.Again)
	m.Add(&wrong)
	card, _ = m.Card("a")
	require.Equal(t, 1, card.Lapses)
	require.False(t, card.Right)
	require.Equal(t, card.Last+1, card.Due)
	require.Equal(t, 1, m.Answered(card.Last))
	require.InDelta(t, 1, m.Recalled("a", card.Last), 1e-9)
	require.Zero(t, m.Recalled("never seen", card.Last))
}

// TestDueIsNeverToday: whatever is answered, a card comes back tomorrow at the earliest; repetition
// within a day is the round's affair.
func TestDueIsNeverToday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		model, _ := fsrs.New(fsrs.DefaultParameters())
		m := NewMemory(model, DefaultRetention)
		at := morning
		for range rapid.IntRange(1, 30).Draw(t, "reviews") {
			at = at.AddDate(0, 0, rapid.IntRange(0, 50).Draw(t, "days"))
			r := review("a", at, fsrs.Grade(rapid.IntRange(1, 4).Draw(t, "grade")))
			m.Add(&r)
			card, _ := m.Card("a")
			require.Greater(t, card.Due, card.Last)
		}
	})
}

// FuzzParseReview: any line is read or refused, and what is read writes a line that reads the same.
func FuzzParseReview(f *testing.F) {
	r := review("a", morning, fsrs.Good)
	line, err := r.Line()
	require.NoError(f, err)
	f.Add(line)
	f.Add(line[:20])
	f.Add([]byte(strings.Repeat("[", 100)))
	f.Add([]byte(`{"v":1,"time":"2026-11-23T09:00:00Z","card":"a","kind":"type","seed":07,"response":"x","outcome":"right","grade":3,"first_ms":-1,"took_ms":2}`))
	f.Fuzz(func(t *testing.T, line []byte) {
		var fast Review
		if new(reader).read(line, &fast) {
			var slow Review
			require.NoError(t, json.Unmarshal(line, &slow))
			require.True(t, slow.Time.Equal(fast.Time))
			require.Equal(t, DayOf(slow.Time), DayOf(fast.Time))
			slow.Time = fast.Time
			require.Equal(t, slow, fast)
		}
		r, err := ParseReview(line)
		if err != nil {
			return
		}
		out, err := r.Line()
		if err != nil {
			return // a year beyond 9999 can be read but not written
		}
		again, err := ParseReview(out)
		require.NoError(t, err)
		require.Equal(t, r.Key(), again.Key())
		require.Equal(t, r.Grade, again.Grade)
	})
}

// TestReplayEqualsAnsweringStepByStep, also when the clock is set back or two answers are of one millisecond: the journal
// that saw every answer and the one opened anew over its lines have the same reviews and the same memory, with either
// model.
func TestReplayEqualsAnsweringStepByStep(t *testing.T) {
	for name, model := range bothModels(t) {
		rapid.Check(t, func(t *rapid.T) {
			store := new(Unsaved)
			j, err := OpenJournal(store, NewMemory(model, DefaultRetention))
			require.NoError(t, err)
			at := morning
			for i := range rapid.IntRange(0, 25).Draw(t, "reviews") {
				later := rapid.OneOf(rapid.Just(time.Duration(0)), rapid.Map(rapid.IntRange(-40, 200), func(h int) time.Duration { return time.Duration(h) * time.Hour }))
				at = at.Add(later.Draw(t, "later"))
				r := review(CardID(fmt.Sprint("card", rapid.IntRange(0, 3).Draw(t, "card"))), at, fsrs.Grade(rapid.IntRange(1, 4).Draw(t, "grade")))
				r.Seed = uint64(i)
				require.NoError(t, <-j.Append(r))
			}
			again, err := OpenJournal(store, NewMemory(model, DefaultRetention))
			require.NoError(t, err)
			require.Equal(t, len(j.Reviews()), len(again.Reviews()), name)
			for i := range j.Reviews() {
				require.Equal(t, j.Reviews()[i].Key(), again.Reviews()[i].Key(), name)
			}
			require.Equal(t, j.Memory(), again.Memory(), name)
			require.Empty(t, j.Missing(again.Reviews()))
		})
	}
}

// TestTheFirstOfTheSameIsKept, wherever they lie among others.
func TestTheFirstOfTheSameIsKept(t *testing.T) {
	store := new(Unsaved)
	first, again, other := review("a", morning, fsrs.Good), review("a", morning, fsrs.Hard), review("b", morning, fsrs.Good)
	for _, r := range []Review{other, review("c", morning.Add(time.Hour), fsrs.Good), first, again, other} {
		line, err := r.Line()
		require.NoError(t, err)
		require.NoError(t, <-store.Append(line))
	}
	j, err := OpenJournal(store, newTestMemory(t))
	require.NoError(t, err)
	require.Len(t, j.Reviews(), 3)
	require.Equal(t, fsrs.Good, j.Reviews()[1].Grade)
	require.Equal(t, []CardID{"b", "a", "c"}, []CardID{j.Reviews()[0].Card, j.Reviews()[1].Card, j.Reviews()[2].Card})
}
