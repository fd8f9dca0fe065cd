package game_test

import (
	"strings"
	"testing"
	"time"

	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

// played is a store with the reviews of somebody who met n cards of ICD-10-CM, found and chosen, over the weeks before
// [evening].
func played(t *testing.T, n int) *quiz.Unsaved {
	t.Helper()
	p := start(t, new(quiz.Unsaved))
	store := new(quiz.Unsaved)
	i := 0
	for _, deck := range p.desk.Decks() {
		for _, c := range deck.Cards() {
			if i == n || c.Kind != quiz.Find {
				continue
			}
			i++
			keep(t, store, quiz.Review{
				Time: evening.AddDate(0, 0, -40+i*30/n), Card: c.ID, Kind: c.Kind, Seed: uint64(i),
				Outcome: quiz.Right, Grade: fsrs.Good, TookMS: 12_000,
			})
		}
	}
	require.Equal(t, n, i)
	return store
}

func keep(t *testing.T, store *quiz.Unsaved, r quiz.Review) {
	t.Helper()
	r.Version = quiz.Version
	line, err := r.Line()
	require.NoError(t, err)
	require.NoError(t, <-store.Append(line))
}

// TestTheDaysPart: home offers what fits in the minutes and says that the rest waits, never how much that is; a round is no
// longer than what is left; and when the part is done it says so.
func TestTheDaysPart(t *testing.T) {
	p := start(t, played(t, 90))
	require.Contains(t, p.shows(), `heading "Today: 15 minutes, `)
	require.Contains(t, p.shows(), `text "To keep what you know. The rest waits without harm."`)
	require.NotContains(t, p.shows(), "cards are due")

	p.press("settings")
	require.Contains(t, p.shows(), "15 minutes a day, and 90 % of what comes up again still known.")
	p.press("workload")
	p.press("minutes/0")
	p.press("back")
	p.press("back")
	require.Contains(t, p.shows(), `heading "Today: 5 minutes, `)
	p.press("start")
	n := 0
	for ; strings.HasPrefix(p.shows(), "page #round"); n++ {
		p.now = p.now.Add(25 * time.Second)
		p.answer(true)
		p.press("continue")
	}
	require.Less(t, n, 13)
	require.Contains(t, p.shows(), `text "Tomorrow: 5 minutes, `)
	p.press("home")
	for range 3 {
		if strings.Contains(p.shows(), "part is done") {
			break
		}
		require.Contains(t, p.shows(), " so far. ")
		p.press("start")
		for strings.HasPrefix(p.shows(), "page #round") {
			p.now = p.now.Add(25 * time.Second)
			p.answer(true)
			p.press("continue")
		}
		p.press("home")
	}
	require.Contains(t, p.shows(), `heading "Today’s part is done"`)
	require.Contains(t, p.shows(), "More is welcome, and never owed.")
	p.press("start")
	require.Contains(t, p.shows(), "1 of 12", "who wants more gets a whole round")
}

// TestChoosingARetention shows what each costs, replans at once, and is kept.
func TestChoosingARetention(t *testing.T) {
	p := start(t, played(t, 40))
	p.press("settings")
	p.press("workload")
	shown := p.shows()
	require.Contains(t, shown, `button #retention/3 "90 %" [chosen]`)
	require.Contains(t, shown, `heading "What each choice costs"`)
	require.Contains(t, shown, "At 90 %: about ")
	require.Equal(t, 3, strings.Count(shown, "picture"))
	require.Contains(t, shown, "At 90 % you know 9")
	p.press("figures/costs")
	require.Contains(t, p.shows(), `table "What each choice costs"`)
	p.press("figures/weeks")
	require.Contains(t, p.shows(), `table "The weeks ahead"`)

	before := dueDays(p.desk.Journal)
	p.press("retention/5")
	require.Contains(t, p.shows(), `button #retention/5 "95 %" [chosen]`)
	require.Contains(t, p.shows(), "At 95 %: about ")
	require.Equal(t, .95, p.desk.Journal.Memory().Retention())
	require.Less(t, dueDays(p.desk.Journal), before, "cards come sooner")
	require.Contains(t, string(p.machine.settings), `"workload":{"retention":0.95,"minutes":15}`)
	p.press("retention/3")
	require.Equal(t, before, dueDays(p.desk.Journal))
	p.do(view.Event{Kind: view.Back})
	require.Contains(t, p.shows(), "page #settings")
}

// dueDays is the sum of all due days.
func dueDays(j *quiz.Journal) (sum quiz.Day) {
	seen := make(map[quiz.CardID]bool)
	for _, r := range j.Reviews() {
		if c, _ := j.Memory().Card(r.Card); !seen[r.Card] {
			seen[r.Card] = true
			sum += c.Due
		}
	}
	return sum
}

// TestWhatKeepsSlipping is shown beside what it is taken for, in a scene and after a round in which it was missed again.
func TestWhatKeepsSlipping(t *testing.T) {
	store := new(quiz.Unsaved)
	slip := func(card quiz.CardID, k quiz.Kind, answer, taken string) {
		for i := range 2*quiz.LeechLapses + 1 {
			r := quiz.Review{
				Time: evening.AddDate(0, 0, -60+2*i), Card: card, Kind: k, Seed: uint64(i), Outcome: quiz.Right, Grade: fsrs.Good,
				Answer: answer, Response: answer,
			}
			if i%2 == 1 {
				r.Outcome, r.Grade, r.Response = quiz.Wrong, fsrs.Again, taken
			}
			keep(t, store, r)
		}
	}
	slip("find/icd10cm/E11", quiz.Find, "E11.9", "E11.65")
	slip("build/icd10pcs/0DT", quiz.Build, "0DT40ZZ", "0DT44ZZ")
	slip("find/icd10cm/Z99X", quiz.Find, "Z99.X", "Z99.Y") // is not loaded
	p := start(t, store)
	p.press("slipping")
	shown := p.shows()
	for _, want := range []string{
		`text "E11.9"`, `text "Type 2 diabetes mellitus without complications"`, `text "E11.65"`, "with hyperglycemia",
		`text "What you take it for"`, `text "Forgotten on 8 days"`, `text "0DT44ZZ"`,
		"Approach 4 is Percutaneous Endoscopic, not Open.",
	} {
		require.Contains(t, shown, want)
	}
	require.NotContains(t, shown, "Z99")
	p.press("slipping/1")
	require.Contains(t, p.shows(), "E11.9 is a billable code")
	p.press("back")
	p.press("practise")
	for n := 0; strings.HasPrefix(p.shows(), "page #round"); n++ {
		p.answer(n > 0)
		p.press("continue")
	}
	require.Contains(t, p.shows(), `heading "These keep slipping"`)
	p.press("slipping")
	p.press("back")
	require.Contains(t, p.shows(), "page #summary")
}

func TestNothingSlips(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	require.Nil(t, func() *view.Part { page := p.scene.View(); return page.Find("slipping") }())
}
