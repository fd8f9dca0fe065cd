package view

// place lays a part and all below it into a rectangle.
func (l *layouter) place(p *Part, r Rect, clip Rect) *Box {
	b := &Box{Part: p, Rect: r, Clip: clip}
	padX, padY, _ := frame(p)
	inner := Rect{r.X + padX, r.Y + padY, max(0, r.W-2*padX), max(0, r.H-2*padY)}
	kids := l.shown(p, r.W)
	switch {
	case p.Role == Field && len(p.Slots) > 0:
		b.Slots = slots(p.Slots, inner)
	case p.Role == Picture && p.Chart != nil:
		b.Plot = l.plotted(p.Chart, Rect{inner.X - r.X, inner.Y - r.Y, inner.W, inner.H})
	case len(kids) == 0:
		b.Lines = l.text(p, inner)
	case axis(p, r.W) == Across:
		l.placeAcross(b, kids, inner)
	default:
		if p.Role == Table {
			l.table(kids, inner.W)
		}
		l.placeDown(b, kids, inner)
	}
	return b
}

func (l *layouter) placeAcross(b *Box, kids []*Part, inner Rect) {
	y := inner.Y
	rows := l.rows(b.Part, kids, inner.W)
	for _, row := range rows {
		height := row.height
		if len(rows) == 1 {
			height = inner.H
		}
		used := b.Layout.Gap * float64(len(row.kids)-1)
		for _, w := range row.widths {
			used += w
		}
		x, gap := along(b.Layout.Justify, inner.X, inner.W-used, b.Layout.Gap, len(row.kids))
		for i, k := range row.kids {
			h := l.height(k, row.widths[i])
			ky := y
			switch b.Layout.Align {
			case Stretch:
				h = height
			case Center:
				ky += (height - h) / 2
			case End:
				ky += height - h
			}
			b.Kids = append(b.Kids, l.place(k, Rect{x, ky, row.widths[i], h}, b.Clip))
			x += row.widths[i] + gap
		}
		y += row.height + b.Layout.Gap
	}
}

func (l *layouter) placeDown(b *Box, kids []*Part, inner Rect) {
	left := inner.H - b.Layout.Gap*float64(len(kids)-1)
	grow := 0.0
	widths, heights := make([]float64, len(kids)), make([]float64, len(kids))
	for i, k := range kids {
		widths[i] = l.childWidth(b.Part, k, inner.W)
		heights[i] = l.height(k, widths[i])
		left -= heights[i]
		grow += k.Layout.Grow
	}
	left = max(0, left)
	y, gap := inner.Y, b.Layout.Gap
	if grow == 0 {
		y, gap = along(b.Layout.Justify, inner.Y, left, b.Layout.Gap, len(kids))
	}
	for i, k := range kids {
		if grow > 0 {
			heights[i] += left * k.Layout.Grow / grow
		}
		x := inner.X
		switch {
		case b.Layout.Align == Center || k.Layout.Center:
			x += (inner.W - widths[i]) / 2
		case b.Layout.Align == End:
			x += inner.W - widths[i]
		}
		b.Kids = append(b.Kids, l.place(k, Rect{x, y, widths[i], heights[i]}, b.Clip))
		y += heights[i] + gap
	}
}

// along returns where the first of n children starts and the gap between them, with left to spare.
func along(place Place, start, left, gap float64, n int) (first, between float64) {
	left = max(0, left)
	switch place {
	case Center:
		return start + left/2, gap
	case End:
		return start + left, gap
	case Between:
		if n > 1 {
			return start, gap + left/float64(n-1)
		}
	}
	return start, gap
}
