package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

func page(children ...view.Part) view.Part {
	return view.Part{Role: view.Page, ID: "page", Layout: view.Layout{Gap: 8}, Children: children}
}

func button(id, name string) view.Part { return view.Part{Role: view.Button, ID: id, Name: name} }

func text(name string) view.Part { return view.Part{Role: view.Text, Name: name} }

// stacking is a table whose rows are columns of parts where there is no room for a row.
func stacking() view.Part {
	line := view.Layout{SideBy: 500, Gap: 4}
	head := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 4, FromW: 500}, Children: []view.Part{
		{Role: view.Text, Name: "Site", Layout: view.Layout{Grow: 1}}, {Role: view.Text, Name: "Primary", Layout: view.Layout{Width: 100}},
	}}
	cell := button("cell", "Primary: C34")
	cell.Layout.Axis = view.Across
	cell.Children = []view.Part{{Role: view.Text, Name: "Primary", Layout: view.Layout{Grow: 1, FromW: 200}}, text("C34")}
	return view.Part{Role: view.Table, Name: "Sites", Children: []view.Part{head,
		{Layout: line, Children: []view.Part{text("Lung"), cell}}}}
}

func TestLay(t *testing.T) {
	phone := view.Room{W: 320, H: 480}
	tests := []struct {
		name string
		room view.Room
		page view.Part
		want string
	}{{
		name: "a column fills the width, and a paragraph wraps",
		room: phone,
		page: page(view.Part{Role: view.Heading, Name: "Round", Style: view.Style{Size: view.Title}},
			text("The quick brown fox jumps over the lazy dog."), button("go", "Go on")),
		want: `
page #page 0,0 320x480
  heading 16,16 288x36 |16 Round
  text 16,60 288x48 |16 The quick brown fox jumps over the |16 lazy dog.
  button #go 16,116 288x48 |140 Go on`,
	}, {
		name: "what is read stays within 720",
		room: view.Room{W: 1200, H: 480},
		page: page(text(strings.Repeat("word ", 19))),
		want: `
page #page 0,0 1200x480
  text 240,32 720x48 |240 ` + strings.TrimSpace(strings.Repeat("word ", 15)) + ` |240 word word word word`,
	}, {
		name: "a paragraph of more than two lines has shorter ones",
		room: view.Room{W: 1200, H: 480},
		page: page(text(strings.Repeat("word ", 37))),
		want: `
page #page 0,0 1200x480
  text 240,32 720x96` + strings.Repeat(" |240 "+strings.TrimSpace(strings.Repeat("word ", 10)), 3) + ` |240 word word word word word word word`,
	}, {
		name: "head and foot keep to the edges in their order, whatever order they come in",
		room: phone,
		page: page(
			view.Part{Role: view.Button, ID: "one", Name: "One", Layout: view.Layout{Foot: true}},
			view.Part{Role: view.Button, ID: "two", Name: "Two", Layout: view.Layout{Foot: true}},
			text("middle"),
			view.Part{Role: view.Progress, Value: "0.5", Layout: view.Layout{Head: true}}),
		want: `
page #page 0,0 320x480
  progress 16,12 288x8
  text 16,48 288x24 |16 middle
  button #one 16,348 288x48 |148 One
  button #two 16,420 288x48 |148 Two`,
	}, {
		name: "on a low screen head and foot scroll with the rest",
		room: view.Room{W: 320, H: 100},
		page: page(
			view.Part{Role: view.Button, ID: "foot", Name: "Foot", Layout: view.Layout{Foot: true}},
			text("middle"),
			view.Part{Role: view.Text, Name: "Head", Layout: view.Layout{Head: true}}),
		want: `
page #page 0,0 320x100
  text 16,16 288x24 |16 Head
  text 16,48 288x24 |16 middle
  button #foot 16,80 288x48 |144 Foot`,
	}, {
		name: "a row shares what is left; the part that grows keeps some of it beside a wide neighbour",
		room: phone,
		page: page(view.Part{Role: view.Group, Layout: view.Layout{Axis: view.Across, Gap: 8, Align: view.Center}, Children: []view.Part{
			{Role: view.Mark, State: view.Right},
			{Role: view.Text, Name: "grows and grows", Layout: view.Layout{Grow: 1}},
			{Role: view.Text, Name: strings.Repeat("wide ", 6)},
		}}),
		want: `
page #page 0,0 320x480
  group 16,16 288x72
    mark 16,40 24x24
    text 48,16 64x72 |48 grows |48 and |48 grows
    text 120,28 184x48 |120 wide wide wide wide |120 wide wide`,
	}, {
		name: "a row that wraps",
		room: phone,
		page: page(view.Part{Role: view.Group, Layout: view.Layout{Axis: view.Across, Gap: 8, Wrap: true}, Children: []view.Part{
			button("a", "Alpha"), button("b", "Beta beta"), button("c", "Gamma gamma"),
		}}),
		want: `
page #page 0,0 320x480
  group 16,16 288x104
    button #a 16,16 72x48 |32 Alpha
    button #b 96,16 104x48 |112 Beta beta
    button #c 16,72 120x48 |32 Gamma gamma`,
	}, {
		name: "a column that becomes a row where there is room",
		room: view.Room{W: 700, H: 480},
		page: page(view.Part{Role: view.Group, Layout: view.Layout{SideBy: 600, Gap: 16}, Children: []view.Part{
			{Role: view.Text, Name: "left", Layout: view.Layout{Grow: 2}},
			{Role: view.Text, Name: "right", Layout: view.Layout{Grow: 1}},
		}}),
		want: `
page #page 0,0 700x480
  group 32,32 636x24
    text 32,32 413.33x24 |32 left
    text 461.33,32 206.67x24 |461.33 right`,
	}, {
		name: "what is only beside is not there in a column",
		room: phone,
		page: page(view.Part{Role: view.Group, Layout: view.Layout{SideBy: 600, Gap: 16}, Children: []view.Part{
			text("main"), {Role: view.Text, Name: "panel", Layout: view.Layout{Beside: true}},
		}}),
		want: `
page #page 0,0 320x480
  group 16,16 288x24
    text 16,16 288x24 |16 main`,
	}, {
		name: "rows of a table that is too narrow are lists, without the headings and with what only a list says",
		room: phone,
		page: page(stacking()),
		want: `
page #page 0,0 320x480
  table 16,16 288x76
    group 16,16 288x76
      text 16,16 288x24 |16 Lung
      button #cell 16,44 288x48
        text 32,52 232x32 |32 Primary
        text 264,52 24x32 |264 C34`,
	}, {
		name: "a heading with a width sets that of its column",
		room: view.Room{W: 700, H: 480},
		page: page(stacking()),
		want: `
page #page 0,0 700x480
  table 32,32 636x72
    group 32,32 636x24
      text 32,32 532x24 |32 Site
      text 568,32 100x24 |568 Primary
    group 32,56 636x48
      text 32,56 532x48 |32 Lung
      button #cell 568,56 100x48
        text 584,64 24x32 |584 C34`,
	}, {
		name: "the columns of a table line up",
		room: phone,
		page: page(view.Part{Role: view.Table, Name: "Values", Children: []view.Part{
			{Layout: view.Layout{Axis: view.Across, Gap: 8}, Children: []view.Part{text("0"), text("Heart and vessels")}},
			{Layout: view.Layout{Axis: view.Across, Gap: 8}, Children: []view.Part{text("Lower"), text("Z")}},
		}}),
		want: `
page #page 0,0 320x480
  table 16,16 288x48
    group 16,16 288x24
      text 16,16 40x24 |16 0
      text 64,16 136x24 |64 Heart and vessels
    group 16,40 288x24
      text 16,40 40x24 |16 Lower
      text 64,40 136x24 |64 Z`,
	}, {
		name: "a dialog lies in the middle, last",
		room: phone,
		page: page(view.Part{Role: view.Dialog, Layout: view.Layout{Gap: 8}, Children: []view.Part{text("Erase?"), button("yes", "Erase")}}, text("under")),
		want: `
page #page 0,0 320x480
  text 16,16 288x24 |16 under
  dialog 16,176 288x128
    text 40,200 240x24 |40 Erase?
    button #yes 40,232 240x48 |140 Erase`,
	}, {
		name: "key caps only where there is a keyboard",
		room: phone,
		page: page(view.Part{Role: view.Choice, ID: "a", Layout: view.Layout{Axis: view.Across, Gap: 8}, Children: []view.Part{
			{Role: view.KeyCap, Name: "A"}, text("Answer")}}),
		want: `
page #page 0,0 320x480
  choice #a 16,16 288x48
    text 32,24 48x32 |32 Answer`,
	}, {
		name: "a field of boxes, with a break where the dot is",
		room: phone,
		page: page(view.Part{Role: view.Field, ID: "code", Slots: []int{3, 2}}),
		want: `
page #page 0,0 320x480
  field #code 16,16 288x56 [16 44] [66 44] [116 44] [178 44] [228 44]`,
	}, {
		name: "an empty group has no height of its own",
		room: phone,
		page: page(view.Part{Role: view.Group, Layout: view.Layout{MinH: 4}}, text("after")),
		want: `
page #page 0,0 320x480
  group 16,16 288x4
  text 16,28 288x24 |16 after`,
	}}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := plan(view.Lay(&test.page, test.room, view.Typewriter{}))
			require.Equal(t, strings.TrimSpace(test.want), strings.TrimSpace(got))
		})
	}
}

