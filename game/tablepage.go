package game

import (
	"fmt"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
)

// perTable is how many rows of a table of ICD-10-PCS are laid out at first: a row may hold a hundred values.
const perTable = 10

// tablePage is a table of ICD-10-PCS: its rows with the values of each column.
type tablePage struct {
	set    *codesets.Set
	prefix string
	table  *codesets.Table // nil when it is not loaded
	at     int             // of the header
}

func openTable(_ *codesets.Library, set *codesets.Set, rest []string) place {
	prefix := segment(rest, 0)
	at, ok := set.Find(prefix)
	if !ok || len(prefix) != 3 || set.Release().System != codesets.ICD10PCS {
		return nil
	}
	return &tablePage{set, prefix, set.Table(prefix), at}
}

func (p *tablePage) address() string { return addressOf("table", p.set, p.prefix) }

func (p *tablePage) title() string {
	name := p.prefix
	if label := labelAt(p.set, p.prefix, 2); label != "" {
		name += " · " + label
	}
	return name
}

// show implements [place].
func (p *tablePage) show(s *spot) view.Part {
	sheet := sheetOf(p.set, trail(p.set, procedureTrail(p.set, p.prefix)...), p.title(), p.set.Title(p.at))
	if d, ok := definitionAt(p.set, p.prefix); ok {
		sheet.Children = append(sheet.Children, definitionPart(d))
	}
	build := primary(addressOf("build", p.set, p.prefix), "Build a code from this table")
	sheet.Children = append(sheet.Children, build)
	if p.table == nil {
		sheet.Children = append(sheet.Children, muted("The rows of this table are not loaded, or are of another year and allow codes that are none now. "+
			"Drop the tables (XML) of "+p.set.Release().Label+" onto the game. The codes themselves:"),
			s.codes(p.set, "Codes", "", p.set.Children(p.at)))
		return sheet
	}
	sheet.Children = append(sheet.Children, p.rows(s))
	if from := fromLine(p.set, codesets.TablesPart, "Tables are"); from != "" {
		sheet.Children = append(sheet.Children, muted(from))
	}
	return sheet
}

// rows is the table as printed; on a narrow screen the columns of a row stand one below the other.
func (p *tablePage) rows(s *spot) view.Part {
	shown := min(len(p.table.Rows), perTable+s.more)
	head := gridLine()
	head.Layout.SideBy, head.Layout.Axis, head.Layout.FromW = 0, view.Across, gridWidth
	for _, axis := range p.table.Axes {
		head.Children = append(head.Children, grow(heading(axis, view.Small)))
	}
	table := view.Part{Role: view.Table, Name: "Table " + p.prefix, Layout: view.Layout{Gap: 8}, Children: []view.Part{head}}
	for _, r := range p.table.Rows[:shown] {
		row := gridLine()
		row.Layout.Gap, row.Layout.Pad = 8, 8
		for axis, values := range r {
			row.Children = append(row.Children, grow(p.column(axis, values)))
		}
		table.Children = append(table.Children, row)
	}
	n := 0
	for _, r := range p.table.Rows {
		n += len(r[0]) * len(r[1]) * len(r[2]) * len(r[3])
	}
	return down(8, muted(fmt.Sprintf("A code takes one value from each column of a single row. These rows make %s.", counted(n, "code", "codes"))),
		s.counted(table, len(p.table.Rows), shown, "row", "rows"))
}

// column is the values of an axis in a row.
func (p *tablePage) column(axis int, values []codesets.Value) view.Part {
	label := heading(p.table.Axes[axis], view.Small)
	label.Layout.FromW = namedCell + 100
	cell := down(2, label)
	var names []string
	for _, v := range values {
		char := code(string(v.Char), view.Body)
		char.Style.Tone = view.TonePCS
		char.Layout.Width = 16
		line := across(8, char, grow(text(v.Label)))
		line.Layout.Align = view.Start
		cell.Children = append(cell.Children, line)
		names = append(names, string(v.Char)+" "+v.Label)
	}
	cell.Name = p.table.Axes[axis] + ": " + strings.Join(names, ", ")
	return cell
}
