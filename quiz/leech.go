package quiz

import "slices"

// LeechLapses is how often a known card was missed when it is called a leech: it takes much time and gives little, and is
// better looked at beside what it is taken for than asked once more. Source: Anki's default.
const LeechLapses = 8

// Leech tells whether the card keeps slipping.
func (r *Recall) Leech() bool { return r.Lapses >= LeechLapses }

// Leeches returns the cards that keep slipping, the most lapses first, and in the order of their names among equals.
func (m *Memory) Leeches() []CardID {
	var all []CardID
	for id, c := range m.cards {
		if c.Leech() {
			all = append(all, id)
		}
	}
	slices.SortFunc(all, func(a, b CardID) int {
		if x, y := m.cards[a].Lapses, m.cards[b].Lapses; x != y {
			return y - x
		}
		if a < b {
			return -1
		}
		return 1
	})
	return all
}

// Slipping is the worth of a round of leeches alone, whether they are due or not.
type Slipping struct{ everyday *Everyday }

// NewSlipping returns the worth by what a memory knows now.
func NewSlipping(m *Memory) *Slipping { return &Slipping{NewEveryday(m)} }

// Worth implements [Worth].
func (s *Slipping) Worth(c Card, on Day) float64 {
	recall, seen := s.everyday.memory.Card(c.ID)
	if !seen || !recall.Leech() {
		return 0
	}
	return s.everyday.perMinute(&recall, c.Kind, on)
}
