package game

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
	"coderounds/quiz/pupil"
)

// quietDevice keeps settings nowhere.
type quietDevice struct{}

func (quietDevice) SaveSettings([]byte) <-chan error {
	done := make(chan error, 1)
	done <- nil
	return done
}
func (quietDevice) Offer(string, []byte) (string, error) { return "", nil }
func (quietDevice) Pick() bool                           { return false }
func (quietDevice) Breathe(int, int) error               { return nil }

// candidate is a player of a small deck, who plays by events.
type candidate struct {
	t     *testing.T
	desk  *Desk
	scene Scene
	now   time.Time
}

// newCandidate has played on some of the last days.
func newCandidate(t *testing.T, days int) *candidate {
	t.Helper()
	evening := time.Date(2026, 11, 23, 19, 30, 0, 0, time.FixedZone("", -5*3600))
	library := smallBook(t)
	deck := newSmallDeck(library)
	store := new(quiz.Unsaved)
	if days > 0 {
		reviews, err := pupil.Play([]quiz.Deck{deck}, library, pupil.Course{From: evening.AddDate(0, 0, -days).Add(-time.Hour), Days: days - 1, New: 2, Most: 12, Seed: 1})
		require.NoError(t, err)
		for i := range reviews {
			line, err := reviews[i].Line()
			require.NoError(t, err)
			require.NoError(t, <-store.Append(line))
		}
	}
	journal, err := quiz.OpenJournal(store, quiz.NewMemory(fsrs.Published(), quiz.DefaultRetention))
	require.NoError(t, err)
	desk := &Desk{Library: library, Curriculum: library, Journal: journal, Settings: DefaultSettings(), Device: quietDevice{}, drills: []quiz.Deck{deck}}
	return &candidate{t, desk, NewHome(desk, evening), evening}
}

// does hands events to the scene and waits while it waits.
func (c *candidate) does(events ...view.Event) {
	c.t.Helper()
	c.scene = c.scene.Update(Input{Now: c.now, Events: events})
	for range 100_000 {
		if w, waits := c.scene.(Waiter); !waits || !w.Waiting() {
			return
		}
		c.scene = c.scene.Update(Input{Now: c.now})
	}
	c.t.Fatal("the scene waits for ever")
}

func (c *candidate) press(ids ...string) {
	c.t.Helper()
	for _, id := range ids {
		page := c.scene.View()
		part := page.Find(id)
		require.NotNil(c.t, part, "no %s on\n%s", id, view.Print(page))
		require.True(c.t, part.Focusable(), "%s cannot be pressed", id)
		c.does(view.Event{Kind: view.Press, ID: id})
	}
}

func (c *candidate) types(date string) {
	c.does(view.Event{Kind: view.Edit, ID: "date", Text: date})
}

func (c *candidate) shows() string { return view.Print(c.scene.View()) }

func TestExamDayGolden(t *testing.T) {
	c := newCandidate(t, 20)
	c.press("exam")
	golden(t, "exam-unset", c.shows())
	c.press("set", "by/-7", "by/-1", "by/-1", "figures/course")
	golden(t, "exam-plan", c.shows())
	c.press("blueprint/cic")
	golden(t, "exam-cic", c.shows())
	c.press("back")
	require.Contains(t, c.shows(), `text "Exam in 21 days. 1 to keep what you know, 26 new. The rest waits without harm."`)
	c.now = c.now.AddDate(0, 0, 21)
	c.does()
	require.NotContains(t, c.shows(), "Exam in")
	c.press("exam")
	golden(t, "exam-today", c.shows())
	c.now = c.now.AddDate(0, 0, 3)
	c.does()
	golden(t, "exam-gone", c.shows())
	c.press("move")
	require.Contains(t, c.shows(), `heading "In 30 days"`)
	c.press("remove")
	require.Contains(t, c.shows(), "When is your exam?")
	require.Empty(t, c.desk.Settings.Exam.Date)
}

