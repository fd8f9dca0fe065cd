package view

// Room is what a tree is laid out in.
type Room struct {
	// W and H are the size of the screen in CSS pixels, divided by the player's text size.
	W, H float64
	// Scroll is how far the page is scrolled down.
	Scroll float64
	// Keyboard tells that key caps are worth showing.
	Keyboard bool
}

// Margins of a page, and its widths: what is read stays within 720, a page with a side panel within 1080.
const (
	narrowMargin = 16
	wideMargin   = 32
	wideFrom     = 600
	headGap      = 8
	touchHeight  = 48
	dialogWidth  = 440
)

// Result is a laid-out tree.
type Result struct {
	Root *Box
	// Body is the part of the screen that scrolls, and Content the height of what is in it.
	Body    Rect
	Content float64
}

// MaxScroll is how far the page can be scrolled.
func (r Result) MaxScroll() float64 { return max(0, r.Content-r.Body.H) }

// Lay places a page and all in it. Head and Foot children keep to the top and the bottom of the
// screen; what is between them scrolls as one. A Dialog lies
// over the middle. Cost grows with the number of parts times their depth.
func Lay(page *Part, room Room, faces Faces) Result {
	l := layouter{faces: faces, keyboard: room.Keyboard}
	screen := Rect{W: room.W, H: room.H}
	root := &Box{Part: page, Rect: screen, Clip: screen}
	margin := float64(narrowMargin)
	if room.W >= wideFrom {
		margin = wideMargin
	}
	width := room.W - 2*margin
	if page.Layout.MaxW > 0 {
		width = min(width, page.Layout.MaxW)
	}
	column := Rect{X: (room.W - width) / 2, W: width}

	top, bottom := 0.0, room.H
	var body []*Part
	var dialog *Part
	for i := range page.Children {
		child := &page.Children[i]
		switch {
		case child.Layout.Head:
			h := l.height(child, width)
			root.Kids = append(root.Kids, l.place(child, Rect{column.X, top + headGap, width, h}, screen))
			top += h + 2*headGap
		case child.Layout.Foot:
			h := l.height(child, width)
			bottom -= h + 2*headGap
			root.Kids = append(root.Kids, l.place(child, Rect{column.X, bottom + headGap, width, h}, screen))
		case child.Role == Dialog:
			dialog = child
		default:
			body = append(body, child)
		}
	}
	result := Result{Root: root, Body: Rect{0, top, room.W, max(0, bottom-top)}}
	l.body(&result, page, body, column, margin, room.Scroll)
	if dialog != nil {
		w := min(dialogWidth, room.W-2*margin)
		h := l.height(dialog, w)
		at := Rect{(room.W - w) / 2, max(margin, (room.H-h)/2), w, h}
		root.Kids = append(root.Kids, l.place(dialog, at, screen))
	}
	return result
}

// body places what scrolls, before the foot in reading order.
func (l *layouter) body(r *Result, page *Part, parts []*Part, column Rect, margin, scroll float64) {
	inner := Part{Layout: Layout{Axis: Down, Gap: page.Layout.Gap, Justify: page.Layout.Justify}}
	for _, p := range parts {
		inner.Children = append(inner.Children, *p)
	}
	h := l.height(&inner, column.W)
	r.Content = h + 2*margin
	scroll = min(max(0, scroll), r.MaxScroll())
	area := Rect{column.X, r.Body.Y + margin - scroll, column.W, max(h, r.Body.H-2*margin)}
	laid := l.place(&inner, area, r.Body)
	at := 0
	for at < len(r.Root.Kids) && r.Root.Kids[at].Layout.Head {
		at++
	}
	kids := append([]*Box{}, r.Root.Kids[:at]...)
	kids = append(kids, laid.Kids...)
	r.Root.Kids = append(kids, r.Root.Kids[at:]...)
}

type layouter struct {
	faces    Faces
	keyboard bool
}

// frame returns the padding left and right, above and below, and the least height: the part's own
// and what its role asks for. What can be pressed is at least 48 high.
func frame(p *Part) (padX, padY, minH float64) {
	padX, padY, minH = p.Layout.Pad+p.Layout.PadX, p.Layout.Pad, p.Layout.MinH
	switch p.Role {
	case Button, Field, Choice:
		if p.Layout.Pad == 0 {
			padX, padY = padX+16, 8
		}
		minH = max(minH, touchHeight)
	case Item:
		if p.ID != "" {
			minH = max(minH, touchHeight)
		}
	case Chip:
		padX, padY = padX+8, padY+3
	case KeyCap:
		padX, padY = padX+6, padY+1
	case Dialog:
		padX, padY = padX+24, padY+24
	}
	return padX, padY, minH
}

