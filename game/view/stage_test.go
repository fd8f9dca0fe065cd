package view_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

var phone = view.Room{W: 320, H: 480, Keyboard: true}

func on(room view.Room, p view.Part) *view.Stage {
	st := view.NewStage(view.Typewriter{}, room)
	st.Show(p)
	return st
}

// do hands the stage keys and returns the meant events, one a word.
func do(st *view.Stage, keys ...string) string {
	var got []string
	for _, k := range keys {
		got = append(got, words(st.Handle(view.Event{Kind: view.Key, Text: k}))...)
	}
	return strings.Join(got, " ")
}

func words(events []view.Event) []string {
	var got []string
	for _, e := range events {
		switch e.Kind {
		case view.Press:
			got = append(got, "press:"+e.ID)
		case view.Back:
			got = append(got, "back")
		default:
			got = append(got, "other")
		}
	}
	return got
}

func focus(st *view.Stage) string {
	id, _ := st.Focus()
	return id
}

func middle(st *view.Stage, id string) (x, y float64) {
	r := st.Laid().Root.Find(id).Rect
	return r.X + r.W/2, r.Y + r.H/2
}

func with(p view.Part, state view.State, keys ...string) view.Part {
	p.State, p.Keys = state, keys
	return p
}

func TestKeys(t *testing.T) {
	quiz := page(
		with(button("a", "A"), 0, "a", "1"), with(button("b", "B"), view.Disabled, "b"), with(button("c", "C"), 0, "c"),
		with(button("next", "Next"), view.Primary))
	search := page(view.Part{Role: view.Field, ID: "field", State: view.Wanted}, with(button("a", "A"), 0, "a", "Ctrl+K", "Backspace"), with(button("b", "B"), view.Primary))
	tests := []struct {
		name  string
		page  view.Part
		keys  string
		want  string
		focus string
	}{
		{"the focus walks over what can be pressed", quiz, "Tab Tab", "", "c"},
		{"and around", quiz, "ArrowDown ArrowDown ArrowDown ArrowDown", "", "a"},
		{"backwards", quiz, "Shift+Tab", "", "next"},
		{"Enter presses the obvious next step", quiz, "Enter", "press:next", ""},
		{"Enter presses what has the focus", quiz, "Tab Enter", "press:a", "a"},
		{"so does a space", quiz, "Tab Tab SPACE", "press:c", "c"},
		{"a space presses nothing by itself", quiz, "SPACE", "", ""},
		{"keys press their parts", quiz, "c 1", "press:c press:a", ""},
		{"capital letters too", quiz, "C", "press:c", ""},
		{"not those that are disabled", quiz, "b x", "", ""},
		{"Escape goes back", quiz, "Escape", "back", ""},
		{"in a field, letters are text", search, "a SPACE Backspace", "", "field"},
		{"but not chords", search, "Ctrl+K", "press:a", "field"},
		{"Enter presses the field", search, "Enter", "press:field", "field"},
		{"left and right stay in the field", search, "ArrowLeft ArrowRight Home End", "", "field"},
		{"down leaves it", search, "ArrowDown", "", "a"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			st := on(phone, test.page)
			keys := strings.Fields(test.keys)
			for i, k := range keys {
				keys[i] = strings.ReplaceAll(k, "SPACE", " ")
			}
			require.Equal(t, test.want, do(st, keys...))
			require.Equal(t, test.focus, focus(st))
		})
	}
}

