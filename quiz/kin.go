package quiz

import (
	"strings"

	"coderounds/codesets"
)

// memo is a card as a memory keeps it.
type memo struct {
	Recall
	id     CardID
	kind   Kind
	kin    *kin // nil for a card that is of no family of codes
	place  int  // in the kin
	number int  // by the first review
}

// kin is what the cards of one family of codes share.
type kin struct {
	family string
	cards  []*memo
	due    []Day // of each card, together, as they are looked at at every review
	// foes are the families one of whose codes was taken for one of this family or the other way round, the latest last.
	foes []*kin
	// byHand tells that a card of the family was answered right by finding, typing or building.
	byHand bool
}

// foesMost is how many families are kept apart from one by days: more would leave no day free.
const foesMost = 4

// Family returns the family of codes that a card's name tells: "icd10cm/E11" of "find/icd10cm/E11". Of items, and of
// modifiers, which are not asked for by several drills, it is "".
func (id CardID) Family() string {
	_, family, _ := strings.Cut(string(id), "/")
	key, codes, _ := strings.Cut(family, "/")
	if _, ok := codesets.SystemByKey(key); !ok || len(codes) < familyChars {
		return ""
	}
	return family
}

// familyChars is how many characters of a code name its family.
const familyChars = 3

// memo returns what is kept of the card that a review is of, new where there is nothing.
func (m *Memory) memo(r *Review) *memo {
	c := m.cards[r.Card]
	if c == nil {
		c = &memo{id: r.Card, kind: r.Kind, number: len(m.cards)}
		if family := r.Card.Family(); family != "" {
			c.kin = m.kin(family)
			c.place = len(c.kin.cards)
			c.kin.cards, c.kin.due = append(c.kin.cards, c), append(c.kin.due, 0)
		}
		m.cards[r.Card] = c
		m.order = append(m.order, c)
	}
	if c.kin != nil && r.Kind.Hands() && r.Outcome == Right {
		c.kin.byHand = true
	}
	return c
}

func (m *Memory) kin(family string) *kin {
	k := m.families[family]
	if k == nil {
		k = &kin{family: family}
		m.families[family] = k
	}
	return k
}

// oppose makes two families keep apart from now on.
func oppose(a, b *kin) {
	if a != b {
		a.oppose(b)
		b.oppose(a)
	}
}

func (k *kin) oppose(foe *kin) {
	for i, f := range k.foes {
		if f == foe { // it becomes the latest
			copy(k.foes[i:], k.foes[i+1:])
			k.foes[len(k.foes)-1] = foe
			return
		}
	}
	if len(k.foes) == foesMost {
		copy(k.foes, k.foes[1:])
		k.foes = k.foes[:foesMost-1]
	}
	k.foes = append(k.foes, foe)
}

// opposed tells whether a family, or one that it is taken for, is among some.
func (m *Memory) opposed(family string, among map[string]bool) bool {
	if among[family] {
		return true
	}
	if k := m.families[family]; k != nil {
		for _, foe := range k.foes {
			if among[foe.family] {
				return true
			}
		}
	}
	return false
}

// taken returns which of n days from first on have a card due that is better not met on the same day: of the same family,
// or of one that it is taken for.
func (c *memo) taken(first Day, n int) (t days) {
	if c.kin == nil {
		return t
	}
	c.kin.due[c.place] = 0 // it is not in its own way
	c.kin.mark(&t, first, n)
	for _, foe := range c.kin.foes {
		foe.mark(&t, first, n)
	}
	return t
}

func (k *kin) mark(t *days, first Day, n int) {
	for _, due := range k.due {
		if i := uint(due - first); i < uint(n) {
			t.add(int(i))
		}
	}
}

// rests enters the day on which the card is due next.
func (c *memo) rests(until Day) {
	c.Due = until
	if c.kin != nil {
		c.kin.due[c.place] = until
	}
}

// Confirmed tells whether what was chosen of a family of codes is proven: one of its cards was answered right by finding,
// typing or building. So is a family of which nothing was answered, and one that is not named as by [CardID.Family].
func (m *Memory) Confirmed(family string) bool {
	k := m.families[family]
	return k == nil || k.byHand || len(k.cards) == 0
}
