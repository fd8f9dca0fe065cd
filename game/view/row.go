package view

import "math"

// row is a line of a part whose children stand side by side.
type row struct {
	kids   []*Part
	widths []float64
	height float64
}

// rows breaks the children of a row into lines when it wraps, and shares out each line's width.
func (l *layouter) rows(p *Part, kids []*Part, inner float64) []row {
	if columns := l.columns[p]; columns != nil && !p.Layout.Wrap {
		line := row{kids: kids, widths: columns[:len(kids)]}
		line.height = l.tallest(line)
		return []row{line}
	}
	var rows []row
	var line row
	used := 0.0
	for _, k := range kids {
		w := l.width(k, inner)
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
		room := inner - p.Layout.Gap*float64(len(rows[i].kids)-1)
		if i > 0 && i == len(rows)-1 {
			room = min(room, asAbove(rows[i], rows[i-1]))
		}
		share(rows[i].kids, rows[i].widths, room, p.Layout.Wrap)
		rows[i].height = l.tallest(rows[i])
	}
	return rows
}

// asAbove is the room in which the parts of a last line grow as much as those of the line above it, so that tiles
// stand in a grid.
func asAbove(last, above row) float64 {
	room := 0.0
	for i := range last.kids {
		if i >= len(above.kids) || last.kids[i].Layout.Grow == 0 {
			return math.Inf(1)
		}
		room += max(last.widths[i], above.widths[i])
	}
	return room
}

func (l *layouter) tallest(r row) float64 {
	h := 0.0
	for i, k := range r.kids {
		h = max(h, l.height(k, r.widths[i]))
	}
	return h
}

// leastGrown is what a part that grows is left with, if it asks for as much, where its neighbours take all.
const leastGrown = 64

// share turns the widths that parts ask for into those they get. Those that do not grow get theirs, and the
// others what is left, by their shares; in a row that wraps, on top of what they asked for. Where there is
// too little, the widest give way first.
func share(kids []*Part, widths []float64, room float64, wraps bool) {
	grow := 0.0
	for i, k := range kids {
		if k.Layout.Grow > 0 && !wraps {
			widths[i] = min(widths[i], leastGrown)
		}
		grow += k.Layout.Grow
	}
	left := room
	for _, w := range widths {
		left -= w
	}
	if left < 0 {
		level(widths, max(0, room))
		return
	}
	if grow == 0 {
		return
	}
	if !wraps {
		stretch(kids, widths, room)
		return
	}
	for i, k := range kids {
		widths[i] += left * k.Layout.Grow / grow
	}
}

// stretch gives the parts that grow their shares of what the others leave, and no less than they have.
func stretch(kids []*Part, widths []float64, room float64) {
	fixed := make([]bool, len(kids))
	for {
		left, grow := room, 0.0
		for i, k := range kids {
			if fixed[i] || k.Layout.Grow == 0 {
				left -= widths[i]
				continue
			}
			grow += k.Layout.Grow
		}
		again := false
		for i, k := range kids {
			if !fixed[i] && k.Layout.Grow > 0 && left*k.Layout.Grow/grow < widths[i] {
				fixed[i], again = true, true
			}
		}
		if again {
			continue
		}
		for i, k := range kids {
			if !fixed[i] && k.Layout.Grow > 0 {
				widths[i] = left * k.Layout.Grow / grow
			}
		}
		return
	}
}

// level lowers the widest of the widths until they sum to room.
func level(widths []float64, room float64) {
	rest, open := room, len(widths)
	done := make([]bool, len(widths))
	for again := true; again && open > 0; {
		again = false
		for i, w := range widths {
			if !done[i] && w <= rest/float64(open) {
				done[i], again = true, true
				rest -= w
				open--
			}
		}
	}
	for i := range widths {
		if !done[i] {
			widths[i] = rest / float64(open)
		}
	}
}

// table gives the rows of a table common columns, each as wide as its widest cell asks for, and returns the width of a
// row. Which columns grow, and which have a width of their own, the first row says. Rows of one table have the same gap
// and padding; where they have not, the widest counts. A row that is too narrow to be one (see [Layout.SideBy]) has no columns.
func (l *layouter) table(rows []*Part, inner float64) float64 {
	var widths []float64
	var first []*Part
	gap, pad, whole := 0.0, 0.0, 0.0
	for _, r := range rows {
		if axis(r, inner) != Across {
			whole = max(whole, l.width(r, inner))
			continue
		}
		cells := l.shown(r, inner)
		if first == nil {
			first = cells
		}
		padX, _, _ := frame(r)
		gap, pad = max(gap, r.Layout.Gap), max(pad, padX)
		for i, cell := range cells {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			if i < len(first) && first[i].Layout.Width > 0 {
				widths[i] = first[i].Layout.Width
				continue
			}
			widths[i] = max(widths[i], l.width(cell, inner))
		}
	}
	for len(first) < len(widths) {
		first = append(first, &Part{})
	}
	rest := 2*pad + gap*float64(max(0, len(widths)-1))
	share(first, widths, inner-rest, false)
	for _, r := range rows {
		if axis(r, inner) == Across {
			l.columns[r] = widths
		}
	}
	return max(rest+sum(widths), whole)
}

func sum(widths []float64) float64 {
	all := 0.0
	for _, w := range widths {
		all += w
	}
	return all
}
