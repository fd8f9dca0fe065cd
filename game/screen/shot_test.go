package screen

import (
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game"
	"coderounds/game/view"
)

// TestShots draws the samples. With SHOTS set to a folder, it keeps the pictures there to be looked at.
func TestShots(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	pages := map[string]view.Part{
		"home": sampleHome(), "question": sampleQuestion(false), "feedback": sampleQuestion(true),
		"entry": sampleEntry(), "dialog": sampleDialog(), "charts": sampleCharts(),
	}
	for name, page := range pages {
		for _, theme := range []game.Theme{game.ThemeLight, game.ThemeDark, game.ThemeContrast} {
			for room, size := range map[string][2]int{"phone": {390, 844}, "desktop": {1280, 800}} {
				scale := 1.0
				if name == "charts" {
					size[1] = 2000 // all of it at a glance
				}
				if room == "phone" {
					scale = 2
				}
				shot := Shot{Name: name + "-" + room + "-" + string(theme), Page: page, W: size[0], H: size[1], Scale: scale,
					Look: game.Look{Theme: theme}, Prefers: view.Preferences{Keyboard: room == "desktop"}}
				picture := c.take(shot)
				require.Equal(t, size[0]*int(scale), picture.Rect.Dx())
				keep(t, shot.Name, func(f *os.File) error { return png.Encode(f, picture) })
			}
		}
	}
}

func keep(t *testing.T, name string, write func(*os.File) error) {
	t.Helper()
	folder := os.Getenv("SHOTS")
	if folder == "" {
		return
	}
	f, err := os.Create(filepath.Join(folder, name+".png"))
	require.NoError(t, err)
	require.NoError(t, write(f))
	require.NoError(t, f.Close())
}
