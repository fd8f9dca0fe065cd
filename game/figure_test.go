package game

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

func TestFigure(t *testing.T) {
	fig := figure{ID: "due", Title: "Due", Says: "Two are due on Monday.",
		Chart: view.Chart{X: []string{"Mon"}, Series: []view.Series{{Name: "Due", Values: []float64{2}}}},
		Table: table("Due", []string{"Day", "Cards"}, []string{"Mon", "2"})}
	var open figures
	closed := `heading "Due"
text "Two are due on Monday."
picture "Two are due on Monday."
  bars
    at Mon
    "Due" 2
button #figures/due "Show the figures: Due"
  text "Show the figures"
`
	require.Equal(t, closed, view.Print(open.card(fig)))
	require.False(t, open.press("start"))
	require.True(t, open.press("figures/due"))
	require.Contains(t, view.Print(open.card(fig)), `button #figures/due "Hide the figures: Due"
  text "Hide the figures"
table "Due"
  text "Day"
  text "Cards"
  text "Mon"
  text "2"
`)
	require.True(t, open.press("figures/due"))
	require.Equal(t, closed, view.Print(open.card(fig)))
}

func TestTableAlignsNumbers(t *testing.T) {
	row := table("T", []string{"Day", "Cards", "What"}, []string{"1 May", "2", "words"}).Children[1]
	require.Equal(t, view.Stretch, row.Children[0].Layout.Justify)
	require.Equal(t, view.End, row.Children[1].Layout.Justify)
	require.Equal(t, view.Stretch, row.Children[2].Layout.Justify)
	for s, want := range map[string]bool{"": false, "12 %": true, "−3": true, "–": true, "S72": false, "étude": false} {
		require.Equal(t, want, numeric(s), s)
	}
}