func TestLines(t *testing.T) {
	tests := []struct {
		name  string
		width float64
		part  view.Part
		want  []string
	}{
		{"words", 80, text("one two three"), []string{"one two", "three"}},
		{"spaces collapse", 800, text("one   two\nthree"), []string{"one two three"}},
		{"a long word is cut", 40, text("abcdefgh ij"), []string{"abcde", "fgh", "ij"}},
		{"a cut is between letters", 16, text("äöü"), []string{"äö", "ü"}},
		{"bold beginnings stay with their words", 64, view.Part{Role: view.Item, Spans: []view.Span{
			{Text: "fr", Bold: true}, {Text: "acture "}, {Text: "fem", Bold: true}, {Text: "ur"}}}, []string{"*fr* acture", "*fem* ur"}},
		{"a glued word wider than a line breaks between its pieces", 40, view.Part{Role: view.Item, Spans: []view.Span{
			{Text: "abcd", Bold: true}, {Text: "efgh"}}}, []string{"*abcd*", "efgh"}},
		{"a heading is balanced", 160, view.Part{Role: view.Heading, Name: "one two three four five"}, []string{"one two three", "four five"}},
		{"but no word is cut for that", 104, view.Part{Role: view.Heading, Name: "a bc abcdefghijklm"}, []string{"a bc", "abcdefghijklm"}},
		{"no last word alone", 144, text("one two three four be"), []string{"one two three", "four be"}},
		{"no-break space", 40, text("aa bb\u00a0cc"), []string{"aa", "bb\u00a0cc"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			test.part.Layout.Width = test.width
			p := page(test.part)
			var got []string
			for _, line := range view.Lay(&p, view.Room{W: 900, H: 400}, view.Typewriter{}).Root.Kids[0].Lines {
				var runs []string
				for _, run := range line.Runs {
					if run.Bold {
						run.Text = "*" + run.Text + "*"
					}
					runs = append(runs, run.Text)
				}
				got = append(got, strings.Join(runs, " "))
			}
			require.Equal(t, test.want, got)
		})
	}
}

