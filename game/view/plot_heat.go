package view

// Measures of tiles, in CSS pixels. A chart of few columns has broad tiles with numbers in them, one of many, such as
// a calendar, has small squares.
const (
	fewColumns  = 16
	tileWide    = 72
	tileHigh    = 32
	tileSquare  = 18
	rowNameMost = 0.34 // of the width, for the names of the rows
)

// grid is how the tiles of a heat chart stand.
type grid struct {
	names        float64 // the width of the rows' names
	above        float64 // the height of the columns' names
	turned       bool    // columns' names read upward
	wide, high   float64 // of a tile
	gap          float64
	numbers      bool    // there is room for numbers in the tiles
	legend       float64 // the height of what says what the shades mean
	rows, height float64
}

func (p *plotter) grid(width float64) grid {
	g := grid{gap: 2, rows: float64(len(p.chart.Series))}
	for _, s := range p.chart.Series {
		g.names = max(g.names, p.wide(s.Name))
	}
	if g.names > 0 {
		g.names = min(g.names, width*rowNameMost) + plotGap
	}
	columns := p.chart.places()
	cell := (width - g.names) / float64(max(1, columns))
	if cell > 24 {
		g.gap = 4
	}
	widest, longest := p.widest()
	if columns > fewColumns {
		g.wide = max(1, min(tileSquare, cell-g.gap))
		g.high = g.wide
	} else {
		g.wide = max(1, min(tileWide, cell-g.gap))
		g.high = min(tileHigh, max(24, g.wide))
		g.numbers = widest+4 <= g.wide
		g.turned = longest > g.wide
	}
	if longest > 0 {
		g.above = p.line + plotGap/2
		if g.turned {
			g.above = longest + plotGap
		}
	}
	if g.names > 0 {
		g.above = max(g.above, (p.line-g.high)/2) // a name may be higher than its row
	}
	if !g.numbers {
		g.legend = p.line + plotGap
	}
	g.height = g.above + g.rows*(g.high+g.gap) - g.gap + g.legend
	return g
}

// widest returns the width of the widest number and of the longest name of a column.
func (p *plotter) widest() (number, name float64) {
	for _, s := range p.chart.Series {
		for _, v := range s.Values {
			if v == v {
				number = max(number, p.wide(written(v, "")))
			}
		}
	}
	for _, x := range p.chart.X {
		name = max(name, p.wide(x))
	}
	return number, name
}

func (p *plotter) tiles(r Rect) {
	g := p.grid(r.W)
	left, top := r.X+g.names, r.Y+g.above
	pitch := g.wide + g.gap
	p.plot.Field = Rect{left, top, pitch*float64(p.chart.places()) - g.gap, g.rows*(g.high+g.gap) - g.gap}
	p.columns(g, r.X+r.W)
	for i, s := range p.chart.Series {
		y := top + float64(i)*(g.high+g.gap)
		p.label(p.cut(s.Name, g.names-plotGap), r.X, y+(g.high-p.line)/2)
		for at, v := range s.Values {
			if v != v {
				continue
			}
			tile := Tile{Rect: Rect{left + float64(at)*pitch, y, g.wide, g.high}, Series: i, Share: min(1, max(0, v/p.top))}
			if g.numbers && v != 0 { // an empty tile says nought by itself
				tile.Text = written(v, "")
				tile.TextX = tile.Rect.X + (g.wide-p.wide(tile.Text))/2
			}
			p.plot.Tiles = append(p.plot.Tiles, tile)
		}
	}
	if g.legend > 0 && len(p.chart.Series) > 0 {
		p.scaleOf(g, r)
	}
}

// columns writes the names over the columns; each starts where its column does.
func (p *plotter) columns(g grid, right float64) {
	f := p.plot.Field
	end := -1e9
	for i, name := range p.chart.X[:min(len(p.chart.X), p.chart.places())] {
		x := f.X + float64(i)*(g.wide+g.gap)
		switch w := p.wide(name); {
		case name == "":
		case g.turned:
			p.plot.Labels = append(p.plot.Labels, Label{name, max(f.X-g.names, x+(g.wide-p.line)/2), f.Y - plotGap/2, true})
		case x >= end && x+w <= right:
			if p.chart.places() <= fewColumns {
				x += (g.wide - w) / 2
			}
			p.label(name, x, f.Y-p.line-plotGap/2)
			end = x + w + labelApart/2
		}
	}
}

// scaleOf shows what the shades mean: from nothing to the most.
func (p *plotter) scaleOf(g grid, r Rect) {
	y := p.plot.Field.Y + p.plot.Field.H + plotGap
	x := p.plot.Field.X
	size := min(g.wide, 14)
	p.label("0", x, y)
	x += p.wide("0") + 6
	for i := range 4 {
		p.plot.Tiles = append(p.plot.Tiles, Tile{Rect: Rect{x, y + (p.line-size)/2, size, size}, Share: float64(i) / 3})
		x += size + 2
	}
	p.label(written(p.top, p.chart.Unit), x+4, y)
}

// cut shortens a name to a width.
func (p *plotter) cut(name string, width float64) string {
	if name == "" || p.wide(name) <= width+0.5 {
		return name
	}
	letters := []rune(name)
	for len(letters) > 1 && p.wide(string(letters)+"…") > width {
		letters = letters[:len(letters)-1]
	}
	return string(letters) + "…"
}