func TestPointer(t *testing.T) {
	st := on(phone, page(button("a", "A"), button("b", "B"), view.Part{Role: view.Field, ID: "field"}))
	ax, ay := middle(st, "a")
	bx, by := middle(st, "b")
	point := func(kind view.Kind, x, y float64) []string {
		return words(st.Handle(view.Event{Kind: kind, X: x, Y: y}))
	}

	require.Empty(t, point(view.Point, ax, ay))
	require.Equal(t, "a", st.Hover())
	require.Empty(t, point(view.PointDown, ax, ay))
	require.Equal(t, "a", st.Held())
	require.Equal(t, []string{"press:a"}, point(view.PointUp, ax, ay))
	require.Empty(t, st.Held())
	id, ring := st.Focus()
	require.Equal(t, "a", id)
	require.False(t, ring, "a pointer needs no ring")

	point(view.PointDown, ax, ay)
	point(view.Point, bx, by)
	require.Empty(t, st.Held(), "left while down")
	require.Empty(t, point(view.PointUp, bx, by))

	fx, fy := middle(st, "field")
	point(view.PointDown, fx, fy)
	require.Empty(t, point(view.PointUp, fx, fy), "a press on a field only gives it the focus")
	require.Equal(t, "field", st.Field().ID)

	point(view.Point, -1, -1)
	require.Empty(t, st.Hover())
}

func long() view.Part {
	var rows []view.Part
	for _, r := range "abcdefghijklmnopqrst" {
		rows = append(rows, button(string(r), string(r)))
	}
	return page(rows...)
}

func TestDragIsNoPress(t *testing.T) {
	st := on(phone, long())
	x, y := middle(st, "c")
	st.Handle(view.Event{Kind: view.PointDown, X: x, Y: y})
	st.Drag(y - 6)
	require.Zero(t, st.Scroll(), "a finger trembles")
	require.Equal(t, "c", st.Held())
	st.Drag(y - 40)
	require.Equal(t, 40.0, st.Scroll())
	require.Empty(t, st.Held())
	require.Empty(t, st.Handle(view.Event{Kind: view.PointUp, X: x, Y: y - 40}))

	st.Handle(view.Event{Kind: view.PointDown, X: x, Y: y})
	require.NotEmpty(t, st.Handle(view.Event{Kind: view.PointUp, X: x, Y: y}), "the next press is one again")
}

func TestScrolling(t *testing.T) {
	st := on(phone, long())
	limit := st.Laid().MaxScroll()
	require.Positive(t, limit)
	st.Handle(view.Event{Kind: view.Wheel, Y: 64})
	require.Equal(t, 64.0, st.Scroll())
	st.Handle(view.Event{Kind: view.Wheel, Y: -1000})
	require.Zero(t, st.Scroll())
	do(st, "End")
	require.Equal(t, limit, st.Scroll())
	do(st, "Home", "PageDown")
	require.InDelta(t, 480*0.85, st.Scroll(), 1e-9)
	require.Equal(t, -392.0, st.Laid().Root.Find("a").Rect.Y)

	p := long()
	again := view.Lay(&p, view.Room{W: 320, H: 480, Scroll: st.Scroll(), Keyboard: true}, view.Typewriter{})
	require.Equal(t, plan(again), plan(st.Laid()), "scrolling moves what another layout would place")
}

func TestFocusIsScrolledIntoView(t *testing.T) {
	st := on(phone, long())
	do(st, "Shift+Tab")
	body, r := st.Laid().Body, st.Laid().Root.Find("t").Rect
	require.Equal(t, "t", focus(st))
	require.LessOrEqual(t, r.Y+r.H, body.Y+body.H)
	do(st, "Tab")
	require.GreaterOrEqual(t, st.Laid().Root.Find("a").Rect.Y, body.Y)
}

func TestHoverFollowsTheScroll(t *testing.T) {
	st := on(phone, long())
	x, y := middle(st, "a")
	st.Handle(view.Event{Kind: view.Point, X: x, Y: y})
	st.Handle(view.Event{Kind: view.Wheel, Y: 56})
	require.Equal(t, "b", st.Hover())
}

func TestShrinkingPageScrollsBack(t *testing.T) {
	st := on(phone, long())
	do(st, "End")
	st.Show(page(button("a", "A")))
	require.Zero(t, st.Scroll())
	require.Equal(t, 16.0, st.Laid().Root.Find("a").Rect.Y)
}

