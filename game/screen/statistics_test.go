package screen

import (
	"image/png"
	"math/rand/v2"
	"os"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/codesets/starter"
	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/concept"
	"coderounds/quiz/drill"
	"coderounds/quiz/pupil"
)

// desktop is a device that keeps nothing.
type desktop struct{}

func (desktop) SaveSettings([]byte) <-chan error {
	c := make(chan error, 1)
	c <- nil
	return c
}
func (desktop) Offer(string, []byte) (string, error) { return "", nil }
func (desktop) Pick() bool                           { return false }
func (desktop) Breathe(int, int) error               { return nil }

var evening = time.Date(2026, 11, 23, 19, 30, 0, 0, time.FixedZone("", -5*3600))

// learner keeps the journal of a made-up learner who has played for some days, up to this evening.
func learner(t *testing.T, days int) quiz.Store {
	t.Helper()
	library, err := starter.Library()
	require.NoError(t, err)
	items, err := concept.Items()
	require.NoError(t, err)
	decks, err := drill.Decks(library, library, nil)
	require.NoError(t, err)
	reviews, err := pupil.Play(append(decks, quiz.NewItems(items, library)), library,
		pupil.Course{From: evening.AddDate(0, 0, -days).Add(-time.Hour), Days: days + 1, Seed: 1})
	require.NoError(t, err)
	store := new(quiz.Unsaved)
	for i := range reviews {
		line, err := reviews[i].Line()
		require.NoError(t, err)
		require.NoError(t, <-store.Append(line))
	}
	return store
}

// opened opens the game over a journal and presses what leads to a page.
func opened(t *testing.T, store quiz.Store, presses ...string) game.Scene {
	t.Helper()
	_, scene, err := game.Open(game.Start{Store: store, Device: desktop{}, Rand: rand.New(rand.NewPCG(1, 2)), Now: evening})
	require.NoError(t, err)
	for _, id := range presses {
		scene = scene.Update(game.Input{Now: evening, Events: []view.Event{{Kind: view.Press, ID: id}}})
		for w, ok := scene.(game.Waiter); ok && w.Waiting(); w, ok = scene.(game.Waiter) {
			scene = scene.Update(game.Input{Now: evening})
		}
	}
	return scene
}

// learned opens the game of such a learner, and presses what leads to a page.
func learned(t *testing.T, days int, presses ...string) game.Scene {
	t.Helper()
	return opened(t, learner(t, days), presses...)
}

// TestStatisticsShots draws what half a year and what three days come to; see [TestShots].
func TestStatisticsShots(t *testing.T) {
	needDisplay(t)
	c, err := newCamera()
	require.NoError(t, err)
	half := learner(t, 182)
	pages := map[string]view.Part{
		"statistics":      opened(t, half, "statistics").View(),
		"statistics-new":  learned(t, 0, "statistics").View(),
		"statistics-open": opened(t, half, "statistics", "figures/due", "figures/recall", "figures/chapters", "figures/lookups").View(),
		"chapter":         opened(t, half, "statistics", "chapter/18").View(),
	}
	for name, page := range pages {
		themes := []game.Theme{game.ThemeLight, game.ThemeDark, game.ThemeContrast}
		if name != "statistics" {
			themes = themes[:1]
		}
		for _, theme := range themes {
			for room, size := range map[string][2]int{"phone": {390, 844}, "desktop": {1280, 800}} {
				if os.Getenv("SHOTS_WHOLE") != "" {
					size[1] = map[string]int{"phone": 3900, "desktop": 2300}[room]
				}
				scale := 1.0
				if room == "phone" && os.Getenv("SHOTS_WHOLE") == "" {
					scale = 2
				}
				shot := Shot{Name: name + "-" + room + "-" + string(theme), Page: page, W: size[0], H: size[1], Scale: scale,
					Look: game.Look{Theme: theme}, Prefers: view.Preferences{Keyboard: room == "desktop"}}
				picture := c.take(shot)
				th := themeOf(theme, false)
				require.NotZero(t, colours(picture, scale, view.Rect{W: float64(size[0]), H: 400})[th.ink])
				keep(t, shot.Name, func(f *os.File) error { return png.Encode(f, picture) })
			}
		}
	}
}
