package fsrs

// Parameters are the 21 weights w0…w20 of FSRS-6, in the published order:
//
//	 0– 3  stability after a first Again, Hard, Good, Easy, in days
//	 4– 7  difficulty: at first, by first grade, by later grade, pull to the mean
//	 8–10  stability after a recall
//	11–14  stability after a lapse
//	15–16  factor of Hard and of Easy after a recall
//	17–19  stability after a repeat on the same day
//	   20  how steeply recall falls with time
//
// The zero Parameters are not valid; begin with [DefaultParameters].
type Parameters [21]float64

// DefaultParameters returns the published defaults, the best single set for
// many thousands of learners.
func DefaultParameters() Parameters {
	return Parameters{
		0.212, 1.2931, 2.3065, 8.2956,
		6.4133, 0.8334, 3.0194, 0.001,
		1.8722, 0.1666, 0.796,
		1.4835, 0.0614, 0.2629, 1.6483,
		0.6014, 1.8729,
		0.5425, 0.0912, 0.0658,
		0.1542,
	}
}

// Bounds returns the least and the greatest value of each parameter, both
// allowed. They are the ones fsrs-rs keeps when fitting; within them no review
// can drive a state out of bounds.
func Bounds() (low, high Parameters) {
	low = Parameters{
		0.001, 0.001, 0.001, 0.001,
		1, 0.001, 0.001, 0.001,
		0, 0, 0.001,
		0.001, 0.001, 0.001, 0,
		0, 1,
		0, 0, 0.01,
		0.1,
	}
	high = Parameters{
		100, 100, 100, 100,
		10, 4, 4, 0.75,
		4.5, 0.8, 3.5,
		5, 0.25, 0.9, 4,
		1, 6,
		2, 2, 0.8,
		0.8,
	}
	return low, high
}
