package screen

import (
	"image/png"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
)

// TestWorkloadShots draws a day's part, what the choices cost, and what keeps slipping; see [TestShots].
func TestWorkloadShots(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	missed := []string{"slipping", "practise"}
	for range 14 { // some leeches, each missed three times
		missed = append(missed, "dontknow", "continue")
	}
	pages := map[string]view.Part{
		"slipped":       learned(t, 182, missed...).View(),
		"part":          learned(t, 182).View(),
		"workload":      learned(t, 182, "settings", "workload").View(),
		"workload-open": learned(t, 182, "settings", "workload", "figures/costs", "figures/weeks").View(),
		"slipping":      learned(t, 182, "slipping").View(),
	}
	for name, page := range pages {
		for _, theme := range []game.Theme{game.ThemeLight, game.ThemeDark} {
			for room, size := range map[string][2]int{"phone": {390, 844}, "desktop": {1280, 800}} {
				if os.Getenv("SHOTS_WHOLE") != "" {
					size[1] = 2000
				}
				shot := Shot{Name: name + "-" + room + "-" + string(theme), Page: page, W: size[0], H: size[1], Scale: 1,
					Look: game.Look{Theme: theme}, Prefers: view.Preferences{Keyboard: room == "desktop"}}
				picture := c.take(shot)
				require.NotZero(t, colours(picture, 1, view.Rect{W: float64(size[0]), H: 400})[themeOf(theme, false).ink])
				keep(t, shot.Name, func(f *os.File) error { return png.Encode(f, picture) })
			}
		}
	}
}
