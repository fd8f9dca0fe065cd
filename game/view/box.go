package view

// Rect is a rectangle in CSS pixels, y downward.
type Rect struct{ X, Y, W, H float64 }

// Contains tells whether a point lies in r.
func (r Rect) Contains(x, y float64) bool { return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H }

// Intersect returns what r and o share; its W or H is 0 when they share nothing.
func (r Rect) Intersect(o Rect) Rect {
	x, y := max(r.X, o.X), max(r.Y, o.Y)
	return Rect{x, y, max(0, min(r.X+r.W, o.X+o.W)-x), max(0, min(r.Y+r.H, o.Y+o.H)-y)}
}

// Inset returns r made smaller by d on each side.
func (r Rect) Inset(d float64) Rect { return Rect{r.X + d, r.Y + d, max(0, r.W-2*d), max(0, r.H-2*d)} }

// Box is a part with its place: what is drawn and hit.
type Box struct {
	*Part
	Rect Rect
	// Clip is what may be seen of it: the screen, or the part of it that scrolls.
	Clip Rect
	// Lines is the text of the part, broken to fit.
	Lines []Line
	// Slots are the boxes of a Field's characters, when it has such.
	Slots []Rect
	// Plot is a Picture's chart with its places.
	Plot *Plot
	Kids []*Box

	scrolls bool // it is a child of the page, and so does all in it
}

// rise moves the box up.
func (b *Box) rise(by float64) {
	b.Rect.Y -= by
	for i := range b.Lines {
		b.Lines[i].Y -= by
	}
	for i := range b.Slots {
		b.Slots[i].Y -= by
	}
}

// Line is one line of text. Y is the top of the line's box; H its height.
type Line struct {
	X, Y, H float64
	Runs    []Run
}

// Run is a piece of a line in one face, X from the left edge of the screen.
type Run struct {
	Text string
	Bold bool
	X, W float64
}

// Faces measures text: the fonts of the screen, or a [Typewriter].
type Faces interface {
	// Width of text in one line, in CSS pixels.
	Width(text string, style Style, bold bool) float64
	// Height of one line, leading included.
	Height(style Style) float64
}

// Each calls do for the box and all below it, in drawing order.
func (b *Box) Each(do func(*Box)) {
	do(b)
	for _, k := range b.Kids {
		k.Each(do)
	}
}

// Find returns the box of the part with the id, or nil.
func (b *Box) Find(id string) *Box {
	if id == "" {
		return nil
	}
	var found *Box
	b.Each(func(k *Box) {
		if k.ID == id {
			found = k
		}
	})
	return found
}

// At returns the innermost visible focusable box at a point, or nil.
func (b *Box) At(x, y float64) *Box {
	var found *Box
	b.top().Each(func(k *Box) {
		if k.Focusable() && k.Rect.Contains(x, y) && k.Clip.Contains(x, y) {
			found = k
		}
	})
	return found
}

// top returns the box that holds the focus: the open dialog, or b itself.
func (b *Box) top() *Box {
	top := b
	b.Each(func(k *Box) {
		if k.Role == Dialog {
			top = k
		}
	})
	return top
}

// Order returns the ids of the focusable parts in reading order; while a dialog is open, only its own.
func (b *Box) Order() []string {
	var ids []string
	b.top().Each(func(k *Box) {
		if k.Focusable() {
			ids = append(ids, k.ID)
		}
	})
	return ids
}
