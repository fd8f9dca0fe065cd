package exam

import (
	"container/heap"
	"slices"

	"coderounds/quiz/fsrs"
)

// futures are how many futures are played through with the minutes there are, and again with ten more.
const futures = 2

// more is the minutes a day of which a forecast says what they would give.
const more = 10

// future is one way in which the days until the exam may go.
type future struct {
	cards    []Card // as they stand
	spots    []spot
	visits   []int // to each card so far
	worth    []float64
	order    []int
	steps    int       // left
	minutes  float64   // a step
	shares   []float64 // known on average, by step; today first
	slope    float64   // of the last share, by a shift of the logit of all recalls
	variance float64   // of it, as each card is recalled or not
	unmet    float64   // the share of cards never met
	seed     uint64
}

// play plays a step of the future under way, or begins one.
func (p *Plan) play() {
	n := 2*futures - p.todo
	if len(p.futures) == n {
		p.futures = append(p.futures, p.future(n))
	}
	f := &p.futures[n]
	p.day(f)
	f.steps--
	for i := range f.cards {
		f.cards[i].Since += p.step
	}
	p.look(f)
	if f.steps == 0 {
		f.cards, f.spots, f.visits, f.worth, f.order = nil, nil, nil, nil, nil
		p.todo--
	}
}

func (p *Plan) future(n int) future {
	minutes := p.terms.Minutes
	if n >= futures {
		minutes += more
	}
	f := future{
		cards: slices.Clone(p.cards), spots: slices.Clone(p.spots), visits: make([]int, len(p.cards)), worth: make([]float64, len(p.cards)),
		steps: p.steps, minutes: minutes * p.terms.Kept * float64(p.step), seed: uint64(n % futures),
	}
	p.look(&f)
	return f
}

// day asks for the cards that are worth most until the minutes are over.
func (p *Plan) day(f *future) {
	f.order = f.order[:0]
	for i := range f.cards {
		if c := &f.cards[i]; c.valid() {
			if f.worth[i] = p.worth(c, f.steps, c.Since, f.spots[i]); f.worth[i] > 0 {
				f.order = append(f.order, i)
			}
		}
	}
	// Few of them come up, so they are taken from a heap and not sorted.
	heap.Init((*ranking)(f))
	for left := f.minutes; left > 0 && len(f.order) > 0; {
		left -= p.ask(f, heap.Pop((*ranking)(f)).(int))
	}
}

// ranking is the order of a future's day as a heap, what is worth most on top; of equal cards the earlier.
type ranking future

func (r *ranking) Len() int { return len(r.order) }
func (r *ranking) Less(a, b int) bool {
	i, j := r.order[a], r.order[b]
	return r.worth[i] > r.worth[j] || r.worth[i] == r.worth[j] && i < j
}
func (r *ranking) Swap(a, b int) { r.order[a], r.order[b] = r.order[b], r.order[a] }
func (r *ranking) Push(x any)    { r.order = append(r.order, x.(int)) }
func (r *ranking) Pop() any {
	last := len(r.order) - 1
	top := r.order[last]
	r.order = r.order[:last]
	return top
}

// ask lets a card be answered, and returns the minutes it took.
func (p *Plan) ask(f *future, i int) (minutes float64) {
	c := &f.cards[i]
	guess, recall := p.ground.guesses[c.Guess], p.terms.Known
	if !c.State.IsNew() {
		recall = p.ground.model.Retrievability(float64(c.Since), c.State)
	}
	right := fsrs.Right(recall, guess)
	pass, fail := asked(p.ground.model, c.State, float64(c.Since), guess)
	c.State, minutes = fail, c.Minutes*(1+again)
	if luck(f.seed, i, f.visits[i]) < right {
		c.State, minutes = pass, c.Minutes
	}
	f.visits[i]++
	c.Since = 0
	f.spots[i] = p.spotOf(c.State, 0, f.steps*p.step)
	return minutes
}

// luck is a number from 0 to below 1 that belongs to the visit to a card, so that futures with other minutes differ in
// nothing else (SplitMix64).
func luck(seed uint64, card, visit int) float64 {
	x := (seed<<52 + uint64(card)<<16 + uint64(visit) + 1) * 0x9e3779b97f4a7c15
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return float64((x^x>>31)>>11) / (1 << 53)
}

// look notes what is known now.
func (p *Plan) look(f *future) {
	share := 0.0
	f.slope, f.variance, f.unmet = 0, 0, 0
	for i := range f.cards {
		c := &f.cards[i]
		recall := p.terms.Known
		if !c.State.IsNew() {
			recall = p.ground.model.Retrievability(float64(max(c.Since, 0)), c.State)
			f.slope += c.Weight * recall * (1 - recall)
		} else {
			f.unmet += c.Weight
		}
		share += c.Weight * recall
		f.variance += c.Weight * c.Weight * recall * (1 - recall)
	}
	f.shares = append(f.shares, share)
}
