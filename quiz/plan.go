package quiz

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"coderounds/codesets"
)

// Plan says what a round is made of.
type Plan struct {
	// Length is the number of questions, repetitions not counted.
	Length int
	// System limits the round to one book; 0 takes all.
	System codesets.System
	// Topic limits it to what is about one thing, such as a chapter; "" takes all.
	Topic string
	// Worth says what comes first; nil is [Everyday].
	Worth Worth
}

// apart is how many questions stand between two of one family, where the choice allows.
const apart = 3

func (p Plan) wants(c Card) bool {
	return (p.System == 0 || c.System == p.System) && (p.Topic == "" || c.Topic == p.Topic)
}

// choose returns the cards of a round: those that are worth most on the day, by [Plan.Worth]. Where the cards allow, at most
// half of them are choices among options, two are leeches, and no two are of one family or of two that are taken for one
// another. What was met before comes first, then what is new; topics are mixed in both, and the first meeting of a
// topic is a question like any other.
func (p Plan) choose(cards []Card, m *Memory, today Day, rng *rand.Rand) []Card {
	ranked := p.rank(cards, m, today, rng)
	picked := p.fill(p.take(ranked, m), ranked)
	var met, fresh []Card
	for _, c := range picked {
		if _, seen := m.Card(c.ID); seen {
			met = append(met, c)
		} else {
			fresh = append(fresh, c)
		}
	}
	return append(mix(met), mix(fresh)...)
}

// rated is a card with its worth.
type rated struct {
	Card
	worth float64
}

// rank returns the cards that are worth something on a day, the most first. Of equal ones those met before come first,
// and new ones in the order of [shuffledNew].
func (p Plan) rank(cards []Card, m *Memory, today Day, rng *rand.Rand) []Card {
	worth := p.Worth
	if worth == nil {
		worth = NewEveryday(m)
	}
	var met, fresh []rated
	for _, c := range cards {
		w := worth.Worth(c, today)
		if !(w > 0) { // NaN too
			continue
		}
		if _, seen := m.Card(c.ID); seen {
			met = append(met, rated{c, w})
		} else {
			fresh = append(fresh, rated{c, w})
		}
	}
	all := append(met, shuffledNew(fresh, rng)...)
	slices.SortStableFunc(all, func(a, b rated) int { return cmp.Compare(b.worth, a.worth) })
	ranked := make([]Card, len(all))
	for i := range all {
		ranked[i] = all[i].Card
	}
	return ranked
}

// leechesMost is how many leeches a round takes while there is anything else: they cost much and give little, so they come
// in small doses.
const leechesMost = 2

// take picks cards in order until the round is full, leaving out choices beyond half, leeches beyond [leechesMost] and
// what is of a family that is in already, or is taken for one that is.
func (p Plan) take(from []Card, m *Memory) (picked []Card) {
	families := make(map[string]bool)
	choices, leeches := 0, 0
	for _, c := range from {
		if len(picked) >= p.Length {
			return picked
		}
		recall, _ := m.Card(c.ID)
		switch {
		case m.opposed(c.Family, families), !c.Kind.Hands() && choices >= p.Length/2, recall.Leech() && leeches >= leechesMost:
			continue
		}
		choices += b2i(!c.Kind.Hands())
		leeches += b2i(recall.Leech())
		families[c.Family] = true
		picked = append(picked, c)
	}
	return picked
}

// fill is for small decks: it takes what is left whatever its family, what is done by hand first.
func (p Plan) fill(picked, from []Card) []Card {
	in := make(map[CardID]bool, len(picked))
	for _, c := range picked {
		in[c.ID] = true
	}
	for _, hands := range [...]bool{true, false} {
		for _, c := range from {
			if len(picked) >= p.Length {
				return picked
			}
			if !in[c.ID] && c.Kind.Hands() == hands {
				in[c.ID] = true
				picked = append(picked, c)
			}
		}
	}
	return picked
}

// shuffledNew orders new cards so that books and kinds of task take turns, common cards first.
func shuffledNew(fresh []rated, rng *rand.Rand) []rated {
	type shelf struct {
		system codesets.System
		kind   Kind
	}
	shelves := make(map[shelf][]rated)
	var order []shelf
	for _, c := range fresh {
		s := shelf{c.System, c.Kind}
		if shelves[s] == nil {
			order = append(order, s)
		}
		shelves[s] = append(shelves[s], c)
	}
	rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	for _, s := range order {
		cards := shelves[s]
		rng.Shuffle(len(cards), func(i, j int) { cards[i], cards[j] = cards[j], cards[i] })
		slices.SortStableFunc(cards, func(a, b rated) int { return cmp.Compare(b2i(b.Common), b2i(a.Common)) })
	}
	mixed := make([]rated, 0, len(fresh))
	for i := 0; len(mixed) < len(fresh); i++ {
		for _, s := range order {
			if i < len(shelves[s]) {
				mixed = append(mixed, shelves[s][i])
			}
		}
	}
	return mixed
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// mix orders cards so that no two of a family stand within [apart] and none follows its own topic or
// kind, as far as the cards allow; otherwise the order given stays.
func mix(cards []Card) []Card {
	left := slices.Clone(cards)
	mixed := make([]Card, 0, len(cards))
	for len(left) > 0 {
		best := 0
		for i := range left {
			if clash(mixed, left[i]) < clash(mixed, left[best]) {
				best = i
			}
		}
		mixed = append(mixed, left[best])
		left = slices.Delete(left, best, best+1)
	}
	return mixed
}

// clash says how badly a card fits behind the ones before it; 0 is well.
func clash(before []Card, c Card) int {
	n := 0
	for i, back := len(before)-1, 1; i >= 0 && back <= apart; i, back = i-1, back+1 {
		if before[i].Family == c.Family {
			n += 8
		}
		if back == 1 && before[i].Topic == c.Topic {
			n += 4
		}
		if back == 1 && before[i].System == c.System {
			n += 2
		}
		if back == 1 && before[i].Kind == c.Kind {
			n++
		}
	}
	return n
}
