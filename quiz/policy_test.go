package quiz

import (
	"fmt"
	"math"
	"testing"
	"time"

	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// drawJournal draws reviews of a few families with cards of each kind, over some weeks.
func drawJournal(t *rapid.T) []Review {
	var reviews []Review
	at := morning
	families := rapid.IntRange(1, 6).Draw(t, "families")
	for i := range rapid.IntRange(1, 120).Draw(t, "reviews") {
		at = at.Add(time.Duration(rapid.SampledFrom([]int{1, 1, 1, 1, 30, 60 * 24, 60 * 24 * 9}).Draw(t, "minutes later")) * time.Minute)
		kind := rapid.SampledFrom([]Kind{Find, Type, Choose, Build}).Draw(t, "kind")
		family := rapid.IntRange(0, families-1).Draw(t, "family")
		r := review(CardID(fmt.Sprintf("%s/icd10cm/E%02d", kind, family)), at, fsrs.Grade(rapid.SampledFrom([]int{1, 3, 3, 3, 4}).Draw(t, "grade")))
		r.Kind, r.Seed = kind, uint64(i)
		if kind == Choose {
			r.Options = 4
		}
		r.Answer, r.Response = fmt.Sprintf("E%02d.1", family), fmt.Sprintf("E%02d.1", family)
		if r.Outcome == Wrong {
			r.Response = fmt.Sprintf("E%02d.%d", rapid.IntRange(0, families-1).Draw(t, "taken"), rapid.IntRange(1, 3).Draw(t, "digit"))
		}
		reviews = append(reviews, r)
	}
	return reviews
}

// TestDueDays: every due day is within the published range around the model's interval, or around the cap of what is only
// chosen; where the range has a day on which no sibling is due, none is due on the day taken; and none of a family
// that it is taken for.
func TestDueDays(t *testing.T) {
	models := bothModels(t)
	rapid.Check(t, func(t *rapid.T) {
		m := NewMemory(models[rapid.SampledFrom([]string{"FSRS-6", "FSRS-7"}).Draw(t, "model")], rapid.SampledFrom([]float64{.8, .9, .95}).Draw(t, "retention"))
		for _, r := range drawJournal(t) {
			m.Add(&r)
			c := m.cards[r.Card]
			days := m.model.Interval(m.retention, c.State)
			if !m.Confirmed(r.Card.Family()) {
				days = min(days, choiceMost)
			}
			least, most := fsrs.FuzzRange(days)
			require.GreaterOrEqual(t, c.Due-c.Last, Day(least))
			require.LessOrEqual(t, c.Due-c.Last, Day(most))
			if most-least >= window { // of such a range a stretch is looked at
				continue
			}
			taken := kinDays(m, c)
			for d := c.Last + Day(least); d <= c.Last+Day(most); d++ {
				require.False(t, taken[c.Due] && !taken[d], "%s is due with its kin, and need not", r.Card)
				require.False(t, taken[d] == taken[c.Due] && burdenBut(m, c, d) < burdenBut(m, c, c.Due), "day %d has less to do", d)
			}
		}
	})
}

// kinDays are the days on which cards of the family are due, and of families it is confused with.
func kinDays(m *Memory, c *memo) map[Day]bool {
	taken := make(map[Day]bool)
	for _, k := range append([]*kin{c.kin}, c.kin.foes...) {
		for _, o := range k.cards {
			if o != c {
				taken[o.Due] = true
			}
		}
	}
	return taken
}

// burdenBut counts the other cards that are due on a day, the slow way; days as far apart as an agenda reaches share a count.
func burdenBut(m *Memory, but *memo, on Day) int64 {
	n := int32(0)
	for _, c := range m.cards {
		if c != but && (c.Due-on)%agendaDays == 0 {
			n++
		}
	}
	return burden(n, on-but.Last)
}

func TestReplayGivesTheSameDueDays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		reviews := drawJournal(rt)
		one, two := newTestMemory(t), newTestMemory(t)
		for i := range reviews {
			one.Add(&reviews[i])
			two.Add(&reviews[i])
		}
		require.Equal(rt, one, two)
		two.replay(reviews)
		require.Equal(rt, one, two)
		for _, c := range one.cards {
			require.GreaterOrEqual(rt, *one.agenda.at(c.Due), int32(1))
		}
		total := int32(0)
		for _, n := range one.agenda {
			require.GreaterOrEqual(rt, n, int32(0))
			total += n
		}
		require.Equal(rt, len(one.cards), int(total), "every card is due once")
	})
}

// TestAMergedBackupGivesTheSameDays as one journal would have.
func TestAMergedBackupGivesTheSameDays(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		reviews := drawJournal(rt)
		whole, err := OpenJournal(new(Unsaved), newTestMemory(t))
		require.NoError(rt, err)
		part, err := OpenJournal(new(Unsaved), newTestMemory(t))
		require.NoError(rt, err)
		var there []Review
		for _, r := range reviews {
			require.NoError(rt, <-whole.Append(r))
			if rapid.Bool().Draw(rt, "there") {
				there = append(there, r)
			} else {
				require.NoError(rt, <-part.Append(r))
			}
		}
		require.NoError(rt, <-part.Merge(part.Missing(there)))
		require.Equal(rt, whole.Memory(), part.Memory())
	})
}

