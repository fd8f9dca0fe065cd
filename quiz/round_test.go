package quiz

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"coderounds/codesets"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

// fake is a deck of made-up cards.
type fake struct {
	cards []Card
	fails map[CardID]bool
}

func (f *fake) Cards() []Card { return f.cards }

func (f *fake) Question(id CardID, seed uint64) (Question, error) {
	if f.fails[id] {
		return Question{}, fmt.Errorf("no question for %s", id)
	}
	for _, c := range f.cards {
		if c.ID == id {
			return Question{Card: c, Seed: seed, Answers: []string{"yes"}, Options: []Option{{Text: "no"}, {Text: "yes", Right: true}}}, nil
		}
	}
	return Question{}, fmt.Errorf("no card %s", id)
}

// pack makes n cards of each kind in each book, two to a family.
func pack(n int) *fake {
	f := &fake{fails: map[CardID]bool{}}
	for _, s := range []codesets.System{codesets.ICD10CM, codesets.HCPCS} {
		for _, k := range []Kind{Find, Type, Choose, Build} {
			for i := range n {
				f.cards = append(f.cards, Card{
					ID: CardID(fmt.Sprintf("%s/%s/%d", k, s.Key(), i)), Kind: k, System: s,
					Topic: fmt.Sprint("topic ", i%3), Family: fmt.Sprintf("%s/%d", s.Key(), i/2), Common: i < n/2,
				})
			}
		}
	}
	return f
}

func respond(q Question, right bool) Response {
	switch {
	case q.Card.Kind == Choose && right:
		return Response{Text: "1"}
	case right:
		return Response{Text: "yes"}
	}
	return Response{Text: "0"}
}

func newTestRound(t testing.TB, deck Deck, m *Memory, length int, seed uint64) *Round {
	return NewRound([]Deck{deck}, m, Plan{Length: length}, morning, rand.New(rand.NewPCG(seed, 1)))
}

func TestRoundOfNewCards(t *testing.T) {
	r := newTestRound(t, pack(40), newTestMemory(t), 12, 1)
	hands := 0
	for q, ok := r.Question(); ok; q, ok = r.Question() {
		require.True(t, q.Card.Common, "common cards come first")
		if q.Card.Kind.Hands() {
			hands++
		}
		r.Answer(respond(q, true), morning)
	}
	done, planned := r.Progress()
	require.Equal(t, 12, planned)
	require.Equal(t, 12, done)
	require.GreaterOrEqual(t, hands, 6, "at least half is found, typed or built")
}

func TestMissedCardComesAgain(t *testing.T) {
	r := newTestRound(t, pack(20), newTestMemory(t), 6, 2)
	first, _ := r.Question()
	a := r.Answer(respond(first, false), morning)
	require.False(t, a.Again)
	var seen []CardID
	for q, ok := r.Question(); ok; q, ok = r.Question() {
		seen = append(seen, q.Card.ID)
		r.Answer(respond(q, true), morning)
	}
	require.Len(t, seen, 6)
	require.Equal(t, first.Card.ID, seen[againAfter])
	require.True(t, r.Answers()[againAfter+1].Again)
	s := r.Summary()
	require.Equal(t, 6, s.Asked)
	require.Equal(t, 5, s.Right)
	require.Len(t, s.Again, 1)
}

// TestSummaryListsACodeOnce: two cards may ask the same code.
func TestSummaryListsACodeOnce(t *testing.T) {
	one, other := Question{Card: Card{ID: "find", System: codesets.ICD10CM}, Code: "E119"}, Question{Card: Card{ID: "type", System: codesets.ICD10CM}, Code: "E119"}
	r := &Round{answers: []Answer{{Question: one, Outcome: Right}, {Question: other, Outcome: Right}, {Question: Question{Card: Card{ID: "item"}}, Outcome: Right}}}
	s := r.Summary()
	require.Equal(t, 3, s.Right)
	require.Len(t, s.Learned, 2)
}

