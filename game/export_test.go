package game_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

func TestFilesToTakeAlong(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("start")
	p.press("dontknow")
	p.do(view.Event{Kind: view.Back})
	p.press("leave")
	p.press("home")
	p.press("settings")
	p.press("export")
	for id, want := range map[string]string{
		"export/backup":  "Backed up to Downloads/coderounds-backup-2026-11-23.jsonl.",
		"export/journal": "Answers saved as Downloads/coderounds-answers-2026-11-23.jsonl.",
		"export/revlog":  "Review log saved as Downloads/coderounds-revlog-2026-11-23.csv.",
		"export/anki":    "Questions saved as Downloads/coderounds-questions-2026-11-23.txt.",
	} {
		p.press(id)
		require.Contains(t, p.shows(), want)
	}
	offered := p.machine.offered
	revlog := strings.Split(string(offered["coderounds-revlog-2026-11-23.csv"]), "\n")
	require.Len(t, revlog, 3, "a header, one review, and the end")
	require.True(t, strings.HasPrefix(revlog[1], "1,"))
	p.do(view.Event{Kind: view.Back})
	require.Contains(t, p.shows(), "Settings")

	q := start(t, new(quiz.Unsaved))
	for range 2 { // the second time nothing is new
		q.drop(fstest.MapFS{"answers.jsonl": {Data: offered["coderounds-answers-2026-11-23.jsonl"]}})
		require.Contains(t, q.shows(), "It holds 1 answer;")
		q.press("ok")
	}
	require.Len(t, q.desk.Journal.Reviews(), 1)
	q.drop(fstest.MapFS{"notes.txt": {Data: offered["coderounds-questions-2026-11-23.txt"]}})
	require.Contains(t, q.shows(), "questions came in and will be asked as new cards.")
}

func TestAJournalOfANewerVersionIsRefused(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.drop(fstest.MapFS{"answers.jsonl": {Data: []byte(`{"v":1,"time":"2026-11-23T09:00:00Z","card":"item/a","kind":"type","seed":1,"response":"","outcome":"right","grade":3,"first_ms":1,"took_ms":2}
{"v":2,"time":"2026-11-23T09:00:01Z","card":"item/a"}
`)}})
	require.Contains(t, p.shows(), "answers.jsonl: line 2: written by a newer version of Code Rounds; update the program to read it.")
	require.Empty(t, p.desk.Journal.Reviews(), "never half-read")
}

// TestABackupHoldsEverythingThePlayerMade takes a journal, settings and questions to another device, twice.
func TestABackupHoldsEverythingThePlayerMade(t *testing.T) {
	p := reader(t, new(cupboard), nil, new(machine))
	p.drop(fstest.MapFS{"Week 3.csv": {Data: []byte("question,answer\nWhich letter is never used?,O\n")}})
	p.press("ok")
	p.press("settings")
	p.press("theme/dark")
	p.press("export")
	p.press("export/backup")
	backup := p.machine.offered["coderounds-backup-2026-11-23.jsonl"]

	shelf := new(cupboard)
	q := reader(t, shelf, nil, new(machine))
	for range 2 {
		q.drop(fstest.MapFS{"backup.jsonl": {Data: backup}})
		require.Contains(t, q.shows(), "1 question came in")
		q.press("ok")
	}
	require.Equal(t, game.ThemeDark, q.desk.Settings.Look.Theme)
	require.Equal(t, []string{"questions-week-3.csv"}, shelf.names(), "kept for the next start, once")

	for damaged, says := range map[string]string{
		string(backup[:len(backup)-9]):                          "is neither a review",
		strings.Replace(string(backup), `"v":2`, `"v":3`, 1):    "written by a newer version of Code Rounds; update the program to read it.",
		string(backup[:strings.Index(string(backup), "\n")+1]):  "it should hold 0 reviews and 1 file of questions and holds 0 and 0",
		strings.Replace(string(backup), `"data":"`, `"d":"`, 1): "no file of questions",
	} {
		r := reader(t, new(cupboard), nil, new(machine))
		r.drop(fstest.MapFS{"backup.jsonl": {Data: []byte(damaged)}})
		require.Contains(t, r.shows(), says)
		require.NotEqual(t, game.ThemeDark, r.desk.Settings.Look.Theme, "never half-read")
	}
}
