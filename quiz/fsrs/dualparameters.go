package fsrs

import "fmt"

// DualParameters are the 34 weights w0…w33 of FSRS-7, in the published order:
//
//	 0– 3  stability after a first Again, Hard, Good, Easy, in days
//	 4– 6  difficulty: at first, by first grade, by later grade
//	 7–14  the lasting trace: 3 for a recall, 3 for a lapse, factor of Hard and of Easy
//	15–22  the short trace: the same
//	23–33  how the two fall with time, and which of them counts
//
// The zero DualParameters are not valid; begin with [DefaultDualParameters].
type DualParameters [34]float64

// The places of the two traces' weights.
const (
	lasting = 7
	short   = 15
)

// DefaultDualParameters returns the published defaults.
func DefaultDualParameters() DualParameters {
	return DualParameters{
		0.1104, 2.2395, 3.9221, 11.7841,
		6.1686, 0.6457, 3.6807,
		1.9795, 0, 1.3826, 0.7024, 0.5999, 0.8146, 0.6398, 1,
		1.3207, 0.6707, 3.8668, 0.4416, 0.0934, 1.8631, 0.6162, 1.0869,
		0.1567, 0.0801, 0.2421, 0.9464, 0.1433, 0.7145, 0, 0.5667, 0.3734, 0.5333, 0.3048,
	}
}

// DualBounds returns the least and the greatest value of each parameter, both
// allowed. Besides, w0 ≤ w1 ≤ w2 ≤ w3 and w25 ≤ w26.
func DualBounds() (low, high DualParameters) {
	low = DualParameters{
		1e-4, 1e-4, 1e-4, 1e-4,
		1, 0.001, 0.1,
		0, 0, 0.3, 0.01, 0.1, 0, 0, 1,
		0, 0, 0.5, 0.001, 0.001, 0, 0, 1,
		0.01, 0.01, 0.2, 0.5, 0.01, 0.1, 0, 0.1, 0, 0, 0,
	}
	high = DualParameters{
		50, 100, 100, 100,
		10, 4, 4,
		4, 1.2, 3, 1.5, 1, 3.5, 1, 7,
		4, 2, 6, 1.5, 1, 5, 1, 7,
		0.25, 0.95, 0.85, 0.99, 1, 1, 0.9, 1.1, 1, 0.6, 0.6,
	}
	return low, high
}

// inOrder are pairs of which the first weight may not exceed the second.
var inOrder = [...][2]int{{0, 1}, {1, 2}, {2, 3}, {25, 26}}

func (p *DualParameters) check() error {
	low, high := DualBounds()
	usual := DefaultDualParameters()
	if err := checkBounds(p[:], low[:], high[:], usual[:]); err != nil {
		return err
	}
	for _, pair := range inOrder {
		if i, j := pair[0], pair[1]; p[i] > p[j] {
			return fmt.Errorf("check fsrs parameters: w%d is %v, must not exceed w%d, which is %v; use the defaults %v and %v",
				i, p[i], j, p[j], usual[i], usual[j])
		}
	}
	return nil
}
