package game_test

import (
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"coderounds/codesets"
	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

var evening = time.Date(2026, 11, 23, 19, 30, 0, 0, time.FixedZone("", -5*3600))

// machine is a device that keeps what it is given.
type machine struct {
	settings []byte
	offered  map[string][]byte
	picked   int
	fails    error
}

func (m *machine) SaveSettings(data []byte) <-chan error {
	m.settings = data
	c := make(chan error, 1)
	c <- m.fails
	return c
}

func (m *machine) Offer(name string, data []byte) (string, error) {
	if m.offered == nil {
		m.offered = make(map[string][]byte)
	}
	m.offered[name] = data
	return "Downloads/" + name, m.fails
}

func (m *machine) Pick() bool             { m.picked++; return true }
func (m *machine) Breathe(int, int) error { return nil }

// player plays the game by events, as devices would.
type player struct {
	t       *testing.T
	desk    *game.Desk
	scene   game.Scene
	machine *machine
	store   quiz.Store
	now     time.Time
}

func start(t *testing.T, store quiz.Store, files ...fs.FS) *player {
	t.Helper()
	p := &player{t: t, machine: &machine{}, store: store, now: evening}
	desk, scene, err := game.Open(game.Start{
		Store: store, Device: p.machine, Rand: rand.New(rand.NewPCG(1, 2)), Now: p.now, Files: files,
	})
	require.NoError(t, err)
	p.desk, p.scene = desk, scene
	return p
}

// do hands events to the scene a second later, and waits while it waits.
func (p *player) do(events ...view.Event) {
	p.t.Helper()
	p.now = p.now.Add(time.Second)
	p.scene = p.scene.Update(game.Input{Now: p.now, Events: events})
	for range 10_000_000 {
		w, waits := p.scene.(game.Waiter)
		if !waits || !w.Waiting() {
			return
		}
		p.scene = p.scene.Update(game.Input{Now: p.now})
		time.Sleep(time.Microsecond)
	}
	p.t.Fatal("the scene waits for ever")
}

func (p *player) press(id string) {
	p.t.Helper()
	page := p.scene.View()
	part := page.Find(id)
	require.NotNil(p.t, part, "no %s on\n%s", id, view.Print(page))
	require.True(p.t, part.Focusable(), "%s cannot be pressed", id)
	p.do(view.Event{Kind: view.Press, ID: id})
}

func (p *player) edit(id, text string) {
	p.t.Helper()
	page := p.scene.View()
	require.NotNil(p.t, page.Find(id))
	p.do(view.Event{Kind: view.Edit, ID: id, Text: text})
}

func (p *player) drop(files fs.FS) {
	p.t.Helper()
	p.do(view.Event{Kind: view.Drop, Files: files})
}

func (p *player) shows() string { return view.Print(p.scene.View()) }

// answer answers the question shown, right or wrong, by the way its kind asks for.
func (p *player) answer(right bool) {
	p.t.Helper()
	q := p.scene.(*game.Round).Asked()
	switch {
	case !right:
		p.press("dontknow")
	case q.Card.Kind == quiz.Choose:
		for i, o := range q.Options {
			if o.Right {
				p.press("option/" + quiz.OptionText(i))
				return
			}
		}
	case q.Card.Kind == quiz.Find:
		p.edit("search", q.Card.System.Format(q.Code))
		p.press("hit/0")
	case q.Card.Kind == quiz.Build:
		for i, slot := range q.Slots {
			for v, value := range slot.Values {
				if value.Char == q.Code[len(q.Stem)+i] {
					p.press("value/" + quiz.OptionText(v))
				}
			}
		}
		p.press("check")
	default:
		p.edit("answer", q.Answers[0])
		p.press("check")
	}
}

func TestARoundFromHomeToHome(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	require.Contains(t, p.shows(), `heading "Good evening"`)
	require.Contains(t, p.shows(), "Nothing is due")
	p.press("start")
	kinds := make(map[quiz.Kind]int)
	for n := 0; ; n++ {
		r, asking := p.scene.(*game.Round)
		if !asking {
			break
		}
		require.Less(t, n, 40)
		kinds[r.Asked().Card.Kind]++
		p.answer(n != 1)
		shown := p.shows()
		require.Contains(t, shown, `#feedback/`)
		if n == 1 {
			require.Contains(t, shown, "Now you have seen it. The right answer: ")
			require.Contains(t, shown, "Comes again in this round.")
		} else {
			require.Contains(t, shown, `status "Right"`)
		}
		lines, err := p.store.Lines()
		require.NoError(t, err)
		require.Len(t, lines, n+1, "saved before its feedback is shown")
		p.press("continue")
	}
	require.Contains(t, p.shows(), "11 of 12 questions right")
	require.GreaterOrEqual(t, kinds[quiz.Find]+kinds[quiz.Type]+kinds[quiz.Build], 6)
	p.press("home")
	require.Contains(t, p.shows(), "Nothing is due")

	// Tomorrow, after a restart, what is due is there.
	q := start(t, p.store)
	q.now = q.now.AddDate(0, 0, 5)
	q.do()
	require.Contains(t, q.shows(), "12 to keep what you know, ")
	require.Len(t, q.desk.Journal.Reviews(), 13)
}

func TestHomeGolden(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	want := `page #home "Code Rounds"
  text "Code Rounds"
  heading "Good evening"
  heading "Today: 15 minutes, 24 questions"
  text "Nothing is due: this is all new."
  button #start "Start round" [primary] [wanted]
`
	require.Equal(t, want, p.shows()[:len(want)])
	require.Contains(t, p.shows(), `button #start "Start round" [primary] [wanted]`)
}

func TestSavingFailsAndThePlayerIsTold(t *testing.T) {
	p := start(t, &broken{})
	p.press("start")
	p.answer(true)
	require.Contains(t, p.shows(), `status "Right"`)
	require.Contains(t, p.shows(), "could not be saved: the disk is full")
}

// broken is a store that cannot save.
type broken struct{ quiz.Unsaved }

func (*broken) Append(...[]byte) <-chan error {
	c := make(chan error, 1)
	c <- errors.New("the disk is full")
	return c
}

// slow is a store whose saves take until they are let through.
type slow struct {
	quiz.Unsaved
	let chan error
}

func (s *slow) Append(...[]byte) <-chan error { return s.let }

func TestFeedbackWaitsForTheSave(t *testing.T) {
	s := &slow{let: make(chan error, 1)}
	p := start(t, s)
	p.press("start")
	before := p.scene
	p.scene = p.scene.Update(game.Input{Now: p.now, Events: []view.Event{{Kind: view.Press, ID: "dontknow"}}})
	require.Same(t, before, p.scene)
	require.True(t, p.scene.(game.Waiter).Waiting())
	s.let <- nil
	p.do()
	require.Contains(t, p.shows(), "Now you have seen it")
}

func TestLookUp(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("lookup")
	p.edit("search", "type 2 diab without compl")
	require.Contains(t, p.shows(), `item #code/icd10cm/E119 "E11.9 Type 2 diabetes mellitus without complications"`)
	p.press("code/icd10cm/E119")
	shown := p.shows()
	require.Contains(t, shown, "E11.9 is a billable code")
	require.Contains(t, shown, "Chapter 4 · Endocrine, nutritional and metabolic diseases")
	require.Contains(t, shown, "from E11")
	p.press("code/icd10cm/E11/above")
	require.Contains(t, p.shows(), "E11 is a header, not billable")
	p.do(view.Event{Kind: view.Back})
	p.edit("search", "E11.O")
	require.Contains(t, p.shows(), "Did you mean E11.0?")
	p.press("back")
	require.Contains(t, p.shows(), "Good evening")
}

func TestQuestionFile(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.drop(fstest.MapFS{"mine.csv": {Data: []byte("tag,type,question,answer,option_a,option_b,option_c,option_d,correct_option,rationale\n" +
		"ICD-10-CM,choose,Is this asked?,,Yes,No,,,A,Because it was loaded\n" +
		"ICD-10-CM,choose,,,Yes,No,,,A,No question\n")}})
	require.Contains(t, p.shows(), "1 question came in")
	require.Contains(t, p.shows(), "row 3")
}

func TestReleaseFile(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	before := p.desk.Library.Set(codesets.ICD10CM)
	p.drop(fstest.MapFS{"order_2026.txt": {Data: []byte("00001 A00     0 Cholera                                                      Cholera\r\n00002 A00")}})
	require.Contains(t, p.shows(), "Not loaded")
	require.Contains(t, p.shows(), "line 2")
	require.Same(t, before, p.desk.Library.Set(codesets.ICD10CM))
	p.press("ok")
	p.drop(fstest.MapFS{"order_2026.txt": {Data: []byte("00001 A00     0 Cholera                                                      Cholera\r\n" +
		"00002 A000    1 Cholera due to Vibrio cholerae 01, biovar cholerae           Cholera due to Vibrio cholerae 01, biovar cholerae\r\n")},
		"photo.png": {Data: []byte("\x89PNG\r\n\x1a\n")}})
	require.Contains(t, p.shows(), "Now open: ICD-10-CM FY2026 · 2 codes.")
	require.Contains(t, p.shows(), "photo.png was passed over: it is a picture.")
	require.Equal(t, 2, p.desk.Library.Set(codesets.ICD10CM).Len())
}

func TestBackUpAndRestore(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("start")
	p.answer(true)
	p.press("continue")
	p.do(view.Event{Kind: view.Back})
	p.press("leave")
	p.press("home")
	p.press("settings")
	p.press("theme/dark")
	p.press("backup")
	require.Contains(t, p.shows(), "Backed up to Downloads/coderounds-backup-2026-11-23.jsonl.")
	backup := p.machine.offered["coderounds-backup-2026-11-23.jsonl"]

	q := start(t, new(quiz.Unsaved))
	for range 2 {
		q.drop(fstest.MapFS{"backup.jsonl": {Data: backup}, "diary.txt": {Data: []byte("dear diary")}})
		require.Contains(t, q.shows(), "It holds 1 answer")
		require.Contains(t, q.shows(), "diary.txt was passed over")
		require.NotContains(t, q.shows(), "backup.jsonl was passed over")
		require.Len(t, q.desk.Journal.Reviews(), 1)
		require.Equal(t, game.ThemeDark, q.desk.Settings.Look.Theme)
		q.press("ok")
	}
	q.drop(fstest.MapFS{"backup.jsonl": {Data: backup[:len(backup)-10]}})
	require.Contains(t, q.shows(), "Not loaded")
	newer := strings.Replace(string(backup), `"v":1`, `"v":9`, 1)
	q.press("ok")
	q.drop(fstest.MapFS{"backup.jsonl": {Data: []byte(newer)}})
	require.Contains(t, q.shows(), "newer version")
}

func TestEraseEverything(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("start")
	p.answer(true)
	p.do(view.Event{Kind: view.Back})
	p.press("leave")
	p.press("home")
	p.press("settings")
	p.press("text/3")
	p.press("erase")
	p.press("keep")
	require.Len(t, p.desk.Journal.Reviews(), 1)
	p.press("erase")
	p.press("erase/yes")
	require.Empty(t, p.desk.Journal.Reviews())
	require.Equal(t, game.DefaultSettings(), p.desk.Settings)
	require.Contains(t, p.shows(), "Everything is erased")
}

func TestDamagedJournal(t *testing.T) {
	store := new(quiz.Unsaved)
	<-store.Append([]byte("rubbish"))
	p := start(t, store)
	require.Contains(t, p.shows(), "line 1 of the journal")
	p.press("copy")
	require.Equal(t, "rubbish\n", string(p.machine.offered["coderounds-damaged-journal.jsonl"]))
	p.press("unsaved")
	p.press("dismiss")
	p.press("start")
	p.answer(true)
	lines, err := store.Lines()
	require.NoError(t, err)
	require.Len(t, lines, 1, "the damaged journal is left alone")
}

func TestLeaveAndStay(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	p.press("start")
	p.do(view.Event{Kind: view.Back})
	require.Contains(t, p.shows(), `dialog "Leave this round?"`)
	p.press("stay")
	require.NotContains(t, p.shows(), "dialog")
	p.do(view.Event{Kind: view.Back})
	p.press("leave")
	require.Contains(t, p.shows(), "Good evening")
}

func TestParseSettings(t *testing.T) {
	s, err := game.ParseSettings(nil)
	require.NoError(t, err)
	require.Equal(t, game.DefaultSettings(), s)
	s, err = game.ParseSettings([]byte(`{"v":1,"look":{"theme":"plaid","text_scale":9,"sound":false},"length":1000}`))
	require.NoError(t, err)
	want := game.DefaultSettings()
	want.Look, want.Length = game.Look{Theme: game.ThemeAuto, TextScale: 2}, 40
	require.Equal(t, want, s)
	s, err = game.ParseSettings([]byte(`{"v":1,"workload":{"retention":2,"minutes":-3}}`))
	require.NoError(t, err)
	require.Equal(t, game.WorkloadSettings{Retention: .95, Minutes: 5}, s.Workload)
	s, err = game.ParseSettings([]byte(`{"v":1,"workload":{}}`))
	require.NoError(t, err)
	require.Equal(t, want.Workload, s.Workload)
	_, err = game.ParseSettings([]byte(`{"v":99}`))
	require.ErrorContains(t, err, "newer version")
	_, err = game.ParseSettings([]byte(`{`))
	require.Error(t, err)
}

func TestPrivateCodesAskForALicence(t *testing.T) {
	// The codes are made up as the test runs: none of them is real.
	rows := "code,descriptor\n"
	for i := range 30 {
		rows += fmt.Sprintf("%04d%c,Made-up measure %d\n", 9900+i, 'F', i)
	}
	files := fstest.MapFS{"mine.csv": {Data: []byte(rows)}}
	p := start(t, new(quiz.Unsaved))
	p.drop(files)
	require.Contains(t, p.shows(), "These codes belong to the AMA")
	p.press("leave out")
	require.Nil(t, p.desk.Library.Set(codesets.CPT2))
	p.drop(files)
	p.press("licensed")
	require.Contains(t, p.shows(), "30 codes")
	require.Equal(t, 30, p.desk.Library.Set(codesets.CPT2).Len())
}

func TestACardThatCannotBeAskedIsTold(t *testing.T) {
	p := start(t, new(quiz.Unsaved))
	decks := []quiz.Deck{quiz.NewItems([]quiz.Item{{ID: "gone", System: codesets.ICD10CM, Kind: quiz.Find, Answers: []string{"A99.9"}}}, p.desk.Library)}
	round := quiz.NewRound(decks, p.desk.Journal.Memory(), quiz.Plan{Length: 6}, p.now, rand.New(rand.NewPCG(1, 1)))
	require.ErrorContains(t, round.Err(), "A99.9 is not among the loaded ICD-10-CM codes")
	p.scene = game.NewSummary(p.desk, round, p.now)
	require.Contains(t, p.shows(), "A card was passed over")
}
