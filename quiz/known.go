package quiz

import "coderounds/codesets"

// Known is how much of a group of cards is known.
type Known struct {
	System codesets.System // 0 for questions across books, and for all books together
	// Topic is what the cards are about: a chapter, a section, a subject; "" for all of a book.
	Topic string
	// Cards are those of the curriculum: what a beginner meets first, and whatever was met.
	Cards int
	// Met is how many of them were ever answered.
	Met int
	// Recalled is how many would be recalled, as expected: the sum of the chances. It is of now, and for what was answered today
	// of tomorrow: what was just read is not yet known, least of all after a miss.
	Recalled float64
}

// Share is the share of all cards that would be recalled, 0 to 1.
func (k Known) Share() float64 { return k.Recalled / float64(max(1, k.Cards)) }

// OfMet is the share of the cards met that would be recalled, 0 to 1.
func (k Known) OfMet() float64 { return k.Recalled / float64(max(1, k.Met)) }

// Add adds what is known of other cards.
func (k *Known) Add(o Known) {
	k.Cards += o.Cards
	k.Met += o.Met
	k.Recalled += o.Recalled
}

// surveyDays is how many days of dues a survey counts.
const surveyDays = 30

// Survey looks at every card once: what is known of each topic, and what is due on the days to come. It is done in steps, so
// that a screen can be drawn between them.
type Survey struct {
	memory *Memory
	today  Day
	cards  []Card // that are still to be looked at
	rest   [][]Card
	seen   map[CardID]struct{}

	topics []Known
	place  map[topicKey]int
	due    [surveyDays]int
}

type topicKey struct {
	system codesets.System
	topic  string
}

// NewSurvey begins a survey of all cards of the decks as they are remembered on a day. A card of two decks counts once.
func NewSurvey(decks []Deck, memory *Memory, today Day) *Survey {
	s := &Survey{memory: memory, today: today, seen: make(map[CardID]struct{}), place: make(map[topicKey]int)}
	for _, d := range decks {
		s.rest = append(s.rest, d.Cards())
	}
	return s
}

// Step looks at the next n cards and reports whether there are more. Cost: some 0.3 µs a card.
func (s *Survey) Step(n int) (more bool) {
	for ; n > 0; n-- {
		for len(s.cards) == 0 {
			if len(s.rest) == 0 {
				return false
			}
			s.cards, s.rest = s.rest[0], s.rest[1:]
		}
		s.look(&s.cards[0])
		s.cards = s.cards[1:]
	}
	return len(s.cards) > 0 || len(s.rest) > 0
}

func (s *Survey) look(c *Card) {
	if _, twice := s.seen[c.ID]; twice {
		return
	}
	s.seen[c.ID] = struct{}{}
	k, counts := KnownOf(c, s.memory, s.today)
	if !counts {
		return
	}
	key := topicKey{c.System, c.Topic}
	at, ok := s.place[key]
	if !ok {
		at = len(s.topics)
		s.place[key] = at
		s.topics = append(s.topics, Known{System: c.System, Topic: c.Topic})
	}
	s.topics[at].Add(k)
	if recall, met := s.memory.Card(c.ID); met {
		if in := max(0, int(recall.Due-s.today)); in < surveyDays {
			s.due[in]++
		}
	}
}

// KnownOf is what is known of one card; counts is false for one that is neither in the curriculum nor met.
func KnownOf(c *Card, m *Memory, today Day) (k Known, counts bool) {
	recall, met := m.Card(c.ID)
	if !met && !c.Common {
		return Known{}, false
	}
	k = Known{System: c.System, Topic: c.Topic, Cards: 1}
	if met {
		k.Met, k.Recalled = 1, m.Recalled(c.ID, max(today, recall.Last+1))
	}
	return k, true
}

// Topics returns what is known of each topic, in the order of the decks.
func (s *Survey) Topics() []Known { return s.topics }

// Book returns what is known of a book; 0 is questions across books.
func (s *Survey) Book(system codesets.System) Known {
	all := Known{System: system}
	for _, t := range s.topics {
		if t.System == system {
			all.Add(t)
		}
	}
	return all
}

// All returns what is known of everything.
func (s *Survey) All() Known {
	var all Known
	for _, t := range s.topics {
		all.Add(t)
	}
	return all
}

// Due returns how many cards are due on each of the next 30 days, today first with all that is overdue, if nothing is
// answered meanwhile.
func (s *Survey) Due() []int { return s.due[:] }
