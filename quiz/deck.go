package quiz

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"

	"coderounds/codesets"
)

// Deck makes questions. A deck of items and the drills over the library are its two kinds.
type Deck interface {
	// Cards lists what can come up, in a fixed order. The slice is the deck's own.
	Cards() []Card
	// Question makes the question of one of its cards; the same seed gives the same question.
	Question(id CardID, seed uint64) (Question, error)
}

// Item is a question that somebody wrote.
type Item struct {
	// ID is unique and lasting.
	ID     string
	System codesets.System // 0 for questions across books
	Topic  string
	// Kind is Choose, Type or Find.
	Kind     Kind
	Question string
	// Answers are accepted (Type, Find); the first is shown.
	Answers []string
	// Options of a Choose item, in the order in which they were written.
	Options []Option
	// Rationale and Source say why, and where the rule stands.
	Rationale, Source string
}

// Card returns the card that the item is.
func (it *Item) Card() Card {
	return Card{ID: CardID("item/" + it.ID), Kind: it.Kind, System: it.System, Topic: it.Topic, Family: it.ID, Common: true}
}

// Items is the deck of a list of items.
type Items struct {
	cards   []Card
	items   map[CardID]*Item
	library *codesets.Library
}

// NewItems makes a deck. Find items, and answers that are codes, are looked up in the library when they come up.
// Of two items with the same ID the later one counts.
func NewItems(items []Item, library *codesets.Library) *Items {
	d := &Items{items: make(map[CardID]*Item, len(items)), library: library}
	for i := range items {
		card := items[i].Card()
		if _, again := d.items[card.ID]; !again {
			d.cards = append(d.cards, card)
		}
		d.items[card.ID] = &items[i]
	}
	return d
}

// Cards lists the items' cards.
func (d *Items) Cards() []Card { return d.cards }

// prompts say what to do in each kind of task.
var prompts = map[Kind]string{
	Find:   "Find the code",
	Type:   "Type the answer",
	Choose: "Choose one",
	Build:  "Complete the code",
}

// Prompt says what a kind of task asks for.
func Prompt(k Kind) string { return prompts[k] }

// Question makes an item's question; its options are shuffled.
func (d *Items) Question(id CardID, seed uint64) (Question, error) {
	it := d.items[id]
	if it == nil {
		return Question{}, fmt.Errorf("make question: no item %s is loaded; load its question file", id)
	}
	q := Question{
		Card: it.Card(), Seed: seed, Prompt: Prompt(it.Kind), Text: it.Question, Answers: it.Answers,
		Rationale: it.Rationale, Source: it.Source,
	}
	if it.Kind == Choose {
		q.Options = Shuffled(it.Options, seed)
	}
	d.findCode(&q)
	if it.Kind == Find && q.Code == "" {
		return Question{}, fmt.Errorf("make question: %s is not among the loaded %s codes, so it cannot be looked up", strings.Join(it.Answers, ", "), it.System)
	}
	return q, nil
}

// findCode makes an answer that is a code of a loaded set the code that feedback explains.
func (d *Items) findCode(q *Question) {
	set := d.library.Set(q.Card.System)
	if set == nil || len(q.Answers) == 0 {
		return
	}
	code := codesets.Normalize(q.Answers[0])
	at, ok := set.Find(code)
	if !ok || (q.Card.Kind != Find && len(code) < 3) {
		return
	}
	q.Code = code
	q.Answers = append([]string{code}, q.Answers[1:]...)
	if q.Card.Kind == Find {
		q.Par = Par(set, at)
	}
	if q.Card.Kind == Type {
		q.Prompt = "Type the code"
	}
}

// Shuffled returns the options in an order that the seed decides.
func Shuffled(options []Option, seed uint64) []Option {
	shuffled := append([]Option(nil), options...)
	rng := rand.New(rand.NewPCG(seed, 0x6f7074696f6e73))
	rng.Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
	return shuffled
}

// OptionText is the response that chooses option i.
func OptionText(i int) string { return strconv.Itoa(i) }
