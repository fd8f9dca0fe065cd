package screen

import (
	"image/color"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
)

func TestContrast(t *testing.T) {
	require.InDelta(t, 21, contrast(rgb(0xFFFFFF), rgb(0)), 1e-9)
	for name, test := range map[string]struct {
		theme theme
		least float64
	}{
		"light": {lightTheme(), 4.5}, "dark": {darkTheme(), 4.5},
		"black on white": {contrastTheme(false), 7}, "white on black": {contrastTheme(true), 7},
	} {
		t.Run(name, func(t *testing.T) {
			th := test.theme
			for ground, back := range map[string]color.RGBA{"page": th.page, "surface": th.surface, "sunk": th.sunk} {
				require.GreaterOrEqual(t, contrast(th.ink, back), max(7, test.least), "ink on %s", ground)
				require.GreaterOrEqual(t, contrast(th.muted, back), test.least, "muted on %s", ground)
				require.GreaterOrEqual(t, contrast(th.edge, back), 3.0, "edge on %s", ground)
				require.GreaterOrEqual(t, contrast(th.ring, back), 3.0, "ring on %s", ground)
				for tone, c := range th.tones {
					require.GreaterOrEqual(t, contrast(c, back), test.least, "tone %d on %s", tone, ground)
					wash := th.tinted(c, back)
					require.GreaterOrEqual(t, contrast(th.ink, wash), test.least, "ink on a wash of %d on %s", tone, ground)
					if ground != "sunk" {
						require.GreaterOrEqual(t, contrast(th.muted, wash), test.least, "muted on a wash of %d on %s", tone, ground)
						require.GreaterOrEqual(t, contrast(c, wash), test.least, "tone %d on its wash on %s", tone, ground)
					}
				}
			}
			for tone, c := range th.tones {
				require.GreaterOrEqual(t, contrast(th.solid, c), test.least, "text on solid %d", tone)
				if tone != int(view.Muted) {
					require.GreaterOrEqual(t, contrast(softSolid(c, th.solid), c), 4.5, "second text on solid %d", tone)
				}
			}
		})
	}
}

func TestThemeOf(t *testing.T) {
	require.Equal(t, lightTheme(), themeOf(game.ThemeAuto, false))
	require.Equal(t, darkTheme(), themeOf(game.ThemeAuto, true))
	require.Equal(t, darkTheme(), themeOf("", true))
	require.Equal(t, lightTheme(), themeOf(game.ThemeLight, true))
	require.Equal(t, darkTheme(), themeOf(game.ThemeDark, false))
	require.Equal(t, contrastTheme(true), themeOf(game.ThemeContrast, true))
}
