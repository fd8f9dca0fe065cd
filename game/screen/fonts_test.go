package screen

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/image/font/gofont/goregular"

	"coderounds/game/view"
)

func TestFaces(t *testing.T) {
	loaded, err := loadFonts()
	require.NoError(t, err)
	f := newFaces(loaded, 2)
	body, code := view.Style{}, view.Style{Mono: true}

	require.InDelta(t, f.Width("ab", body, false), newFaces(loaded, 1).Width("ab", body, false), 0.1, "widths do not depend on the device")
	require.Less(t, f.Width("-", body, false), 0.4*typeSizes[view.Body].letter, "a hyphen is no minus")
	require.Less(t, f.Width("-", body, true), 0.4*typeSizes[view.Body].letter)
	require.Equal(t, f.Width("0", code, false), f.Width("O", code, false))
	require.Equal(t, f.Width("l", code, true), f.Width("M", code, false), "code is set in columns")
	require.Greater(t, f.Width("word", body, true), f.Width("word", body, false))
	require.Zero(t, f.Width("", body, false))
	for size := view.Body; size <= view.Display; size++ {
		require.Greater(t, f.Height(view.Style{Size: size}), typeSizes[size].letter)
		require.Zero(t, int(f.Height(view.Style{Size: size}))%4)
	}
}

func TestFacesForget(t *testing.T) {
	loaded, err := loadFonts()
	require.NoError(t, err)
	f := newFaces(loaded, 1)
	for i := range mostWidths + 10 {
		f.widths[widthKey{text: string(rune(i))}] = 1
	}
	f.Width("new", view.Style{}, false)
	require.Less(t, len(f.widths), mostWidths)
}

func FuzzWithHyphen(f *testing.F) {
	f.Add(goregular.TTF[:400])
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, ttf []byte) {
		require.Len(t, withHyphen(ttf, minusGlyph, hyphenGlyph), len(ttf))
	})
}
