package exam

import "math"

// Forecast is what a plan expects. Shares are of the exam, 0 to 1.
type Forecast struct {
	// Share is expected to be known on the exam day; with four chances of five it is from Low to High.
	Share, Low, High float64
	// Days are the shares known day by day, in steps of Step days, today first and the exam day last, with the same
	// bounds.
	Days []Point
	Step int
	// More is what ten minutes more a day would add to Share, never less than 0.
	More float64
}

// Point is a share with its bounds.
type Point struct{ Share, Low, High float64 }

// width is the half of an interval that holds four fifths of a normal distribution, in standard deviations.
const width = 1.2816

// Forecast tells what the plan comes to for a learner who is in some doubt. It costs a few microseconds.
func (p *Plan) Forecast(d Doubt) Forecast {
	if len(p.futures) < 2*futures {
		return Forecast{} // there are no cards
	}
	f := Forecast{Step: p.step}
	for at := range p.steps + 1 {
		f.Days = append(f.Days, p.point(at, d))
	}
	last := f.Days[p.steps]
	f.Share, f.Low, f.High = last.Share, last.Low, last.High
	for i := range futures {
		f.More += max(0, p.futures[futures+i].shares[p.steps]-p.futures[i].shares[p.steps]) / futures
	}
	return f
}

// point is what is known after some steps.
func (p *Plan) point(at int, d Doubt) Point {
	var mean, square, now, slope, variance, unmet float64
	for i := range futures {
		f := &p.futures[i]
		share := f.shares[at]
		mean += share / futures
		square += share * share / futures
		now += f.shares[0] / futures
		slope += f.slope / futures
		variance += f.variance / futures
		unmet += f.unmet / futures
	}
	// What has still to come is in more doubt than what is so.
	far := float64(at) / float64(p.steps)
	paths := max(0, square-mean*mean) * futures / (futures - 1)
	shift := slope * math.Hypot(d.ShiftOff, far*ahead)
	pace := (mean - now) * d.PaceOff
	known := unmet * d.KnownOff
	mean = moved(mean, slope*d.Shift)
	off := width * math.Sqrt(variance+paths+shift*shift+pace*pace+known*known)
	return Point{mean, max(mean-off, 0), min(mean+off, 1)}
}

// moved is a share moved by so much, on the scale of its logit, so that it stays one.
func moved(share, by float64) float64 {
	if !(share > 0 && share < 1) {
		return share
	}
	odds := share / (1 - share) * math.Exp(by/(share*(1-share)))
	return 1 - 1/(1+odds)
}

// ahead is the standard deviation of the shift that recall on the exam day has beside that of the answers so far, in
// simulated learners.
const ahead = 0.4
