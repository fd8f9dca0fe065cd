package quiz

import (
	"math/rand/v2"

	"coderounds/codesets"
)

// Portion is a day's part of what there is to do: as much as fits in the minutes given, what is worth most first. The rest
// waits, and waiting does no harm: what is remembered longer than it was expected to be strengthens all the more.
type Portion struct {
	// Questions is how many, Fresh how many of them were never asked before, Minutes what they take: repeats of
	// what will be missed included.
	Questions, Fresh int
	Minutes          float64
	// Books counts the questions by book; 0 is questions across books.
	Books map[codesets.System]int
	// Waiting is how many cards are due and not in the part.
	Waiting int
}

// freshMissed is the share of new cards that is taken to be missed at first.
const freshMissed = 0.5

// Portion returns the part of a day. The plan's length does not matter. Cost: about a microsecond a card, so do not
// ask for it in every frame.
func (p Plan) Portion(decks []Deck, m *Memory, on Day, minutes float64) Portion {
	part := Portion{Books: make(map[codesets.System]int)}
	var cards []Card
	for _, d := range decks {
		for _, c := range d.Cards() {
			if p.wants(c) {
				cards = append(cards, c)
			}
		}
	}
	pace := NewEveryday(m)
	families := make(map[string]bool)
	for _, c := range p.rank(cards, m, on, rand.New(rand.NewPCG(uint64(on), 1))) {
		recall, seen := m.Card(c.ID)
		missed := freshMissed
		if seen {
			missed = 1 - m.Recalled(c.ID, on)
		}
		took := pace.takes(c.Kind) * (1 + missed)
		switch {
		case !seen && (part.Waiting > 0 || families[c.Family]): // another day
		case part.Minutes+took <= minutes:
			part.Minutes += took
			part.Questions++
			part.Books[c.System]++
			part.Fresh += b2i(!seen)
			families[c.Family] = true
		case seen && recall.Due <= on:
			part.Waiting++
		}
	}
	return part
}