func TestFieldKeepsItsSpacesOnOneLine(t *testing.T) {
	p := page(view.Part{Role: view.Field, ID: "f", Value: "  a  b ", Hint: "unused", Layout: view.Layout{Width: 60}})
	box := view.Lay(&p, view.Room{W: 320, H: 400}, view.Typewriter{}).Root.Kids[0]
	require.Len(t, box.Lines, 1)
	require.Equal(t, "  a  b ", box.Lines[0].Runs[0].Text)
}

func BenchmarkLay(b *testing.B) {
	rows := make([]view.Part, 300)
	for i := range rows {
		rows[i] = view.Part{Role: view.Item, ID: fmt.Sprintf("row/%d", i), Layout: view.Layout{Axis: view.Across, Gap: 12}, Children: []view.Part{
			{Role: view.Text, Name: "S72.001A", Style: view.Style{Mono: true}},
			{Role: view.Text, Name: "Fracture of unspecified part of neck of right femur, initial encounter", Layout: view.Layout{Grow: 1}},
			{Role: view.Chip, Name: "ICD-10-CM"},
		}}
	}
	p := page(view.Part{Role: view.List, Children: rows})
	for b.Loop() {
		view.Lay(&p, view.Room{W: 390, H: 844}, view.Typewriter{})
	}
}
