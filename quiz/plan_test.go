package quiz

import (
	"math/rand/v2"
	"testing"

	"coderounds/codesets"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// slip makes a memory in which a card was known and missed on as many days, the latest 40 days before [morning].
func slip(m *Memory, id CardID, k Kind, lapses int) {
	for i := range 2*lapses + 1 {
		r := review(id, morning.AddDate(0, 0, -40-2*(2*lapses-i)), fsrs.Good)
		if i%2 == 1 {
			r.Outcome, r.Grade = Wrong, fsrs.Again
		}
		r.Kind = k
		m.Add(&r)
	}
}

func TestLeeches(t *testing.T) {
	m := newTestMemory(t)
	slip(m, "find/icd10cm/E11", Find, LeechLapses)
	slip(m, "find/icd10cm/E10", Find, LeechLapses-1)
	slip(m, "type/icd10cm/A01", Type, LeechLapses+2)
	slip(m, "type/icd10cm/A00", Type, LeechLapses)
	require.Equal(t, []CardID{"type/icd10cm/A01", "find/icd10cm/E11", "type/icd10cm/A00"}, m.Leeches())
}

// leeching is a pack in which the first n cards keep slipping.
func leeching(t *testing.T, n int) (*fake, *Memory) {
	m, deck := newTestMemory(t), pack(20)
	for _, c := range deck.cards[:n] {
		slip(m, c.ID, c.Kind, LeechLapses)
	}
	return deck, m
}

func TestARoundTakesTwoLeeches(t *testing.T) {
	deck, m := leeching(t, 6)
	leeches := 0
	for _, c := range (Plan{Length: 12}).choose(deck.cards, m, DayOf(morning), rand.New(rand.NewPCG(1, 1))) {
		if recall, _ := m.Card(c.ID); recall.Leech() {
			leeches++
		}
	}
	require.Equal(t, leechesMost, leeches)
	only := Plan{Length: 5, Worth: NewSlipping(m)}.choose(deck.cards, m, DayOf(morning), rand.New(rand.NewPCG(1, 1)))
	require.Len(t, only, 5, "a round of leeches is all leeches")
	for _, c := range only {
		recall, _ := m.Card(c.ID)
		require.True(t, recall.Leech())
	}
}

// TestAChoiceIsConfirmed: once a family was chosen right, a new task by hand of it comes before other new ones, and in the
// place of the choice that is due again.
func TestAChoiceIsConfirmed(t *testing.T) {
	families := []string{"icd10cm/E11", "icd10cm/F20", "icd10cm/I10", "icd10cm/J45"}
	var cards []Card
	for _, f := range families {
		for _, k := range []Kind{Choose, Find, Build} {
			cards = append(cards, Card{ID: CardID(string(k) + "/" + f), Kind: k, System: codesets.ICD10CM, Family: f, Topic: f})
		}
	}
	m := newTestMemory(t)
	r := review("choose/icd10cm/I10", morning, fsrs.Good)
	r.Kind, r.Options = Choose, 4
	m.Add(&r)
	due, _ := m.Card(r.Card)
	for seed := range uint64(10) {
		for day, on := range map[string]Day{"before it is due": due.Due - 1, "when it is due": due.Due} {
			ranked := Plan{Length: 4}.rank(cards, m, on, rand.New(rand.NewPCG(seed, 1)))
			require.Equal(t, "icd10cm/I10", ranked[0].Family, day)
			require.True(t, ranked[0].Kind.Hands(), day)
			for _, c := range (Plan{Length: 4}).choose(cards, m, on, rand.New(rand.NewPCG(seed, 1))) {
				require.NotEqual(t, r.Card, c.ID, day)
			}
		}
	}
	found := review("find/icd10cm/I10", morning, fsrs.Good)
	found.Kind = Find
	m.Add(&found)
	ranked := Plan{Length: 4}.rank(cards, m, due.Due, rand.New(rand.NewPCG(1, 1)))
	require.Equal(t, r.Card, ranked[0].ID, "confirmed, it is a card like any other")
}

// valued is a worth that is handed in.
type valued map[CardID]float64

func (v valued) Worth(c Card, _ Day) float64 { return v[c.ID] }

func TestAWorthHandedIn(t *testing.T) {
	deck, m := pack(20), newTestMemory(t)
	worth := valued{deck.cards[7].ID: 1, deck.cards[100].ID: 3, deck.cards[30].ID: 2, deck.cards[3].ID: -1}
	ranked := Plan{Length: 9, Worth: worth}.rank(deck.cards, m, DayOf(morning), rand.New(rand.NewPCG(1, 1)))
	require.Equal(t, []Card{deck.cards[100], deck.cards[30], deck.cards[7]}, ranked)
	r := NewRound([]Deck{deck}, m, Plan{Length: 9, Worth: worth}, morning, rand.New(rand.NewPCG(1, 1)))
	_, planned := r.Progress()
	require.Equal(t, 3, planned, "what is worth nothing is not asked")
}

func TestPortionOfADay(t *testing.T) {
	deck, m := pack(60), newTestMemory(t)
	today := DayOf(morning)
	for i, c := range deck.cards[:200] {
		r := review(c.ID, morning.AddDate(0, 0, -60).Add(-1), fsrs.Grade(1+i%4))
		r.Kind, r.TookMS = c.Kind, 12_000
		m.Add(&r)
	}
	decks := []Deck{deck}
	for _, minutes := range []float64{0, 5, 12, 30} {
		part := Plan{}.Portion(decks, m, today, minutes)
		require.LessOrEqual(t, part.Minutes, minutes)
		require.Greater(t, part.Minutes, minutes-1)
		require.Zero(t, part.Fresh, "what is due comes first")
		require.Equal(t, 200, part.Questions+part.Waiting)
		n := 0
		for _, book := range part.Books {
			n += book
		}
		require.Equal(t, part.Questions, n)
	}
	part := Plan{}.Portion(decks, m, today, 10_000)
	require.Zero(t, part.Waiting)
	require.Equal(t, part.Questions-200, part.Fresh)
	require.Positive(t, part.Fresh)
	require.Equal(t, part, Plan{Length: 6}.Portion(decks, m, today, 10_000))
	part = Plan{System: codesets.HCPCS}.Portion(decks, m, today, 10_000)
	require.Equal(t, map[codesets.System]int{codesets.HCPCS: part.Questions}, part.Books)
}

func TestMinutesOfPlay(t *testing.T) {
	m := newTestMemory(t)
	today := DayOf(morning)
	require.Zero(t, m.NewPerDay(today))
	for i := range 40 {
		r := review(CardID(rune('a'+i)), morning.AddDate(0, 0, -i/10), fsrs.Good)
		r.TookMS = 12_000
		if i == 0 {
			r.TookMS = 3_600_000 // left alone for an hour
		}
		m.Add(&r)
	}
	require.InDelta(t, feedbackMinutes+(39*.2+3)/40, m.Minutes(Type), 1e-9)
	require.Equal(t, usualMinutes, m.Minutes(Find))
	require.InDelta(t, 9*.2+3+10*8/60.0, m.Spent(today), 1e-9)
	require.InDelta(t, 10*.2+10*8/60.0, m.Spent(today-1), 1e-9)
	require.Equal(t, 10.0, m.NewPerDay(today))
	require.Equal(t, 10.0, m.NewPerDay(today+1))
	require.InDelta(t, 40.0/10, m.NewPerDay(today+7), 1e-9, "days without play count")
	require.InDelta(t, 30.0/14, m.NewPerDay(today+12), 1e-9, "what is longer ago than two weeks does not")
}

func TestWhatIsMixedUpIsNotMetInOneRound(t *testing.T) {
	m := newTestMemory(t)
	deck := pack(20)
	r := missed(CardID("find/icd10cm/E11"), Find, "E11.9", "E10.9", 0)
	m.Add(&r)
	for i, family := range map[int]string{0: "icd10cm/E11", 1: "icd10cm/E10"} {
		deck.cards[i].Family, deck.cards[i].Common = family, true
	}
	for seed := range uint64(30) {
		in := 0
		for _, c := range (Plan{Length: 12}).choose(deck.cards, m, DayOf(morning), rand.New(rand.NewPCG(seed, 1))) {
			in += b2i(c.Family == "icd10cm/E11") + b2i(c.Family == "icd10cm/E10")
		}
		require.LessOrEqual(t, in, 1)
	}
}
