package game

import (
	"strings"

	"coderounds/game/view"
)

// figure is a picture with what it says in words, and the same figures as a table behind a button: pictures first,
// and never the only way. A scene keeps a value of [figures], hands its presses to it, and shows what it makes:
//
//	type Statistics struct { open figures; … }
//
//	case e.Kind == view.Press && s.open.press(e.ID):                        // in Update
//
//	s.open.card(figure{ID: "due", Title: "Due in the next 30 days",         // in View
//		Says:  "Most are due on Monday: 48 cards.",
//		Chart: view.Chart{Kind: view.Bars, X: days, Series: []view.Series{{Name: "Due", Tone: view.Accent, Values: due}}},
//		Table: table("Due in the next 30 days", []string{"Day", "Cards"}, rows...)})
//
// In golden texts the picture is printed with its values. The button's id is "figures/" and the figure's own.
type figure struct {
	// ID is unique in the page.
	ID, Title string
	// Says is what the picture shows, in a sentence; screen readers hear it as the picture's name.
	Says  string
	Chart view.Chart
	// Table holds the same figures; see [table].
	Table view.Part
	// More stands between the sentence and the picture's button: words that belong to it, or nothing.
	More []view.Part
}

// figures are the ids of the figures whose tables are open. The zero value has none open and can be pressed.
type figures struct{ open map[string]bool }

// press opens or closes a table, if the id is that of a figure's button, and tells whether it was.
func (f *figures) press(id string) bool {
	id, ok := strings.CutPrefix(id, "figures/")
	if !ok {
		return false
	}
	if f.open == nil {
		f.open = make(map[string]bool)
	}
	f.open[id] = !f.open[id]
	return true
}

// card is a figure on a card of its own.
func (f *figures) card(fig figure) view.Part {
	chart := fig.Chart
	c := card(16, down(4, heading(fig.Title, view.Large), muted(fig.Says)),
		view.Part{Role: view.Picture, Name: fig.Says, Chart: &chart})
	c.Children = append(c.Children, fig.More...)
	return f.below(c, fig)
}

// below adds the button, and the table where it is open, to a card that has a picture of its own making.
func (f *figures) below(c view.Part, fig figure) view.Part {
	if len(fig.Table.Children) < 2 {
		return c
	}
	c.Children = append(c.Children, f.toggle(fig))
	if f.open[fig.ID] {
		c.Children = append(c.Children, fig.Table)
	}
	return c
}

func (f *figures) toggle(fig figure) view.Part {
	b := link("figures/"+fig.ID, "Show the figures")
	if f.open[fig.ID] {
		b = link("figures/"+fig.ID, "Hide the figures")
	}
	b.Name += ": " + fig.Title // the eye sees which card it stands on
	return view.Part{Layout: view.Layout{Align: view.Start}, Children: []view.Part{b}}
}

// link is a button of words alone, which stands level with the text over it.
func link(id, name string) view.Part {
	b := quiet(id, name)
	b.Layout.Pad = 1
	b.Children[0].Style = view.Style{Tone: view.Accent, Size: view.Small, Bold: true}
	return b
}

// table is a table of a heading row and rows of the same length. Columns of numbers stand to the right: those whose
// first cell starts with a digit, a sign or a dash. The first column takes the room that is left. Keep to four columns
// or fewer, with short headings, so that it fits a phone.
func table(name string, heads []string, rows ...[]string) view.Part {
	t := view.Part{Role: view.Table, Name: name, Layout: view.Layout{Gap: 0}}
	line := func(cells []string, bold bool) {
		row := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 16, Pad: 6, Align: view.Center}}
		for i, c := range cells {
			cell := view.Part{Role: view.Text, Name: c, Style: view.Style{Size: view.Small, Bold: bold}}
			if bold {
				cell.Style.Tone = view.Muted
			}
			switch {
			case i == 0:
				cell.Layout.Grow = 1
			case len(rows) > 0 && i < len(rows[0]) && numeric(rows[0][i]):
				cell.Layout.Justify = view.End
			}
			row.Children = append(row.Children, cell)
		}
		t.Children = append(t.Children, row)
	}
	line(heads, true)
	for _, r := range rows {
		line(r, false)
	}
	return t
}

func numeric(s string) bool {
	return s != "" && (strings.ContainsRune("+-−–", []rune(s)[0]) || s[0] >= '0' && s[0] <= '9')
}