func TestAlwaysWrongEnds(t *testing.T) {
	r := newTestRound(t, pack(5), newTestMemory(t), 4, 3)
	n := 0
	for q, ok := r.Question(); ok; q, ok = r.Question() {
		r.Answer(respond(q, false), morning)
		n++
	}
	require.Equal(t, 4*(1+againMost), n)
}

func TestDueCardsComeFirst(t *testing.T) {
	m := newTestMemory(t)
	deck := pack(20)
	for _, c := range deck.cards[:5] {
		r := review(c.ID, morning.AddDate(0, 0, -40), fsrs.Good)
		m.Add(&r)
	}
	r := newTestRound(t, deck, m, 10, 4)
	due := 0
	for n := 0; ; n++ {
		q, ok := r.Question()
		if !ok {
			break
		}
		if _, known := m.Card(q.Card.ID); known {
			require.Equal(t, due, n, "no new card before a due one")
			due++
		}
		r.Answer(respond(q, true), morning)
	}
	require.Equal(t, 3, due, "of five due cards in three families one each")
}

func TestUnmakeableQuestionIsPassedOver(t *testing.T) {
	deck := pack(2)
	for _, c := range deck.cards {
		deck.fails[c.ID] = c.Kind != Type
	}
	r := newTestRound(t, deck, newTestMemory(t), 8, 5)
	for q, ok := r.Question(); ok; q, ok = r.Question() {
		require.Equal(t, Type, q.Card.Kind)
		r.Answer(respond(q, true), morning)
	}
	require.Error(t, r.Err())
	done, planned := r.Progress()
	require.Equal(t, done, planned)
}

func TestSameSeedSameRound(t *testing.T) {
	play := func() (ids []CardID, seeds []uint64) {
		r := newTestRound(t, pack(9), newTestMemory(t), 12, 6)
		for q, ok := r.Question(); ok; q, ok = r.Question() {
			ids, seeds = append(ids, q.Card.ID), append(seeds, q.Seed)
			r.Answer(respond(q, len(ids)%3 > 0), morning)
		}
		return ids, seeds
	}
	ids, seeds := play()
	ids2, seeds2 := play()
	require.Equal(t, ids, ids2)
	require.Equal(t, seeds, seeds2)
}

// TestRoundProperties: for any decks and answers a round ends, keeps families apart where it can, asks no card
// twice in a row while others wait, and reviews what it asks.
func TestRoundProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deck := pack(rapid.IntRange(1, 12).Draw(t, "cards"))
		model, _ := fsrs.New(fsrs.DefaultParameters())
		m := NewMemory(model, DefaultRetention)
		length := rapid.IntRange(1, 30).Draw(t, "length")
		r := NewRound([]Deck{deck}, m, Plan{Length: length}, morning, rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1)))
		_, planned := r.Progress()
		require.Equal(t, min(length, len(deck.cards)), planned)
		now := morning
		for n := 0; ; n++ {
			q, ok := r.Question()
			if !ok {
				break
			}
			require.Less(t, n, planned*(1+againMost))
			require.Less(t, q.Seed, uint64(1)<<seedBits)
			now = now.Add(time.Second)
			a := r.Answer(respond(q, rapid.Bool().Draw(t, "right")), now)
			require.Equal(t, q.Card.ID, a.Review.Card)
		}
		done, _ := r.Progress()
		require.Equal(t, planned, done)
	})
}

// TestPrivateDescriptorsAreNotKept: CPT descriptors are the AMA's; the journal, and so every backup, holds codes only.
func TestPrivateDescriptorsAreNotKept(t *testing.T) {
	q := Question{
		Card: Card{ID: "choose/cpt2/x", Kind: Choose, System: codesets.CPT2}, Code: "0000X", Answers: []string{"0000X"},
		Options: []Option{{Text: "a made-up descriptor"}, {Text: "another made-up descriptor", Right: true}},
	}
	response, answer := q.kept(Response{Text: "0"})
	require.Equal(t, "0", response)
	require.Equal(t, "0000X", answer)
	q.Card.System = codesets.HCPCS
	response, answer = q.kept(Response{Text: "0"})
	require.Equal(t, "a made-up descriptor", response)
	require.Equal(t, "another made-up descriptor", answer)
}
