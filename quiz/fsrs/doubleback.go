package fsrs

// Here are the ways back through what a review does in a [Dual].

func (d *double) firstBack(g Grade, by State, w *[34]float64) {
	w[g-1] += by.Stability + shortOfLasting*by.Short
	w[4] += by.Difficulty
	w[5] += by.Difficulty * d.onset[g-1].slope
}

// difficultyBack returns the derivatives by the difficulty before and by the
// chance of recall.
func (d *double) difficultyBack(step *doubleStep, g Grade, by float64, w *[34]float64) (before, byR float64) {
	if by == 0 {
		return 0, 0
	}
	w[4] += 0.01 * by
	w[5] += 0.01 * by * d.onset[Easy-1].slope
	by *= 0.99
	room := by * (10 - step.from.Difficulty)
	move := -(float64(g) - float64(Good)) / 9
	w[6] += room * move * step.lapsed(g)
	if g == Again {
		byR = room * move * d.m.w[6]
	}
	return by * (1 - d.harder(step, g)), byR
}

func (d *double) recalledBack(step *doubleStep, g Grade, by State, w *[34]float64) (before State, byR, byR1 float64) {
	before.Difficulty, byR = d.difficultyBack(step, g, by.Difficulty, w)
	s := d.growthBack(step, 0, lasting, g, step.from.Stability, step.fading.r, by.Stability, w)
	z := d.growthBack(step, 1, short, g, step.from.Short, step.fading.r1, by.Short, w)
	before.Stability, before.Short = s.s, z.s
	before.Difficulty += s.d + z.d
	return before, byR + s.r, z.r
}

func (d *double) growthBack(step *doubleStep, i, at int, g Grade, s, r, by float64, w *[34]float64) growthSlopes {
	tr := &d.m.traces[i]
	b := step.growth[i].back(s, step.from.Difficulty, r, tr.fade, tr.surprise, by)
	w[at] += b.gain
	w[at+1] += b.fade
	w[at+2] += b.surprise
	if _, place := d.factor(g, at); place > 0 {
		w[place] += b.factor
	}
	return b
}

func (d *double) lapseBack(step *doubleStep, by State, w *[34]float64) (before State, byR, byR1 float64) {
	before.Difficulty, byR = d.difficultyBack(step, Again, by.Difficulty, w)
	from := step.from
	if step.fail.Short == shortOfLasting*step.fail.Stability { // held by the lasting trace
		by.Stability += shortOfLasting * by.Short
	} else {
		before.Short, byR1 = d.remnantBack(step, 1, short, from.Short, step.fading.r1, by.Short, w)
	}
	s, r := d.remnantBack(step, 0, lasting, from.Stability, step.fading.r, by.Stability, w)
	before.Stability = s
	return before, byR + r, byR1
}

// remnantBack returns the derivatives by the stability before and by recall.
func (d *double) remnantBack(step *doubleStep, i, at int, s, r, by float64, w *[34]float64) (before, byR float64) {
	if step.remnant[i].left >= s { // nothing was lost
		return by, 0
	}
	tr := &d.m.traces[i]
	b := step.remnant[i].back(s, r, tr.left, tr.power, tr.leftByShock, by)
	w[at+3] += b.left
	w[at+4] += b.power
	w[at+5] += b.shock
	return b.s, b.r
}
