//go:build !js

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	rounds "coderounds/game"
	"coderounds/quiz/pupil"
)

// TestStatistics restores half a year of a made-up learner from a backup and looks at the statistics: the pictures are
// named for who does not see them, and a table says the same.
func TestStatistics(t *testing.T) {
	chromium(t)
	student := newStudent(t)
	reviews, err := pupil.Play(student.decks, student.library, pupil.Course{From: time.Now().AddDate(0, 0, -182), Days: 182, Seed: 1})
	require.NoError(t, err)
	var data bytes.Buffer
	require.NoError(t, rounds.Backup{Settings: rounds.DefaultSettings(), Reviews: reviews}.Write(&data, time.Now()))
	backup := filepath.Join(t.TempDir(), "backup.jsonl")
	require.NoError(t, os.WriteFile(backup, data.Bytes(), 0o644))
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
