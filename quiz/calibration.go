package quiz

import (
	"math"

	"coderounds/quiz/fsrs"
)

// calibrationBins is how many bins of predicted recall there are, each a tenth wide.
const calibrationBins = 10

// Calibration holds predicted recall against the answers that followed: of each card the first answer of a day, if the
// card was met on a day before. The memory's model of now made the predictions, from the reviews before each answer.
type Calibration struct{ bins [calibrationBins]Tested }

// Tested is what came of the answers whose predicted recall lay from Low to below High.
type Tested struct {
	Low, High float64
	Answers   int
	// Right is how many were right, luck included.
	Right int

	predicted float64 // sum of the predictions
	sure      float64 // sum of 1 − the chance of a lucky guess
	lucky     float64 // sum of that chance
	weight    float64 // how many answers without luck would tell as much
}

// add takes an answer in. Cost: some nanoseconds.
func (c *Calibration) add(predicted, luck float64, right bool) {
	b := &c.bins[min(calibrationBins-1, max(0, int(predicted*calibrationBins)))]
	b.Answers++
	if right {
		b.Right++
	}
	b.predicted += predicted
	b.sure += 1 - luck
	b.lucky += luck
	// The information about R in an answer that is right with p = g + (1−g)R is (1−g)²/(p(1−p)); without luck it is
	// 1/(R(1−R)). The ratio is (1−g)·R/p.
	b.weight += (1 - luck) * fsrs.Recalled(predicted, luck)
}

// Tested returns the bins that hold answers, from the least recall up. Calibration is the memory's own.
func (c *Calibration) Tested() []Tested {
	var held []Tested
	for i, b := range c.bins {
		if b.Answers > 0 {
			b.Low, b.High = float64(i)/calibrationBins, float64(i+1)/calibrationBins
			held = append(held, b)
		}
	}
	return held
}

// All is the same of all answers together.
func (c *Calibration) All() Tested {
	all := Tested{High: 1}
	for _, b := range c.bins {
		all.Answers += b.Answers
		all.Right += b.Right
		all.predicted += b.predicted
		all.sure += b.sure
		all.lucky += b.lucky
		all.weight += b.weight
	}
	return all
}

// Predicted is the mean of the predictions, 0 to 1; 0 without answers.
func (t Tested) Predicted() float64 { return t.predicted / float64(max(1, t.Answers)) }

// Recalled is the share recalled, 0 to 1: of those right, luck is taken away as it is expected, since
// right = g + (1−g)·recalled where one of 1/g options is right by luck.
func (t Tested) Recalled() float64 {
	if t.sure == 0 {
		return 0
	}
	return min(1, max(0, (float64(t.Right)-t.lucky)/t.sure))
}

// Interval returns the bounds of what recall there was, with a confidence of 95 %, by Wilson's score interval (1927) for as
// many answers without luck as tell the same.
func (t Tested) Interval() (low, high float64) {
	const z = 1.959964
	n, r := t.weight, t.Recalled()
	if n <= 0 {
		return 0, 1
	}
	middle := (r + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(r*(1-r)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}

// Calibration returns how well recall was predicted so far.
func (m *Memory) Calibration() *Calibration { return &m.tested }
