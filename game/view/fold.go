package view

// fold returns what a table shows in a width that is too narrow for the longest words of its columns: each row as a
// heading, its first cell, over lines of a column's name and the cell. Where it fits as it is, the rows come back as
// they are.
func (l *layouter) fold(table *Part, rows []*Part, inner float64) []*Part {
	key := measure{table, inner}
	if folded, ok := l.folds[key]; ok {
		return folded
	}
	if l.leastTable(rows, inner) > inner+0.01 {
		rows = folded(rows)
	}
	l.folds[key] = rows
	return rows
}

// leastTable is the width in which no word of a table is cut.
func (l *layouter) leastTable(rows []*Part, inner float64) float64 {
	var columns []float64
	rest := 0.0
	for _, r := range rows {
		if axis(r, inner) != Across {
			continue
		}
		padX, _, _ := frame(r)
		cells := l.shown(r, inner)
		rest = max(rest, 2*padX+r.Layout.Gap*float64(len(cells)-1))
		for i, c := range cells {
			if i == len(columns) {
				columns = append(columns, 0)
			}
			columns[i] = max(columns[i], c.Layout.Width, l.leastWidth(c))
		}
	}
	return rest + sum(columns)
}

// leastWidth is the width of the longest word of a part without children; others ask for nothing.
func (l *layouter) leastWidth(p *Part) float64 {
	least := 0.0
	if len(p.Children) > 0 {
		return least
	}
	s := setter{faces: l.faces, style: p.Style}
	for _, word := range s.words(said(p)) {
		least = max(least, s.wide(word))
	}
	return least
}

// folded makes the rows of a table into blocks. A first row all in bold names the columns, and is shown no more.
func folded(rows []*Part) []*Part {
	var names []Part
	if len(rows) > 1 && headsColumns(rows[0]) {
		names, rows = rows[0].Children, rows[1:]
	}
	blocks := make([]*Part, 0, len(rows))
	for _, r := range rows {
		block := *r
		block.Layout.Axis, block.Layout.SideBy, block.Layout.Gap, block.Layout.Align = Down, 0, 2, Stretch
		block.Children = make([]Part, 0, len(r.Children))
		for i, cell := range r.Children {
			if i == 0 {
				cell.Style.Bold = true
			} else if i < len(names) {
				name := names[i]
				name.Layout, name.Style.Bold = Layout{Grow: 1}, false
				cell = Part{Layout: Layout{Axis: Across, Gap: 8, Wrap: true}, Children: []Part{name, cell}}
			}
			block.Children = append(block.Children, cell)
		}
		blocks = append(blocks, &block)
	}
	return blocks
}

func headsColumns(row *Part) bool {
	for _, c := range row.Children {
		if !c.Style.Bold && c.Role != Heading {
			return false
		}
	}
	return len(row.Children) > 0
}
