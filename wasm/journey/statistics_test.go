//go:build !js

package journey

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestStatistics restores half a year of a made-up learner from a backup and looks at the statistics: the pictures are
// named for who does not see them, and a table says the same.
func TestStatistics(t *testing.T) {
	chromium(t)
	_, backup := halfYear(t)
	address := serve(t, game)
	for _, on := range []screen{phone, desktop.inDark()} {
		t.Run(on.name, func(t *testing.T) {
			b := open(t, address, on)
			b.await("start")
			b.drop(backup)
			b.await("ok")
			b.press("ok")
			b.await("statistics")
			b.watchFrames()
			b.press("statistics")
			b.await("figures/due")
			b.tellFrames("opening the statistics")
			require.GreaterOrEqual(t, b.eval("document.querySelectorAll('[role=img][aria-label]').length"), 5.0)
			require.Equal(t, true, b.eval("document.querySelector('[role=table]') === null"))
			if folder := os.Getenv("JOURNEY_SHOTS"); folder != "" {
				b.shoot(filepath.Join(folder, "statistics-"+on.name+".png"))
			}
			b.press("figures/due")
			b.awaitPage("Hide the figures")
			require.Equal(t, 31.0, b.eval("document.querySelectorAll('[role=table] [role=row]').length"))
			b.press("chapter/18")
			b.awaitPage("S70-S79")
		})
	}
}