// TestChoicesAloneDoNotProve: a family only ever chosen comes back within the cap, until it is found, typed or built.
// Items, which have no sibling to prove them, rest as long as the model says.
func TestChoicesAloneDoNotProve(t *testing.T) {
	m := newTestMemory(t)
	at := morning
	say := func(card CardID, k Kind, g fsrs.Grade) Day {
		r := review(card, at, g)
		r.Kind = k
		m.Add(&r)
		c, _ := m.Card(card)
		return c.Due - c.Last
	}
	_, most := fsrs.FuzzRange(choiceMost)
	for range 6 {
		require.LessOrEqual(t, say("choose/icd10cm/E11", Choose, fsrs.Good), Day(most))
		if rest := say("item/cm-1", Choose, fsrs.Good); at.After(morning) {
			require.Greater(t, rest, Day(most))
		}
		at = at.AddDate(0, 0, 20)
	}
	require.False(t, m.Confirmed("icd10cm/E11"))
	say("find/icd10cm/E11", Find, fsrs.Again)
	require.False(t, m.Confirmed("icd10cm/E11"))
	say("find/icd10cm/E11", Find, fsrs.Good)
	require.True(t, m.Confirmed("icd10cm/E11"))
	require.Greater(t, say("choose/icd10cm/E11", Choose, fsrs.Good), Day(30))
	require.True(t, m.Confirmed("icd10cm/E99"))
	require.True(t, m.Confirmed(""))
}

func TestFamilyOfACard(t *testing.T) {
	for id, want := range map[CardID]string{
		"find/icd10cm/E11": "icd10cm/E11", "build/icd10pcs/0DT": "icd10pcs/0DT", "verdict/hcpcs/J18": "hcpcs/J18",
		"item/cm-1": "", "item/a/b": "", "modifier/hcpcs/GA": "", "card": "", "": "", "find/icd10cm": "",
	} {
		require.Equal(t, want, id.Family(), id)
	}
}

// TestLoadIsFlatter than if the days were only spread: a learner who answers what is due, day by day, over half a year.
func TestLoadIsFlatter(t *testing.T) {
	model := bothModels(t)["FSRS-6"]
	ours, plain := simulatedLoad(model, true), simulatedLoad(model, false)
	t.Logf("variance over mean of cards a day: %.2f, of plain fuzz %.2f", ours, plain)
	require.Less(t, ours, plain/2)
}

// simulatedLoad returns how much the cards a day differ, as variance over mean, from the 60th day of 240 with 10 new cards
// a day: with the policy, or with plain fuzz.
func simulatedLoad(model fsrs.Model, policy bool) float64 {
	m := NewMemory(model, DefaultRetention)
	due := make(map[Day][]CardID)
	today := DayOf(morning)
	var sum, squares, n float64
	for day := range 240 {
		asked := due[today]
		for i := range 10 {
			asked = append(asked, CardID(fmt.Sprintf("find/icd10cm/F%03d", day*10+i)))
		}
		if day >= 60 {
			n++
			sum += float64(len(asked))
			squares += float64(len(asked)) * float64(len(asked))
		}
		for _, id := range asked {
			r := review(id, morning.AddDate(0, 0, day), fsrs.Good)
			if c := m.cards[id]; c != nil && spread(id+"?", c.Reviews) > m.Recalled(id, today) {
				r.Grade, r.Outcome = fsrs.Again, Wrong
			}
			r.Kind = Find
			m.Add(&r)
			c := m.cards[id]
			next := c.Due
			if !policy {
				next = c.Last + Day(max(1, fsrs.Fuzz(model.Interval(DefaultRetention, c.State), spread(id, c.Reviews))))
			}
			due[next] = append(due[next], id)
		}
		today++
	}
	mean := sum / n
	return (squares/n - mean*mean) / mean
}

// TestNoAllocationForAReview, all policy included, of a card and a confusion that were there before.
func TestNoAllocationForAReview(t *testing.T) {
	m := newTestMemory(t)
	reviews := make([]Review, 0, 4000)
	for i := range cap(reviews) {
		r := review(CardID(fmt.Sprintf("find/icd10cm/F%02d", i%97)), morning.AddDate(0, 0, i/100), fsrs.Good)
		r.Kind, r.Answer, r.TookMS = Find, fmt.Sprintf("F%02d.1", i%97), 9000
		r.Response = r.Answer
		if i%5 == 0 {
			r.Outcome, r.Grade, r.Response = Wrong, fsrs.Again, "F50.0"
		}
		reviews = append(reviews, r)
	}
	for i := range reviews {
		m.Add(&reviews[i])
	}
	i := 0
	require.Zero(t, math.Floor(testing.AllocsPerRun(2000, func() {
		m.Add(&reviews[len(reviews)-1000+i%1000])
		i++
	})))
}

func BenchmarkAdd(b *testing.B) {
	m := newTestMemory(b)
	reviews := make([]Review, 0, 50_000)
	for i := range cap(reviews) {
		id := i * 7919 % 2000
		kind := []Kind{Find, Type, Choose, Build}[id%4]
		r := review(CardID(fmt.Sprintf("%s/icd10cm/F%03d", kind, id/4)), morning.AddDate(0, 0, i/100), fsrs.Good)
		r.Kind, r.Answer, r.TookMS = kind, fmt.Sprintf("F%02d.1", id/40), 9000
		r.Response = r.Answer
		if i%8 == 0 {
			r.Outcome, r.Grade, r.Response = Wrong, fsrs.Again, fmt.Sprintf("F%02d.0", i%50)
		}
		reviews = append(reviews, r)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%len(reviews) == 0 {
			m.replay(nil)
		}
		m.Add(&reviews[i%len(reviews)])
	}
}
