package view

// Measures of a field with a box for each character.
const (
	slotWidth  = 44
	slotHeight = 56
	slotGap    = 6
	slotBreak  = 18 // between groups, where the dot is drawn
)

// slots places the boxes of a field's characters in a rectangle, from the left. They shrink to fit.
func slots(groups []int, r Rect) []Rect {
	n, rest := 0, 0.0
	for i, g := range groups {
		n += g
		rest += slotGap * float64(max(0, g-1))
		if i > 0 {
			rest += slotBreak
		}
	}
	if n == 0 {
		return nil
	}
	w := max(1, min(slotWidth, (r.W-rest)/float64(n)))
	all := make([]Rect, 0, n)
	x := r.X
	for i, g := range groups {
		if i > 0 {
			x += slotBreak - slotGap
		}
		for range g {
			all = append(all, Rect{x, r.Y, w, r.H})
			x += w + slotGap
		}
	}
	return all
}
