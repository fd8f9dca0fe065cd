package drill

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// modifiers asks for HCPCS modifiers.
type modifiers struct {
	set   *codesets.Set
	cards []quiz.Card
	at    map[quiz.CardID]place
}

// place is where a modifier stands.
type place struct{ set, deck int }

func newModifiers(set *codesets.Set) *modifiers {
	d := &modifiers{set: set, at: make(map[quiz.CardID]place)}
	for i, m := range set.Modifiers() {
		if m.Ended != 0 { // a terminated modifier is not to be learnt
			continue
		}
		card := quiz.Card{
			ID: quiz.CardID("modifier/hcpcs/" + m.Code), Kind: quiz.Choose, System: codesets.HCPCS,
			Topic: "Modifiers", Family: "modifier/" + m.Code[:1], Common: true,
		}
		d.at[card.ID] = place{i, len(d.cards)}
		d.cards = append(d.cards, card)
	}
	return d
}

// Cards implements [quiz.Deck].
func (d *modifiers) Cards() []quiz.Card { return d.cards }

// Question implements [quiz.Deck]: the modifier is offered among others, those of its letter first.
func (d *modifiers) Question(id quiz.CardID, seed uint64) (quiz.Question, error) {
	return d.QuestionFor(id, seed, nil, 0)
}

// QuestionFor implements [quiz.Tutor]: those that the learner took for it come before the others.
func (d *modifiers) QuestionFor(id quiz.CardID, seed uint64, c *quiz.Confusions, on quiz.Day) (quiz.Question, error) {
	at, ok := d.at[id]
	if !ok {
		return quiz.Question{}, fmt.Errorf("make question: %s is not among the loaded modifiers", id)
	}
	m := d.set.Modifiers()[at.set]
	q := quiz.Question{
		Card: d.cards[at.deck], Seed: seed, Prompt: "Which modifier is this?", Text: m.Long,
		Source: d.set.Release().String(), Options: []quiz.Option{{Text: m.Code, IsCode: true, Right: true}},
	}
	for _, o := range d.others(at.set, seed, c.With(codesets.HCPCS, m.Code, on)) {
		if len(q.Options) < options && o.Ended == 0 && o.Long != m.Long {
			q.Options = append(q.Options, quiz.Option{Text: o.Code, IsCode: true, Reason: o.Code + " means: " + o.Long + "."})
		}
	}
	q.Options = quiz.Shuffled(q.Options, seed)
	return q, nil
}

// alike is what two codes share at their beginning.
func alike(a, b string) string {
	if a[0] == b[0] {
		return a[:1]
	}
	return ""
}

// others returns all other modifiers, those that were mixed up with it first, then those of its letter.
func (d *modifiers) others(at int, seed uint64, mixedUp []string) []codesets.Modifier {
	all := d.set.Modifiers()
	m := all[at]
	others := slices.Delete(slices.Clone(all), at, at+1)
	rng := rand.New(rand.NewPCG(seed, uint64(at)))
	rng.Shuffle(len(others), func(i, j int) { others[i], others[j] = others[j], others[i] })
	slices.SortStableFunc(others, func(a, b codesets.Modifier) int {
		return cmp.Or(rank(mixedUp, a.Code)-rank(mixedUp, b.Code), strings.Compare(alike(b.Code, m.Code), alike(a.Code, m.Code)))
	})
	return others
}

// rank is the place of a code in a list; all that are not in it come last.
func rank(list []string, code string) int {
	if i := slices.Index(list, code); i >= 0 {
		return i
	}
	return len(list)
}
