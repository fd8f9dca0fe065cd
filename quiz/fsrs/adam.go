package fsrs

import "math"

// adam is the optimizer of Kingma and Ba (Adam: a method for stochastic
// optimization, 2015), with steps that shrink along half a cosine.
type adam struct {
	rate            float64 // of the first step
	steps           int     // in all
	byShare         int     // so many weights move by shares of themselves
	taken           int
	mean, square    []float64 // moving averages of the slopes and their squares
	biased, biased2 float64   // β1 and β2 to the power of taken
}

const beta1, beta2 = 0.9, 0.999

func newAdam(r *recipe, steps int) adam {
	return adam{
		rate: r.rate, steps: steps, byShare: r.byShare,
		mean: make([]float64, len(r.usual)), square: make([]float64, len(r.usual)),
		biased: 1, biased2: 1,
	}
}

// step moves w against the slopes.
func (a *adam) step(w, slopes []float64) {
	rate := a.rate * (1 + math.Cos(math.Pi*min(1, float64(a.taken)/float64(a.steps)))) / 2
	a.taken++
	a.biased *= beta1
	a.biased2 *= beta2
	for i, slope := range slopes {
		if i < a.byShare { // the slope by the logarithm
			slope *= w[i]
		}
		a.mean[i] = beta1*a.mean[i] + (1-beta1)*slope
		a.square[i] = beta2*a.square[i] + (1-beta2)*slope*slope
		move := rate * a.mean[i] / (1 - a.biased) / (math.Sqrt(a.square[i]/(1-a.biased2)) + 1e-8)
		if i < a.byShare {
			w[i] *= math.Exp(-move)
		} else {
			w[i] -= move
		}
	}
}
