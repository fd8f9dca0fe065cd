package view

// barWidth is the width of one bar in a width of the field.
func (p *plotter) barWidth(field float64) float64 {
	each := field / float64(max(1, p.chart.places()))
	gap := min(each*0.3, 16)
	return min(barMost, (each-gap)/float64(max(1, len(p.chart.Series))))
}

// valued tells that each bar is wide enough for its number to stand over it.
func (p *plotter) valued(width float64) bool {
	if p.chart.Kind != Bars {
		return false
	}
	widest := 0.0
	for _, s := range p.chart.Series {
		for _, v := range s.Values {
			if v == v {
				widest = max(widest, p.wide(written(v, "")))
			}
		}
	}
	return widest > 0 && p.barWidth(width-p.axisWidth()) >= widest
}

func (p *plotter) bars(width float64) {
	f := p.plot.Field
	wide, n := p.barWidth(f.W), float64(len(p.chart.Series))
	valued := p.valued(width)
	for i, s := range p.chart.Series {
		for at, v := range s.Values {
			if v != v {
				continue
			}
			x, y := p.across(at)+(float64(i)-n/2)*wide, p.height(v)
			gap := min(1, wide/8)
			p.plot.Bars = append(p.plot.Bars, Bar{Rect{x + gap, y, wide - 2*gap, f.Y + f.H - y}, i})
			if name := written(v, ""); valued && v != 0 {
				p.label(name, x+(wide-p.wide(name))/2, y-p.line)
			}
		}
	}
}

func (p *plotter) lines() {
	marked := p.plot.Field.W >= markedApart*float64(p.chart.places()-1)
	for i, s := range p.chart.Series {
		path := Path{Series: i, Marked: marked}
		end := func() {
			if len(path.Points) > 0 {
				p.plot.Paths = append(p.plot.Paths, path)
			}
			path = Path{Series: i, Marked: marked}
		}
		banded := len(s.Low) == len(s.Values) && len(s.High) == len(s.Values)
		for at, v := range s.Values {
			if v != v {
				end()
				continue
			}
			x := p.across(at)
			path.Points = append(path.Points, Spot{x, p.height(v)})
			if banded {
				path.Low = append(path.Low, Spot{x, p.height(s.Low[at])})
				path.High = append(path.High, Spot{x, p.height(s.High[at])})
			}
		}
		end()
	}
}
