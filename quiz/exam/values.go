package exam

// turns are the chances that a card which should be asked for on a later day is, as other cards want that day, too.
type turns struct{ met, fresh float64 }

// certain is what a plan's upper bound takes, likely what the plan itself counts on: see the package comment.
func certain() turns { return turns{1, 1} }
func likely() turns  { return turns{0.3, 0.15} }

// values are those of one class of cards, worked out backwards from the exam day: cards that have the chance of luck in
// common, and the price of a question. A value is in recall on the exam day.
type values struct {
	ground *Ground
	visits []visit // since × points
	first  visit   // to a card never met
	step   int     // in days
	turns  turns

	// What a question asked brings, by steps left: of a card met before (since × points), and of one never met.
	met   [][]float32
	fresh []float64

	// The values at the latest number of steps, before anything is asked: of cards met before (since × points), and of
	// one never met. They change places with spare.
	value, spare []float32
	unmet        float64
	after        []float32 // right after a review, by point
}

func newValues(g *Ground, guess int, known float64, step, steps int) *values {
	v := &values{
		ground: g, visits: g.visits[guess], first: firstVisit(g.model, known, g.guesses[guess]), step: step,
		met: make([][]float32, steps+1), fresh: make([]float64, steps+1), after: make([]float32, points),
	}
	v.value, v.spare = make([]float32, len(v.visits)), make([]float32, len(v.visits))
	for k := 1; k <= steps; k++ {
		v.met[k] = make([]float32, len(v.visits))
	}
	return v
}

// begin starts from the exam day, where a value is the recall itself.
func (v *values) begin(t turns) {
	v.turns, v.unmet = t, v.first.recall
	for i := range v.visits {
		v.value[i] = float32(v.visits[i].recall)
	}
}

// back goes back to so many steps before the exam, one more than before, where a question has a price. It costs
// some 50 µs.
func (v *values) back(steps int, price float64) {
	v.reviewed()
	for i, days := range v.ground.since {
		at, share := v.ground.between(days + v.step)
		low, high := v.value[at*points:(at+1)*points], v.value[(at+1)*points:(at+2)*points]
		met, next := v.met[steps][i*points:(i+1)*points], v.spare[i*points:(i+1)*points]
		for p := range points {
			wait := float64(low[p]) + share*float64(high[p]-low[p])
			visit := &v.visits[i*points+p]
			brings, cost := visit.after(v.after)-wait, visit.cost()
			met[p] = float32(brings / cost)
			next[p] = float32(wait + v.turns.met*max(0, brings-price*cost))
		}
	}
	brings, cost := v.first.after(v.after)-v.unmet, v.first.cost()
	v.fresh[steps] = brings / cost
	v.unmet += v.turns.fresh * max(0, brings-price*cost)
	v.value, v.spare = v.spare, v.value
}

// reviewed works out the values right after a review: those of a card that is met a step later.
func (v *values) reviewed() {
	at, share := v.ground.between(v.step)
	for p := range v.after {
		low, high := v.value[at*points+p], v.value[(at+1)*points+p]
		v.after[p] = low + float32(share)*(high-low)
	}
}
