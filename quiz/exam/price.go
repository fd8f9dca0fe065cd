package exam

import "math"

// price is the price of a minute on each day: level + rise/√steps, in units of the exam's share that a minute is if all cards
// are asked once.
type price struct{ level, rise float64 }

func (p price) at(steps int) float64 { return p.level + p.rise/math.Sqrt(float64(steps)) }

// search looks for the price at which the bound is least. The bound is convex, so going downhill finds it.
type search struct {
	at, width price
	least     float64
	way       int // of the four: level up and down, rise up and down
	failed    int // ways in a row
	left      int // tries
}

// tries are how often a price is tried.
const tries = 13

func newSearch() *search {
	return &search{at: price{0.12, 0.2}, width: price{0.05, 0.1}, least: math.Inf(1), failed: -1, left: tries}
}

// try is the price to be tried next.
func (s *search) try() price {
	p := s.at
	if s.failed < 0 { // the first try is where we are
		return p
	}
	switch s.way {
	case 0:
		p.level += s.width.level
	case 1:
		p.level = max(0, p.level-s.width.level)
	case 2:
		p.rise += s.width.rise
	case 3:
		p.rise = max(0, p.rise-s.width.rise)
	}
	return p
}

// judge takes in the bound at the price tried, and reports whether to try another.
func (s *search) judge(bound float64) bool {
	switch {
	case bound < s.least:
		s.at, s.least, s.failed = s.try(), bound, 0
	default:
		s.failed++
		s.way = (s.way + 1) % 4
		if s.failed == 4 {
			s.width, s.failed = price{s.width.level / 2, s.width.rise / 2}, 0
		}
	}
	s.left--
	return s.left > 0
}
