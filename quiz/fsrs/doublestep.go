package fsrs

// forward works out the state after a review, as Next and NextGuessed do.
func (d *double) forward(step *doubleStep, e *example) {
	guessed := e.guess > 0 && e.grade != Again
	recall := unseen
	if step.from.IsNew() {
		step.pass = d.first(e.grade)
		if guessed {
			step.fail = d.first(Again)
		}
	} else {
		recall = step.fading.r
		if e.grade != Again {
			step.pass = d.recalled(step, e.grade)
		}
		if guessed || e.grade == Again {
			step.fail = d.lapse(step)
		}
	}
	switch {
	case guessed:
		step.known = Recalled(recall, e.guess)
		pass, fail := boundedDual(step.pass), boundedDual(step.fail)
		step.after = blended(d.m.blending[0], step.known, pass, fail)
		step.after.Short = d.m.blending[1].blend(step.known, pass.Short, fail.Short)
	case e.grade == Again && !step.from.IsNew():
		step.known, step.after = 0, step.fail
	default:
		step.known, step.after = 1, step.pass
	}
}

func (d *double) first(g Grade) State {
	s := d.m.w[g-1]
	return State{Stability: s, Short: shortOfLasting * s, Difficulty: d.onset[g-1].difficulty}
}

func (d *double) harder(step *doubleStep, g Grade) float64 {
	return -d.m.w[6] * (float64(g) - float64(Good)) / 9 * step.lapsed(g)
}

// lapsed is how much of the difficulty's move a grade brings: after a lapse the
// more, the surer recall was.
func (step *doubleStep) lapsed(g Grade) float64 {
	if g == Again {
		return step.fading.r + 0.1
	}
	return 1
}

func (d *double) difficulty(step *doubleStep, g Grade) float64 {
	old := step.from.Difficulty
	return d.m.mean + 0.99*(old+(10-old)*d.harder(step, g))
}

// factor is that of a grade in the trace whose weights begin at w[at], and the
// place of its weight, or 0.
func (d *double) factor(g Grade, at int) (float64, int) {
	switch g {
	case Hard:
		return d.m.w[at+6], at + 6
	case Easy:
		return d.m.w[at+7], at + 7
	}
	return 1, 0
}

func (d *double) recalled(step *doubleStep, g Grade) State {
	from, hard := step.from, step.from.Difficulty
	long, brief := &d.m.traces[0], &d.m.traces[1]
	factor, _ := d.factor(g, lasting)
	factorShort, _ := d.factor(g, short)
	return State{
		Stability:  step.growth[0].on(from.Stability, step.fading.logS, hard, step.fading.r, long.gain[Good-1], factor, long.fade, long.surprise),
		Short:      step.growth[1].on(from.Short, step.fading.logZ, hard, step.fading.r1, brief.gain[Good-1], factorShort, brief.fade, brief.surprise),
		Difficulty: d.difficulty(step, g),
	}
}

func (d *double) lapse(step *doubleStep) State {
	from, long, brief := step.from, &d.m.traces[0], &d.m.traces[1]
	s := min(from.Stability, step.remnant[0].on(from.Stability, step.fading.r, long.left, long.power, long.leftByShock))
	z := min(from.Short, step.remnant[1].on(from.Short, step.fading.r1, brief.left, brief.power, brief.leftByShock))
	return State{Stability: s, Short: min(z, shortOfLasting*s), Difficulty: d.difficulty(step, Again)}
}

// backward turns by, the derivative by the state after, into those by the state
// before, by the chance of recall and by that of the short trace alone.
func (d *double) backward(step *doubleStep, e *example, by State, w *[34]float64) (before State, byR, byR1 float64) {
	pass, fail := by, by
	if step.known > 0 && step.known < 1 {
		var byKnown float64
		byKnown, pass, fail = d.blendBack(step, by, w)
		right := Right(step.fading.r, e.guess)
		byR = byKnown * e.guess / (right * right)
	}
	if step.from.IsNew() {
		if step.known > 0 {
			d.firstBack(e.grade, pass, w)
		}
		if step.known < 1 {
			d.firstBack(Again, fail, w)
		}
		return State{}, 0, 0
	}
	if step.known > 0 {
		after, r, r1 := d.recalledBack(step, e.grade, pass, w)
		before, byR, byR1 = after, byR+r, r1
	}
	if step.known < 1 {
		after, r, r1 := d.lapseBack(step, fail, w)
		before.Stability += after.Stability
		before.Short += after.Short
		before.Difficulty += after.Difficulty
		byR, byR1 = byR+r, byR1+r1
	}
	return before, byR, byR1
}

func (d *double) blendBack(step *doubleStep, by State, w *[34]float64) (byKnown float64, pass, fail State) {
	p, f, known := boundedDual(step.pass), boundedDual(step.fail), step.known
	byLasting, passLasting, failLasting, curveLasting := d.m.blending[0].blendSlopes(step.after.Stability, known, p.Stability, f.Stability, by.Stability)
	byShort, passShort, failShort, curveShort := d.m.blending[1].blendSlopes(step.after.Short, known, p.Short, f.Short, by.Short)
	w[24] += curveLasting.decay
	w[26] += curveLasting.base
	w[23] += curveShort.decay
	w[25] += curveShort.base
	byKnown = byLasting + byShort + by.Difficulty*(p.Difficulty-f.Difficulty)
	pass = State{passLasting, by.Difficulty * known, passShort}
	fail = State{failLasting, by.Difficulty * (1 - known), failShort}
	return byKnown, withinDual(pass, step.pass), withinDual(fail, step.fail)
}
