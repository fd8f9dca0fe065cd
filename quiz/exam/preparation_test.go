package exam

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// shelf is a deck of cards of two books and one across them.
type shelf []quiz.Card

func (s shelf) Cards() []quiz.Card { return s }
func (s shelf) Question(quiz.CardID, uint64) (quiz.Question, error) {
	return quiz.Question{}, nil
}

func newShelf(n int) shelf {
	var s shelf
	for i := range n {
		system := codesets.ICD10CM
		if i%3 == 0 {
			system = codesets.HCPCS
		}
		kind := quiz.Find
		if i%2 == 0 {
			kind = quiz.Choose
		}
		s = append(s, quiz.Card{ID: quiz.CardID(rune('A'+i%26)) + quiz.CardID(rune('a'+i/26)), Kind: kind, System: system})
	}
	return append(s, quiz.Card{ID: "across", Kind: quiz.Type})
}

var morning = time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)

// studied is a memory of a third of the cards, met over three weeks.
func studied(t *testing.T, s shelf) (*quiz.Memory, []quiz.Review) {
	t.Helper()
	var reviews []quiz.Review
	m := quiz.NewMemory(fsrs.Published(), quiz.DefaultRetention)
	for day := -20; day < 0; day++ {
		for i := range len(s) / 3 {
			if (i+day)%5 == 0 {
				r := quiz.Review{Version: 1, Time: morning.AddDate(0, 0, day), Card: s[i].ID, Kind: s[i].Kind, Options: 4, Outcome: quiz.Right, Grade: fsrs.Good, TookMS: 9000}
				if (i*day)%7 == 0 {
					r.Outcome, r.Grade = quiz.Wrong, fsrs.Again
				}
				reviews = append(reviews, r)
				m.Add(&r)
			}
		}
	}
	return m, reviews
}

func occasion(t *testing.T, id string, days int) Occasion {
	t.Helper()
	all, err := Blueprints()
	require.NoError(t, err)
	s := newShelf(120)
	m, reviews := studied(t, s)
	for _, b := range all {
		if b.ID == id {
			return Occasion{
				Decks: []quiz.Deck{s, s}, Memory: m, Reviews: reviews, Blueprint: b, Today: quiz.DayOf(morning),
				Exam: quiz.DayOf(morning) + quiz.Day(days), Minutes: 10,
			}
		}
	}
	t.Fatal("no such blueprint")
	return Occasion{}
}

func TestBlueprintsNameTheirSource(t *testing.T) {
	all, err := Blueprints()
	require.NoError(t, err)
	require.Equal(t, OwnMix, all[0].ID)
	for _, b := range all[1:] {
		require.Contains(t, b.Title, "not affiliated")
		require.NotEmpty(t, b.Source)
		require.NotEmpty(t, b.Checked)
		require.NotEmpty(t, b.Note, "shares are nobody's published ones")
	}
}

func TestSharesAddUpToOne(t *testing.T) {
	all, err := Blueprints()
	require.NoError(t, err)
	for _, b := range all {
		sum := 0.0
		for _, share := range b.Weigh(newShelf(40)) {
			sum += share
		}
		require.InDelta(t, 1, sum, 1e-9, b.ID)
	}
	cic := all[2]
	require.Equal(t, "cic", cic.ID)
	shares := cic.Weigh(newShelf(3))
	require.Zero(t, shares[0], "HCPCS is not asked")
	require.InDelta(t, 1.0/3, shares[1], 1e-9)
	require.InDelta(t, 1.0/3, shares[3], 1e-9, "a question across books counts with the first part")
	require.Equal(t, []float64{0}, cic.Weigh([]quiz.Card{{ID: "x", System: codesets.HCPCS}}))
}

func TestBooksCountByTheirCardsUnlessSharesArePublished(t *testing.T) {
	cards := []quiz.Card{{System: codesets.ICD10CM, Common: true}, {System: codesets.ICD10CM, Common: true},
		{System: codesets.ICD10CM, Common: true}, {System: codesets.HCPCS, Common: true}}
	b := Blueprint{Parts: []Part{{System: "icd10cm", Weight: 1}, {System: "hcpcs", Weight: 1}}}
	require.Equal(t, []float64{0.25, 0.25, 0.25, 0.25}, b.Weigh(cards))
	b.Published = true
	require.InDeltaSlice(t, []float64{1. / 6, 1. / 6, 1. / 6, 0.5}, b.Weigh(cards), 1e-9)
	cards[3].Common = false
	b.Published = false
	require.InDelta(t, rare/(3+rare), b.Weigh(cards)[3], 1e-9, "what is rare is asked less")
}

func TestPreparationIsAWorth(t *testing.T) {
	o := occasion(t, "cic", 20)
	p := Prepare(o)
	for p.Step() {
	}
	require.True(t, p.Ready())
	var worth quiz.Worth = p
	asked, fresh := 0, 0
	for _, c := range o.Decks[0].Cards() {
		for _, on := range []quiz.Day{o.Exam, o.Exam + 1, o.Exam + 100} {
			require.Zero(t, worth.Worth(c, on), "nothing on the exam day or after")
		}
		if c.System == codesets.HCPCS {
			require.Zero(t, worth.Worth(c, o.Today), "not in the exam")
			continue
		}
		if w := worth.Worth(c, o.Today); w > 0 {
			asked++
			if _, met := o.Memory.Card(c.ID); !met {
				fresh++
			}
		}
	}
	require.Positive(t, asked)
	require.Positive(t, fresh)
	f := p.Forecast()
	require.Len(t, f.Days, 21)
	require.Less(t, f.Days[0].Share, f.Share)
	practised, days := p.Practised()
	require.Equal(t, 14, days)
	require.Equal(t, 14, practised)
}

func TestACardIsAskedOnceADay(t *testing.T) {
	o := occasion(t, "cic", 20)
	worth := Prepare(o)
	for worth.Step() {
	}
	var one quiz.Card
	for _, c := range o.Decks[0].Cards() {
		if worth.Worth(c, o.Today) > 0 {
			one = c
			break
		}
	}
	o.Memory.Add(&quiz.Review{Time: morning, Card: one.ID, Kind: one.Kind, Options: 4, Outcome: quiz.Right, Grade: fsrs.Good, TookMS: 9000})
	require.LessOrEqual(t, worth.Worth(one, o.Today), 0.0)
}

func TestPreparationWithFSRS7(t *testing.T) {
	o := occasion(t, "cpc", 12)
	o.Memory = quiz.NewMemory(publishedDual(t), quiz.DefaultRetention)
	for i := range o.Reviews {
		o.Memory.Add(&o.Reviews[i])
	}
	p := Prepare(o)
	for p.Step() {
	}
	f := p.Forecast()
	require.Greater(t, f.Share, f.Days[0].Share)
	require.Less(t, f.Share, 1.0)
}
