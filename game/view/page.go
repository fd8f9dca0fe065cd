package view

import "slices"

// Room is what a tree is laid out in.
type Room struct {
	// W and H are the size of the screen in CSS pixels, divided by the player's text size.
	W, H float64
	// Scroll is how far the page is scrolled down, and Asked how far its open dialog is.
	Scroll, Asked float64
	// Keyboard tells that key caps are worth showing, where there is room for them.
	Keyboard bool
}

// Margins of a page, and its widths: what is read stays within 720; a page with a side panel asks for 1080.
const (
	narrowMargin = 16
	wideMargin   = 32
	wideFrom     = 600
	pageWidth    = 720
	headGap      = 12
	dialogWidth  = 440
)

// Result is a laid-out tree.
type Result struct {
	Root *Box
	// Body is the part of the screen that scrolls, Content the height of what is in it, and Scroll how far
	// it is scrolled. While a dialog is open, that is what scrolls.
	Body            Rect
	Content, Scroll float64
}

// MaxScroll is how far the page can be scrolled.
func (r Result) MaxScroll() float64 { return max(0, r.Content-r.Body.H) }

// capsFrom is the width from which key caps are shown: a narrower screen is a phone, or its text is large.
const capsFrom = 480

// Lay places a page and all in it. Head children keep to the top of the screen and Foot children to
// the bottom, each in their order; what is between them scrolls as one. Where they would take more than
// half the screen, all of it scrolls. A Dialog lies over the middle.
// A part hands at most its own width down to its children. The cost is linear in the number of parts.
func Lay(page *Part, room Room, faces Faces) Result {
	l := newLayouter(faces, room.Keyboard && room.W >= capsFrom)
	screen := Rect{W: room.W, H: room.H}
	margin := float64(narrowMargin)
	if room.W >= wideFrom {
		margin = wideMargin
	}
	width := float64(pageWidth)
	if page.Layout.MaxW > 0 {
		width = page.Layout.MaxW
	}
	width = min(width, max(0, room.W-2*margin))
	column := Rect{X: (room.W - width) / 2, W: width}

	head, body, foot, dialog := regions(page)
	if l.stacked(head, width)+l.stacked(foot, width) > room.H/2 {
		head, foot, body.Children = nil, nil, slices.Concat(values(head), body.Children, values(foot))
	}
	root := &Box{Part: page, Rect: screen, Clip: screen}
	top, bottom := l.stacked(head, width), room.H-l.stacked(foot, width)
	result := Result{Root: root, Body: Rect{0, top, room.W, max(0, bottom-top)}}
	l.stack(root, head, column, screen, 0)
	l.body(&result, body, column, margin, room.Scroll)
	l.stack(root, foot, column, screen, bottom)
	if dialog != nil {
		l.dialog(&result, dialog, screen, margin, room.Asked)
	}
	return result
}

// scroll moves what scrolls up by so much, as another Lay would.
func (r *Result) scroll(by float64) {
	r.Scroll += by
	for _, k := range r.Root.Kids {
		if k.scrolls {
			k.Each(func(b *Box) { b.rise(by) })
		}
	}
}

// regions sorts a page's children by where they stay.
func regions(page *Part) (head []*Part, body Part, foot []*Part, dialog *Part) {
	body.Layout = Layout{Gap: page.Layout.Gap, Align: page.Layout.Align, Justify: page.Layout.Justify}
	for i := range page.Children {
		child := &page.Children[i]
		switch {
		case child.Role == Dialog:
			dialog = child
		case child.Layout.Head:
			head = append(head, child)
		case child.Layout.Foot:
			foot = append(foot, child)
		default:
			body.Children = append(body.Children, *child)
		}
	}
	return head, body, foot, dialog
}

func values(parts []*Part) []Part {
	all := make([]Part, len(parts))
	for i, p := range parts {
		all[i] = *p
	}
	return all
}

// stacked is the height of what does not scroll.
func (l *layouter) stacked(parts []*Part, width float64) float64 {
	h := 0.0
	for _, p := range parts {
		h += l.height(p, width) + 2*headGap
	}
	return h
}

// stack places what does not scroll, from y down.
func (l *layouter) stack(root *Box, parts []*Part, column, clip Rect, y float64) {
	for _, p := range parts {
		h := l.height(p, column.W)
		root.Kids = append(root.Kids, l.place(p, Rect{column.X, y + headGap, column.W, h}, clip))
		y += h + 2*headGap
	}
}

// body places what scrolls.
func (l *layouter) body(r *Result, body Part, column Rect, margin, scroll float64) {
	if len(body.Children) == 0 {
		return
	}
	h := l.height(&body, column.W)
	r.Content = h + 2*margin
	r.Scroll = min(max(0, scroll), r.MaxScroll())
	area := Rect{column.X, r.Body.Y + margin - r.Scroll, column.W, max(h, r.Body.H-2*margin)}
	for _, k := range l.place(&body, area, r.Body).Kids {
		k.scrolls = true
		r.Root.Kids = append(r.Root.Kids, k)
	}
}

// dialog places a dialog over the page, which scrolls no more.
func (l *layouter) dialog(r *Result, p *Part, screen Rect, margin, scroll float64) {
	for _, k := range r.Root.Kids {
		k.scrolls = false
	}
	w := min(dialogWidth, max(0, screen.W-2*margin))
	h := l.height(p, w)
	r.Body, r.Content = screen, h+2*margin
	r.Scroll = min(max(0, scroll), r.MaxScroll())
	box := l.place(p, Rect{(screen.W - w) / 2, max(margin, (screen.H-h)/2) - r.Scroll, w, h}, screen)
	box.scrolls = true
	r.Root.Kids = append(r.Root.Kids, box)
}
