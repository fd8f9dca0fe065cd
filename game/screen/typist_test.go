//go:build !js

package screen

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

// fieldBox is a field at 16, 16 in a room 320 wide.
func fieldBox(t *testing.T, f *faces, part view.Part) *view.Box {
	t.Helper()
	part.Role, part.ID = view.Field, "field"
	page := pageOf("one", part)
	return view.Lay(&page, view.Room{W: 320, H: 200}, f).Root.Kids[0]
}

func TestRuneAt(t *testing.T) {
	loaded, err := loadFonts()
	require.NoError(t, err)
	f := newFaces(loaded, 2)
	box := fieldBox(t, f, view.Part{Value: "aäb", Style: view.Style{Mono: true}})
	wide := f.Width("a", box.Style, false)
	first := box.Lines[0].X
	for i, want := range []int{0, 1, 2, 3} {
		require.Equal(t, want, runeAt(box, f, first+float64(i)*wide+1))
		require.Equal(t, want, runeAt(box, f, first+float64(i)*wide-1))
	}
	require.Equal(t, 0, runeAt(box, f, 0))
	require.Equal(t, 3, runeAt(box, f, 300))
	require.Equal(t, 0, runeAt(fieldBox(t, f, view.Part{Hint: "empty"}), f, 200))

	slots := fieldBox(t, f, view.Part{Value: "S72", Slots: []int{3, 4}})
	require.Equal(t, 0, runeAt(slots, f, slots.Slots[0].X+1))
	require.Equal(t, 4, runeAt(slots, f, slots.Slots[4].X+1))
	require.Equal(t, 7, runeAt(slots, f, 319))
}

func TestWhatIsComposedIsPartOfTheText(t *testing.T) {
	var ty typist
	ty.editor.set("ab")
	ty.editor.place(1, false)
	ty.composing, ty.within = []rune("xyz"), 2
	require.Equal(t, "axyzb", ty.said())
	start, end := ty.caret()
	require.Equal(t, []int{3, 3}, []int{start, end})
	ty.composing = nil
	require.Equal(t, "ab", ty.said())
}

func TestClipboardWithoutPrograms(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var c clipboard
	_, ok := c.pasted()
	require.False(t, ok)
	c.copy("S72.001A")
	c.paste()
	require.Equal(t, "S72.001A", <-c.result, "within the game it works")
}
