package view

// touchHeight is the least height of what can be pressed, so that a thumb hits it.
const touchHeight = 48

// layouter lays out one page. It remembers what it has measured: a part is asked for its size once by
// each of those above it.
type layouter struct {
	faces    Faces
	keyboard bool
	widths   map[measure]float64
	heights  map[measure]float64
	texts    map[measure][]Line
	columns  map[*Part][]float64 // of a table's row
	folds    map[measure][]*Part // the rows that a table shows
}

// measure is a part in a width.
type measure struct {
	part  *Part
	width float64
}

func newLayouter(faces Faces, keyboard bool) *layouter {
	return &layouter{
		faces:    faces,
		keyboard: keyboard,
		widths:   make(map[measure]float64),
		heights:  make(map[measure]float64),
		texts:    make(map[measure][]Line),
		columns:  make(map[*Part][]float64),
		folds:    make(map[measure][]*Part),
	}
}

// frame returns the padding left and right, above and below, and the least height: the part's own
// and what its role asks for. What can be pressed is at least 48 high.
func frame(p *Part) (padX, padY, minH float64) {
	padX, padY, minH = p.Layout.Pad+p.Layout.PadX, p.Layout.Pad, p.Layout.MinH
	bare := p.Layout.Pad == 0
	switch p.Role {
	case Button, Field, Choice:
		if len(p.Slots) > 0 {
			return padX, padY, max(minH, slotHeight)
		}
		if bare {
			padX, padY = padX+16, 8
		}
		minH = max(minH, touchHeight)
	case Item:
		if p.ID != "" {
			minH = max(minH, touchHeight)
			if bare {
				padX, padY = padX+12, 8
			}
		}
	case Chip:
		padX, padY = padX+8, padY+2
	case KeyCap:
		padX, padY = padX+6, padY+1
	case Dialog:
		padX, padY = padX+24, padY+24
	}
	return padX, padY, minH
}

// shown returns the children that are laid out in a width.
func (l *layouter) shown(p *Part, width float64) []*Part {
	kids := make([]*Part, 0, len(p.Children))
	for i := range p.Children {
		k := &p.Children[i]
		if k.Role == KeyCap && !l.keyboard || k.Layout.Beside && axis(p, width) != Across || width < k.Layout.FromW {
			continue
		}
		kids = append(kids, k)
	}
	if p.Role == Table {
		padX, _, _ := frame(p)
		return l.fold(p, kids, max(0, width-2*padX))
	}
	return kids
}

// axis is the direction of the children in the width there is.
func axis(p *Part, width float64) Axis {
	if p.Role == Table {
		return Down
	}
	if p.Layout.SideBy > 0 {
		if width >= p.Layout.SideBy {
			return Across
		}
		return Down
	}
	return p.Layout.Axis
}

// width is what the part would take of avail, its content on as few lines as it can be.
func (l *layouter) width(p *Part, avail float64) float64 {
	if p.Layout.Width > 0 {
		return min(p.Layout.Width, avail)
	}
	if p.Layout.MaxW > 0 {
		avail = min(avail, p.Layout.MaxW)
	}
	key := measure{p, avail}
	w, ok := l.widths[key]
	if !ok {
		padX, _, _ := frame(p)
		w = l.contentWidth(p, max(0, avail-2*padX), avail) + 2*padX
		w = min(avail, max(p.Layout.MinW, w))
		l.widths[key] = w
	}
	return w
}

func (l *layouter) contentWidth(p *Part, inner, avail float64) float64 {
	w := 0.0
	kids := l.shown(p, avail)
	switch {
	case p.Role == Mark:
		return l.faces.Height(p.Style)
	case p.Role == Progress || p.Role == Rule || p.Role == Field || p.Role == Picture:
		return inner
	case len(kids) == 0:
		for _, line := range l.lines(p, inner) {
			w = max(w, lineWidth(line))
		}
		if p.Role == KeyCap {
			w = max(w, l.faces.Width("0", p.Style, false)+4)
		}
	case p.Role == Table:
		w = l.table(kids, inner)
	case axis(p, avail) == Across:
		for _, k := range kids {
			w += l.width(k, inner)
		}
		w = max(w+p.Layout.Gap*float64(len(kids)-1), p.Layout.SideBy)
	default:
		for _, k := range kids {
			w = max(w, l.width(k, inner))
		}
	}
	return w
}

// height is what the part takes in a given width.
func (l *layouter) height(p *Part, width float64) float64 {
	key := measure{p, width}
	h, ok := l.heights[key]
	if !ok {
		padX, padY, minH := frame(p)
		h = max(minH, l.contentHeight(p, max(0, width-2*padX), width)+2*padY)
		l.heights[key] = h
	}
	return h
}

func (l *layouter) contentHeight(p *Part, inner, width float64) float64 {
	h := 0.0
	kids := l.shown(p, width)
	switch {
	case p.Role == Progress:
		return 8
	case p.Role == Rule:
		return 1
	case p.Role == Picture && p.Chart != nil:
		return l.chartHeight(p.Chart, inner)
	case p.Role == Mark || p.Role == Field:
		return l.faces.Height(p.Style)
	case len(kids) == 0:
		return float64(len(l.lines(p, inner))) * l.faces.Height(p.Style)
	case axis(p, width) == Across:
		for _, row := range l.rows(p, kids, inner) {
			h += row.height + p.Layout.Gap
		}
		return h - p.Layout.Gap
	case p.Role == Table:
		l.table(kids, inner)
	}
	for i, k := range kids {
		if i > 0 {
			h += p.Layout.Gap
		}
		h += l.height(k, l.childWidth(p, k, inner))
	}
	return h
}

// childWidth is the width of a child of a column: all of it, unless it is placed otherwise.
func (l *layouter) childWidth(p, child *Part, inner float64) float64 {
	if child.Layout.Width > 0 {
		return min(child.Layout.Width, inner)
	}
	if p.Layout.Align != Stretch && p.Role != Table {
		return l.width(child, inner)
	}
	if child.Layout.MaxW > 0 {
		return min(child.Layout.MaxW, inner)
	}
	return inner
}
