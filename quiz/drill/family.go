package drill

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"strings"

	"coderounds/codesets"
	"coderounds/quiz"
)

// family is the billable codes that share their first three characters.
type family struct {
	key     string
	members []int // positions in the set
	topic   string
	common  bool
}

const familyChars = 3

// codesPerStep is how many codes are sorted into families between two steps: under a millisecond in a browser.
const codesPerStep = 1024

// families groups the billable codes of a set that are in force, in official order.
func families(set, curriculum *codesets.Set, step codesets.Step) ([]family, error) {
	var all []family
	known := make(map[string]bool)
	if curriculum != nil {
		for i := range curriculum.Len() {
			known[key(curriculum.Code(i))] = true
		}
	}
	at := make(map[string]int)
	for i := range set.Len() {
		if step != nil && i%codesPerStep == 0 {
			if err := step(i, set.Len()); err != nil {
				return nil, err
			}
		}
		if !set.Billable(i) || set.Ended(i) != 0 { // a terminated code is not to be learnt
			continue
		}
		k := key(set.Code(i))
		n, seen := at[k]
		if !seen {
			n = len(all)
			at[k] = n
			all = append(all, family{key: k, topic: topic(set, i), common: known[k]})
		}
		all[n].members = append(all[n].members, i)
	}
	return all, nil
}

func key(code string) string { return code[:min(familyChars, len(code))] }

// topic names what a code is about: its chapter or section.
func topic(set *codesets.Set, i int) string {
	if groups := set.Groups(i); len(groups) > 0 {
		return groups[0].Title
	}
	return set.Release().System.String()
}

// deck is one drill over one set.
type deck struct {
	name     string
	kind     quiz.Kind
	set      *codesets.Set
	families map[quiz.CardID]*family
	cards    []quiz.Card
	// ask fills a question about the code at a position of the family. What the learner confuses may be nil.
	ask func(q *quiz.Question, f *family, at int, m mixedUp, rng *rand.Rand) error
	// fits tells which codes the drill can ask about; nil for all.
	fits func(at int) bool
	// over are the families it is to be filled with.
	over []family
}

// familiesPerStep is how many families a deck is filled with between two steps: under a millisecond in a browser.
const familiesPerStep = 32

// of leaves the families to be filled in.
func (d *deck) of(all []family) *deck {
	d.over = all
	return d
}

func newDeck(name string, kind quiz.Kind, set *codesets.Set) *deck {
	return &deck{name: name, kind: kind, set: set, families: make(map[quiz.CardID]*family)}
}

// fill makes a card of each family that has a code that fits. Steps count families.
func (d *deck) fill(step codesets.Step) error {
	system := d.set.Release().System
	for i, f := range d.over {
		if step != nil && i%familiesPerStep == 0 {
			if err := step(i, len(d.over)); err != nil {
				return err
			}
		}
		own := f
		if d.fits != nil {
			own.members = nil
			for _, at := range f.members {
				if d.fits(at) {
					own.members = append(own.members, at)
				}
			}
		}
		if len(own.members) == 0 {
			continue
		}
		card := quiz.Card{
			ID:   quiz.CardID(strings.Join([]string{d.name, system.Key(), f.key}, "/")),
			Kind: d.kind, System: system, Topic: f.topic, Family: system.Key() + "/" + f.key, Common: f.common,
		}
		d.families[card.ID] = &own
		d.cards = append(d.cards, card)
	}
	d.over = nil
	return nil
}

// Cards implements [quiz.Deck].
func (d *deck) Cards() []quiz.Card { return d.cards }

// Question implements [quiz.Deck]: the seed decides which code of the family is asked for.
func (d *deck) Question(id quiz.CardID, seed uint64) (quiz.Question, error) {
	return d.QuestionFor(id, seed, nil, 0)
}

// QuestionFor implements [quiz.Tutor]: what is offered beside the right answer is what the learner takes for it, first.
func (d *deck) QuestionFor(id quiz.CardID, seed uint64, c *quiz.Confusions, on quiz.Day) (quiz.Question, error) {
	f := d.families[id]
	if f == nil {
		return quiz.Question{}, fmt.Errorf("make question: %s is not among the loaded codes", id)
	}
	h := fnv.New64a()
	h.Write([]byte(id))
	rng := rand.New(rand.NewPCG(seed, h.Sum64()))
	at := f.members[rng.IntN(len(f.members))]
	code := d.set.At(at)
	q := quiz.Question{
		Seed: seed, Prompt: quiz.Prompt(d.kind), Text: code.Long, Answers: []string{code.Code}, Code: code.Code,
		Source: d.set.Release().String(),
		Card: quiz.Card{
			ID: id, Kind: d.kind, System: d.set.Release().System, Topic: f.topic,
			Family: d.set.Release().System.Key() + "/" + f.key, Common: f.common,
		},
	}
	return q, d.ask(&q, f, at, mixedUp{c, on}, rng)
}