func (l *layouter) hidden(p *Part) bool { return p.Role == KeyCap && !l.keyboard }

// shown returns the children that are laid out.
func (l *layouter) shown(p *Part) []*Part {
	kids := make([]*Part, 0, len(p.Children))
	for i := range p.Children {
		if !l.hidden(&p.Children[i]) {
			kids = append(kids, &p.Children[i])
		}
	}
	return kids
}

// axis is the direction of the children in the width there is.
func axis(p *Part, width float64) Axis {
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
	padX, _, _ := frame(p)
	w := 0.0
	kids := l.shown(p)
	switch {
	case p.Role == Mark:
		w = l.faces.Height(p.Style)
	case p.Role == Progress || p.Role == Rule || p.Role == Field:
		w = avail
	case len(kids) == 0:
		for _, line := range l.lines(p, avail-2*padX) {
			w = max(w, lineWidth(line))
		}
	case axis(p, avail) == Across:
		for i, k := range kids {
			if i > 0 {
				w += p.Layout.Gap
			}
			w += l.width(k, avail-2*padX)
		}
	default:
		for _, k := range kids {
			w = max(w, l.width(k, avail-2*padX))
		}
	}
	return min(avail, max(p.Layout.MinW, w+2*padX))
}

// height is what the part takes in a given width.
func (l *layouter) height(p *Part, width float64) float64 {
	padX, padY, minH := frame(p)
	inner := width - 2*padX
	h := 0.0
	kids := l.shown(p)
	switch {
	case p.Role == Progress:
		h = max(h, 8)
	case p.Role == Rule:
		h = 1
	case p.Role == Mark || p.Role == Field:
		h = l.faces.Height(p.Style)
	case len(kids) == 0:
		h = float64(len(l.lines(p, inner))) * l.faces.Height(p.Style)
	case axis(p, width) == Across:
		for _, row := range l.rows(p, kids, inner) {
			h += row.height + p.Layout.Gap
		}
		h -= p.Layout.Gap
	default:
		for i, k := range kids {
			if i > 0 {
				h += p.Layout.Gap
			}
			h += l.height(k, l.childWidth(p, k, inner))
		}
	}
	return max(minH, h+2*padY)
}

// childWidth is the width of a child of a column: all of it, unless it is placed otherwise.
func (l *layouter) childWidth(p, child *Part, inner float64) float64 {
	if child.Layout.Width > 0 {
		return min(child.Layout.Width, inner)
	}
	if p.Layout.Align != Stretch {
		return l.width(child, inner)
	}
	if child.Layout.MaxW > 0 {
		return min(child.Layout.MaxW, inner)
	}
	return inner
}

// row is a line of a part whose children stand side by side.
type row struct {
	kids   []*Part
	widths []float64
	height float64
}

// rows breaks the children of a row into lines when it wraps, and shares out each line's width.
func (l *layouter) rows(p *Part, kids []*Part, inner float64) []row {
	var rows []row
	var line row
	used := 0.0
	for _, k := range kids {
		w := 0.0
		if k.Layout.Grow == 0 || p.Layout.Wrap {
			w = l.width(k, inner)
		}
		if p.Layout.Wrap && len(line.kids) > 0 && used+p.Layout.Gap+w > inner+0.01 {
			rows = append(rows, line)
			line, used = row{}, 0
		}
		if len(line.kids) > 0 {
			used += p.Layout.Gap
		}
		used += w
		line.kids, line.widths = append(line.kids, k), append(line.widths, w)
	}
	rows = append(rows, line)
	for i := range rows {
		l.share(p, &rows[i], inner)
	}
	return rows
}

// share gives the room left in a row to the children that grow. Where the others alone are too
// wide, the widest gives way, and its text wraps.
func (l *layouter) share(p *Part, r *row, inner float64) {
	left := inner - p.Layout.Gap*float64(len(r.kids)-1)
	grow := 0.0
	for i, k := range r.kids {
		left -= r.widths[i]
		grow += k.Layout.Grow
	}
	for left < -0.01 && grow == 0 {
		widest := 0
		for i := range r.widths {
			if r.widths[i] > r.widths[widest] {
				widest = i
			}
		}
		if r.widths[widest]+left < 24 {
			break
		}
		r.widths[widest] += left
		left = 0
	}
	for i, k := range r.kids {
		if k.Layout.Grow > 0 {
			r.widths[i] += max(0, left) * k.Layout.Grow / grow
		}
		r.height = max(r.height, l.height(k, r.widths[i]))
	}
}
