package fsrs

import (
	"math/rand/v2"
	"slices"
)

// Training fits the parameters of one model to a log, in slices:
//
//	t := fsrs.NewTraining(&log, log.Scored())
//	for t.Step() {
//		// give the frame back as often as you like
//	}
//	model := t.Model()
//
// It minimizes the log loss, weighted by recency, plus a pull towards the
// published defaults, with the exact gradient: one pass over each card's
// reviews and one back. Cards are shuffled into batches anew in every epoch, by
// a seed of its own: the same log gives the same parameters.
type Training struct {
	student  student
	recipe   recipe
	adam     adam
	rng      *rand.Rand
	examples []example
	cards    []span
	next     int // the card that the next step begins with
	epoch    int
	scored   int
	weights  []float64
	slopes   []float64
}

// span is where a card's examples are, and how many of them are scored.
type span struct{ from, to, scored int32 }

// examples makes of the first upTo scored reviews what there is to learn from,
// card by card, each up to its last scored one.
func (l *Log) examples(whole bool, upTo int) ([]example, []span) {
	counts := make([]int32, len(l.latest)) // reviews to keep, by card
	seen := make([]int32, len(l.latest))
	scored := make([]int32, len(l.latest))
	total := int32(0)
	for i := range l.answers {
		a := &l.answers[i]
		seen[a.card]++
		if 0 <= a.score && int(a.score) < upTo {
			total += seen[a.card] - counts[a.card]
			counts[a.card] = seen[a.card]
			scored[a.card]++
		}
	}
	all := make([]example, total)
	cards := make([]span, 0, len(l.latest))
	next := make([]int32, len(l.latest))
	at := int32(0)
	for card, n := range counts {
		next[card] = at
		if n > 0 {
			cards = append(cards, span{at, at + n, scored[card]})
		}
		at += n
		counts[card] = at
	}
	for i := range l.answers {
		a := &l.answers[i]
		at := next[a.card]
		if at == counts[a.card] {
			continue
		}
		next[a.card]++
		all[at] = example{days: l.since(a, whole), guess: a.guess, grade: a.grade}
		if a.score >= 0 {
			all[at].weight = recency(int(a.score), upTo)
		}
	}
	return all, cards
}

// NewTraining starts to fit FSRS-6 to the first n scored reviews of the log,
// which must not be added to meanwhile, from the published defaults on.
func NewTraining(l *Log, n int) *Training { return newTraining(l, n, true, newSingle(), recipe6(n)) }

// NewDualTraining is NewTraining for FSRS-7.
func NewDualTraining(l *Log, n int) *Training {
	return newTraining(l, n, false, newDouble(), recipe7(n))
}

func newTraining(l *Log, n int, whole bool, s student, r recipe) *Training {
	t := &Training{
		student: s, recipe: r, scored: n, rng: rand.New(rand.NewPCG(1, 0)),
		weights: slices.Clone(r.usual), slopes: make([]float64, len(r.usual)),
	}
	t.examples, t.cards = l.examples(whole, n)
	t.student.set(t.weights)
	t.adam = newAdam(&t.recipe, max(1, r.epochs*((n+r.batch-1)/r.batch)))
	return t
}

// Step takes the next step and reports whether there is another to take.
func (t *Training) Step() bool {
	if t.epoch >= t.recipe.epochs || len(t.cards) == 0 {
		return false
	}
	if t.next == 0 {
		t.rng.Shuffle(len(t.cards), func(i, j int) { t.cards[i], t.cards[j] = t.cards[j], t.cards[i] })
	}
	clear(t.slopes)
	scored := 0
	for t.next < len(t.cards) && scored < t.recipe.batch {
		c := t.cards[t.next]
		t.student.back(t.examples[c.from:c.to], t.slopes)
		scored += int(c.scored)
		t.next++
	}
	share := t.recipe.pull * float64(scored) / float64(t.scored)
	for i, sd := range t.recipe.spread {
		t.slopes[i] += 2 * share * (t.weights[i] - t.recipe.usual[i]) / (sd * sd)
	}
	t.adam.step(t.weights, t.slopes)
	t.student.set(t.weights)
	if t.next == len(t.cards) {
		t.next = 0
		t.epoch++
	}
	return t.epoch < t.recipe.epochs
}

// Model returns the model with the parameters as they are now.
func (t *Training) Model() Model { return t.student.model() }
