//go:build !js

package journey

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	rounds "coderounds/game"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
	"coderounds/quiz/pupil"
)

// halfYear makes up half a year of a learner, and returns it with a backup of it.
func halfYear(t *testing.T) (reviews []quiz.Review, backup string) {
	student := newStudent(t)
	reviews, err := pupil.Play(student.decks, student.library, pupil.Course{From: time.Now().AddDate(0, 0, -182), Days: 182, Seed: 1})
	require.NoError(t, err)
	var data bytes.Buffer
	require.NoError(t, rounds.Backup{Settings: rounds.DefaultSettings(), Reviews: reviews}.Write(&data, time.Now()))
	backup = filepath.Join(t.TempDir(), "backup.jsonl")
	require.NoError(t, os.WriteFile(backup, data.Bytes(), 0o644))
	return reviews, backup
}

// TestFit has the memory model fitted in the page while it can be used, to what it is fitted to natively. It is there
// after the page was loaded anew, and so is what was undone.
func TestFit(t *testing.T) {
	chromium(t)
	reviews, backup := halfYear(t)
	memory := quiz.NewMemory(fsrs.Published(), quiz.DefaultRetention)
	for i := range reviews {
		memory.Add(&reviews[i])
	}
	natively := fsrs.NewFit(memory.Log(), memory.Model())
	for natively.Step() {
	}
	found := natively.Result()
	require.True(t, found.Better)
	fitted := fmt.Sprintf("predicts %.1f %% better", 100*found.Gain())

	b := open(t, serve(t, game), phone)
	b.await("start")
	b.drop(backup)
	b.await("ok")
	b.press("ok")
	b.press("settings")
	b.awaitPage("Your memory model: the usual one.")
	b.watchFrames()
	b.press("memory/fit")
	b.awaitPage(fitted)
	b.tellFrames(fmt.Sprintf("fitting to %d answers", len(reviews)))
	b.reload()
	b.press("settings")
	b.awaitPage(fitted)
	b.press("memory/undo")
	b.awaitPage("Your memory model: the usual one.")
	b.reload()
	b.press("settings")
	b.awaitPage("Your memory model: the usual one.")
}
