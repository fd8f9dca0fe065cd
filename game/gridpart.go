package game

import (
	"fmt"
	"strconv"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// Widths of the Neoplasm Table and the Table of Drugs: a table from gridWidth on, and on less a list of the columns for
// each term.
const (
	gridWidth = 700
	cellWidth = 96
	namedCell = 200 // from this width on a cell says its column: it stands in a list
	perGrid   = 30  // rows laid out at first: each has up to seven cells
)

// gridRows are the terms under one of a table; typed narrows them to the terms directly under it that begin so, with what
// is under these.
func gridRows(x *codesets.Index, at int, typed string) []int {
	var rows []int
	if typed == "" {
		rows = append(rows, at)
	}
	for _, i := range x.Below(at) {
		if typed != "" && !x.Terms[i].Begins(typed) {
			continue
		}
		for j := i; j < x.End(i); j++ {
			rows = append(rows, j)
		}
	}
	return rows
}

// grid lays out rows of a table of the index: a term, and the code in each column.
func grid(set *codesets.Set, x *codesets.Index, rows []int, s *spot) view.Part {
	shown := min(len(rows), perGrid+s.more)
	table := view.Part{Role: view.Table, Name: x.Kind.String(), Layout: view.Layout{Gap: 2}, Children: []view.Part{gridHead(x)}}
	top := uint8(0)
	if len(rows) > 0 {
		top = x.Terms[rows[0]].Level
	}
	for _, i := range rows[:shown] {
		row := gridRow(set, x, i, int(x.Terms[i].Level-min(top, x.Terms[i].Level)))
		table.Children = append(table.Children, row)
	}
	table.Children = append(table.Children[:1], s.fromNear(table.Children[1:], 0)...)
	return s.counted(table, len(rows), shown, "row", "rows")
}

// gridHead heads the columns; in a list each cell says its own.
func gridHead(x *codesets.Index) view.Part {
	head := gridLine()
	head.Layout.SideBy, head.Layout.Axis, head.Layout.FromW = 0, view.Across, gridWidth
	for n, name := range x.Columns {
		cell := heading(name, view.Small)
		if n == 0 {
			cell.Layout.Grow = 1
		} else {
			cell.Layout.Width = cellWidth
		}
		head.Children = append(head.Children, cell)
	}
	return head
}

func gridLine() view.Part {
	return view.Part{Layout: view.Layout{SideBy: gridWidth, Gap: 4, PadX: 8, Align: view.Stretch}}
}

// gridRow is a term and its cells.
func gridRow(set *codesets.Set, x *codesets.Index, at, depth int) view.Part {
	t := x.Terms[at]
	row := gridLine()
	name := text(strings.Repeat("– ", depth) + t.String())
	name.Style.Bold = depth == 0
	words := down(0, name)
	words.Layout.Grow, words.Layout.Justify = 1, view.Center
	words.Layout.Pad = 6
	if refs := references(set, x, at); len(refs) > 0 {
		words.Children = append(words.Children, wrap(0, refs...))
	}
	row.Children = append(row.Children, words)
	cells := make([]view.Part, len(x.Columns)-1)
	for n, r := range t.References {
		if r.Kind == codesets.Cell && !none(r.Text) && r.Column > 0 && int(r.Column) < len(x.Columns)+1 {
			cells[columnOf(x, r)-1] = gridCell(set, x, at, n)
		}
	}
	for i, c := range cells {
		if c.ID == "" {
			cells[i] = muted("")
			cells[i].Layout.Width, cells[i].Layout.FromW = cellWidth, gridWidth
		}
	}
	row.Children = append(row.Children, cells...)
	return row
}

// columnOf is the place of a reference's column among the columns behind the first.
func columnOf(x *codesets.Index, r codesets.Reference) int {
	return min(max(1, int(r.Column)-1), len(x.Columns)-1)
}

// gridCell is a code in a column; where the columns are a list it says which.
func gridCell(set *codesets.Set, x *codesets.Index, at, n int) view.Part {
	r := x.Terms[at].References[n]
	column := x.Columns[columnOf(x, r)]
	b := codeButton(set, r.Text, addressOf("refer", set, indexKey(x.Kind), strconv.Itoa(at), strconv.Itoa(n)))
	label := grow(muted(column))
	label.Layout.FromW = namedCell
	shown := b.Children[0]
	if _, ok := codeOf(set, r.Text); !ok {
		shown.Style.Tone, shown.Style.Bold = view.Muted, false
	}
	b.Name = fmt.Sprintf("%s: %s", column, r.Text)
	b.Children = []view.Part{label, shown}
	b.Layout.Pad = 4
	b.Layout.MinW = cellWidth
	return b
}
