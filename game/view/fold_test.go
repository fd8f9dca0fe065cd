package view_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

// TestATableFolds: where the longest words of its columns do not fit side by side, each row becomes a block that names
// what its figures are.
func TestATableFolds(t *testing.T) {
	bold := func(s string) view.Part {
		return view.Part{Role: view.Text, Name: s, Style: view.Style{Bold: true}}
	}
	row := func(cells ...view.Part) view.Part {
		cells[0].Layout.Grow = 1
		for i := range cells[1:] {
			cells[i+1].Layout.Justify = view.End
		}
		return view.Part{Layout: view.Layout{Axis: view.Across, Gap: 16}, Children: cells}
	}
	table := view.Part{Role: view.Table, Name: "Known", Children: []view.Part{
		row(bold("Chapter"), bold("Known")), row(text("Neoplasms"), text("31 %"))}}
	wide := view.Lay(&view.Part{Role: view.Page, Children: []view.Part{table}}, view.Room{W: 320, H: 400}, view.Typewriter{})
	require.Equal(t, strings.TrimPrefix(`
page 0,0 320x400
  table 16,16 288x48
    group 16,16 288x24
      text 16,16 232x24 |16 Chapter
      text 264,16 40x24 |264 Known
    group 16,40 288x24
      text 16,40 232x24 |16 Neoplasms
      text 264,40 40x24 |272 31 %
`, "\n"), plan(wide))
	narrow := view.Lay(&view.Part{Role: view.Page, Children: []view.Part{table}}, view.Room{W: 140, H: 400}, view.Typewriter{})
	require.Equal(t, strings.TrimPrefix(`
page 0,0 140x400
  table 16,16 108x50
    group 16,16 108x50
      text 16,16 108x24 |16 Neoplasms
      group 16,42 108x24
        text 16,42 68x24 |16 Known
        text 92,42 32x24 |92 31 %
`, "\n"), plan(narrow))
}
