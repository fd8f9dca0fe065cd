package fsrs

// recipe is how a model is fitted.
type recipe struct {
	epochs  int
	batch   int       // scored reviews before each step
	rate    float64   // of the first step
	pull    float64   // towards usual, of Σ(w−usual)²/spread²
	usual   []float64 // the published defaults: where to start
	spread  []float64 // by how much learners differ
	byShare int       // so many of the first weights move by shares of themselves
}

// The first four weights are the first stabilities. They span orders of
// magnitude and so move by shares; fsrs-rs searches for them beforehand.
const firstStabilities = 4

// batch is the number of scored reviews, of n, that go into one step: 512 as in
// fsrs-rs, but fewer of a short log, which would else be hardly moved at all.
func batch(n int) int { return min(512, max(32, n/8)) }

// recipe6 fits FSRS-6 to n scored reviews. Rate, pull and spread are those of
// fsrs-rs 6.6.1, which takes 5 epochs; 8 were better on both reference logs, in
// sample and out of sample, and 10 to 20 little better than 8.
func recipe6(n int) recipe {
	usual := DefaultParameters()
	return recipe{
		epochs: 8, batch: batch(n), rate: 0.04, pull: 1, usual: usual[:], byShare: firstStabilities,
		spread: []float64{
			6.43, 9.66, 17.58, 27.85,
			0.57, 0.28, 0.6, 0.12,
			0.39, 0.18, 0.33,
			0.3, 0.09, 0.16, 0.57,
			0.25, 1.03,
			0.31, 0.32, 0.14,
			0.27,
		},
	}
}

// recipe7 fits FSRS-7. Pull and spread are srs-benchmark's, which takes 9
// epochs from a rate of 0.0118. On the reference logs 15 in batches of 512 from
// 0.02 were better, and 6 in batches of 256 from 0.025 as good in less than half
// the time; over short logs, which have few batches, 15 are gone. The first
// stabilities are as good as free.
func recipe7(n int) recipe {
	usual := DefaultDualParameters()
	const free = 9999
	epochs := 6
	if n < 2000 {
		epochs = 15
	}
	return recipe{
		epochs: epochs, batch: min(256, batch(n)), rate: 0.025, pull: 1. / 3, usual: usual[:], byShare: firstStabilities,
		spread: []float64{
			free, free, free, free,
			0.523, 0.2528, 0.4329,
			0.2966, 0.2139, 0.2889, 0.1862, 0.175, 0.3812, 0.3013, 0.9104,
			0.3234, 0.2448, 0.3273, 0.1842, 0.1735, 0.4608, 0.311, 0.864,
			0.0418, 0.2596, 0.0798, 0.0682, 0.1282, 0.1397, 0.1407, 0.1489, 0.2, 0.15, 0.15,
		},
	}
}