func TestExamDateIsTyped(t *testing.T) {
	c := newCandidate(t, 0)
	c.press("exam")
	for typed, says := range map[string]string{
		"2026-1":     "When is your exam?",
		"2026-13-01": "That is no date. Write year, month and day, as in 2026-12-23.",
		"2026-11-23": "That day is not ahead. Choose tomorrow or later.",
		"2029-01-01": "That is more than a year ahead. Choose a day within a year.",
	} {
		c.types(typed)
		require.Contains(t, c.shows(), says, typed)
		require.Empty(t, c.desk.Settings.Exam.Date)
	}
	c.types("2026-11-24")
	require.Contains(t, c.shows(), `heading "Tomorrow"`)
	c.press("by/-1")
	require.Contains(t, c.shows(), "That day is not ahead.")
	require.Equal(t, "2026-11-24", c.desk.Settings.Exam.Date)
}

func TestOwnMix(t *testing.T) {
	c := newCandidate(t, 0)
	c.press("exam", "set")
	require.Contains(t, c.shows(), `text "100 %"`, "no other book has cards here")
	c.press("less/hcpcs", "more/cpt2", "more/icd10cm")
	require.Equal(t, map[string]int{"hcpcs": 0, "cpt2": 1, "icd10cm": 2}, c.desk.Settings.Exam.Mix)
	page := c.scene.View()
	require.False(t, page.Find("less/hcpcs").Focusable())
	c.press("less/icd10cm", "less/icd10cm", "less/icd10pcs", "less/cpt2")
	require.Contains(t, c.shows(), "No card that is loaded is asked in this exam.")
	c.press("back")
	require.Contains(t, c.shows(), "Exam in 30 days. What could still be asked would hardly help you there.")
	require.Nil(t, c.desk.nextRound(c.now).Worth)
}

// Rounds ask what the plan is for, and feedback does not promise a day beyond the exam.
func TestRoundsTowardTheExam(t *testing.T) {
	c := newCandidate(t, 20)
	c.press("exam", "set")
	day := today(c.now)
	plan := c.desk.toward(c.desk.plan(0), day)
	require.NotNil(t, plan.Worth)
	require.Equal(t, plan.Worth, c.desk.toward(c.desk.plan(0), day+29).Worth)
	require.Nil(t, c.desk.toward(c.desk.plan(0), day+30).Worth, "on the exam day rounds are as ever")
	portion := c.desk.portion(c.now)
	require.Positive(t, portion.Questions)
	require.LessOrEqual(t, portion.Minutes, 15.0)

	card := c.desk.Decks()[0].Cards()[0]
	require.Equal(t, "Back before your exam, if that still helps.", c.desk.backBefore(card, c.now))
	c.now = c.now.AddDate(0, 0, 29)
	require.Equal(t, "Not again before your exam.", c.desk.backBefore(card, c.now))
	require.Equal(t, "Back after your exam, which does not ask for it.", c.desk.backBefore(quiz.Card{ID: "none"}, c.now))
}

// Days on which nothing was done leave a plan of the days that are left, within the minutes, and no debt.
func TestMissedDaysOfAnExam(t *testing.T) {
	c := newCandidate(t, 20)
	c.press("exam", "set")
	for range 4 {
		c.now = c.now.AddDate(0, 0, 6)
		c.does()
		part := c.desk.portion(c.now)
		require.LessOrEqual(t, part.Minutes, 15.0)
		require.Contains(t, c.shows(), "It starts from today.")
	}
	require.Contains(t, c.shows(), `heading "In 6 days"`)
}

func TestExamSettingsAreBounded(t *testing.T) {
	s, err := ParseSettings([]byte(`{"v":1,"exam":{"date":"soon","blueprint":"none","mix":{"hcpcs":-4,"cpt2":99}}}`))
	require.NoError(t, err)
	require.Empty(t, s.Exam.Date)
	require.Equal(t, map[string]int{"hcpcs": 0, "cpt2": mixMost}, s.Exam.Mix)
	s, err = ParseSettings([]byte(`{"v":1,"exam":{"date":"2026-12-19"}}`))
	require.NoError(t, err)
	day, set := s.Exam.day()
	require.True(t, set)
	require.Equal(t, "2026-12-19", dateOf(day).Format(time.DateOnly))
}