func asking(children ...view.Part) view.Part {
	return page(append(children, view.Part{Role: view.Dialog, Name: "Sure?", Children: []view.Part{
		button("no", "No"), with(button("yes", "Yes"), view.Primary, "y")}})...)
}

func TestDialogHoldsTheFocus(t *testing.T) {
	under := []view.Part{with(button("a", "A"), 0, "a"), button("b", "B")}
	st := on(phone, page(under...))
	do(st, "Tab", "Tab")
	require.Equal(t, "b", focus(st))

	st.Show(asking(under...))
	require.Equal(t, "no", focus(st))
	require.Empty(t, do(st, "a"), "keys of what is under it")
	require.Equal(t, "press:yes", do(st, "y"))
	do(st, "Tab", "Tab")
	require.Equal(t, "no", focus(st))
	x, y := middle(st, "a")
	st.Handle(view.Event{Kind: view.PointDown, X: x, Y: y})
	require.Empty(t, st.Handle(view.Event{Kind: view.PointUp, X: x, Y: y}))
	require.Empty(t, st.Handle(view.Event{Kind: view.Press, ID: "a"}), "a late press of the mirror")

	st.Show(page(under...))
	require.Equal(t, "b", focus(st), "the focus comes back")
}

func TestFocusOnShow(t *testing.T) {
	st := on(phone, page(button("a", "A"), with(button("b", "B"), view.Wanted)))
	require.Equal(t, "b", focus(st))
	do(st, "Tab")
	require.Equal(t, "a", focus(st))
	st.Show(page(button("a", "A again"), with(button("b", "B"), view.Wanted)))
	require.Equal(t, "a", focus(st), "it stays on the same page")
	st.Show(page(with(button("a", "A"), view.Disabled), with(button("b", "B"), view.Wanted)))
	require.Equal(t, "b", focus(st), "until its part cannot have it")

	other := page(button("a", "A"))
	other.ID = "other"
	st.Show(other)
	require.Empty(t, focus(st), "a new page starts without")
}

func TestMeantEventsPass(t *testing.T) {
	st := on(phone, page(button("a", "A"), with(button("b", "B"), view.Disabled), view.Part{Role: view.Field, ID: "f"}))
	require.Equal(t, []string{"press:a"}, words(st.Handle(view.Event{Kind: view.Press, ID: "a"})))
	require.Empty(t, st.Handle(view.Event{Kind: view.Press, ID: "b"}))
	require.Empty(t, st.Handle(view.Event{Kind: view.Press, ID: "gone"}))
	require.Empty(t, st.Handle(view.Event{Kind: view.Edit, ID: "gone", Text: "x"}))
	edit := view.Event{Kind: view.Edit, ID: "f", Text: "x"}
	require.Equal(t, []view.Event{edit}, st.Handle(edit))
	require.Len(t, st.Handle(view.Event{Kind: view.Drop}), 1)
	require.Len(t, st.Handle(view.Event{Kind: view.Resumed}), 1)
	require.Empty(t, st.Handle(view.Event{Kind: view.Focus, ID: "f"}))
	require.Equal(t, "f", focus(st))
	require.Empty(t, st.Handle(view.Event{Kind: view.Focus, ID: "gone"}))
	require.Equal(t, "f", focus(st))
}

func TestEqual(t *testing.T) {
	a, b := asking(button("a", "A")), asking(button("a", "A"))
	require.True(t, a.Equal(&b))
	b.Children[1].Children[0].State = view.Disabled
	require.False(t, a.Equal(&b))
}

func TestPrint(t *testing.T) {
	p := page(view.Part{Role: view.Group, Children: []view.Part{text("Hello")}}, with(button("a", "A"), view.Primary|view.Wanted),
		view.Part{Role: view.Field, ID: "f", Name: "Code", Value: "S72"}, view.Part{Role: view.Rule})
	require.Equal(t, `page #page
  text "Hello"
  button #a "A" [primary] [wanted]
  field #f "Code" = "S72"
`, view.Print(p))
}
