package fsrs

// double is FSRS-7 as a student.
type double struct {
	m         Dual
	low, high DualParameters
	onset     onset
	steps     []doubleStep
}

// doubleStep is one review on the way there, with what the way back needs.
type doubleStep struct {
	from    State
	fading  fading
	growth  [2]growth  // of the lasting and the short trace
	remnant [2]remnant // likewise
	known   float64    // the chance that a right answer was recalled
	// Not brought into bounds; fail only if it matters.
	pass, fail, after State
}

func newDouble() *double {
	d := new(double)
	d.low, d.high = DualBounds()
	return d
}

func (d *double) set(w []float64) {
	for i := range w {
		w[i] = clamp(w[i], d.low[i], d.high[i])
	}
	for _, pair := range inOrder {
		w[pair[1]] = max(w[pair[1]], w[pair[0]])
	}
	d.m.set(DualParameters(w))
	d.onset = onsetOf(w[4], w[5])
}

func (d *double) model() Model {
	m := d.m
	return &m
}

func (d *double) back(card []example, slopes []float64) {
	for len(d.steps) < len(card) {
		d.steps = append(d.steps, doubleStep{})
	}
	last := len(card) - 1
	var state State
	for i := range card {
		step := &d.steps[i]
		step.from = state
		if i > 0 {
			step.fading.on(&d.m, state, card[i].days)
		}
		if i < last { // what comes after the last counts for nothing
			d.forward(step, &card[i])
			state = boundedDual(step.after)
		}
	}
	var by State
	w := (*[34]float64)(slopes)
	for i := last; i >= 0; i-- {
		step := &d.steps[i]
		var before State
		var byR, byR1 float64
		if i < last {
			before, byR, byR1 = d.backward(step, &card[i], withinDual(by, step.after), w)
		}
		if card[i].weight > 0 {
			byR += card[i].weight * pull(step.fading.r, card[i].grade, card[i].guess)
		}
		if i > 0 {
			added := step.fading.back(&d.m, step.from, card[i].days, byR, byR1, w)
			before.Stability += added.Stability
			before.Short += added.Short
			before.Difficulty += added.Difficulty
		}
		by = before
	}
}
