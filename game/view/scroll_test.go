package view_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

func TestAKeyboardOnTheScreenLeavesRoomBelowTheField(t *testing.T) {
	items := []view.Part{text(strings.Repeat("A long question. ", 20)), {Role: view.Field, ID: "search", State: view.Wanted}}
	for range 20 {
		items = append(items, text("Result"))
	}
	st := on(phone, page(items...))
	low := phone
	low.H -= 200
	st.Resize(view.Typewriter{}, low)
	require.Equal(t, st.Laid().Body.Y+8, st.Laid().Root.Find("search").Rect.Y)
	st.Resize(view.Typewriter{}, phone)
	require.Positive(t, st.Laid().Root.Find("search").Rect.Intersect(st.Laid().Body).H)
}

func TestWhatIsWantedIsScrolledIntoSight(t *testing.T) {
	items := make([]view.Part, 40)
	for i := range items {
		items[i] = button(fmt.Sprint("item/", i), "Item")
	}
	items[30].State |= view.Wanted
	st := on(phone, page(items...))
	require.Equal(t, "item/30", focus(st))
	b := st.Laid().Root.Find("item/30")
	require.Equal(t, b.Rect, b.Rect.Intersect(b.Clip))
	st.Handle(view.Event{Kind: view.Wheel, Y: -1e6})
	st.Show(page(items[:30]...))
	require.Zero(t, st.Scroll(), "a page that goes on stays where it is")
}
