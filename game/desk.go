package game

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
)

// Device is what the machine under the game gives: a computer and a browser are its two kinds.
type Device interface {
	// SaveSettings saves the player's settings and tells when they are safe.
	SaveSettings(data []byte) <-chan error
	// Offer gives the player a file to keep and says where it went.
	Offer(name string, data []byte) (where string, err error)
	// Pick asks the player for files, which come as a Drop event. It reports whether it can ask.
	Pick() bool
	// Breathe is called often during long work; it waits when a frame is due.
	Breathe(done, total int) error
}

// Desk is what all scenes share: the open books, the journal, the settings. Scenes hold one Desk and change it only
// from their Update.
type Desk struct {
	Library *codesets.Library
	// Curriculum is the starter library: its families are met first.
	Curriculum *codesets.Library
	Journal    *quiz.Journal
	Settings   Settings
	Device     Device
	Rand       *rand.Rand
	// Notices are sentences to be shown once on the home page, such as what was repaired at start.
	Notices []string

	items  []quiz.Item
	drills []quiz.Deck
	decks  []quiz.Deck  // drills and items; nil after a change
	saving <-chan error // of the settings, nil when none is under way

	part part      // of the day that was asked for last
	exam preparing // the plan for the exam

	fitting *fitting // of the memory model, nil when none is under way

	ours     []quiz.Item // questions that come with the program
	starters []quiz.Deck // drills over the curriculum
	shelf    Shelf       // nil where nothing is kept
	books    []*volume
	shelving *shelving // work on the books, nil when none is under way
}

// Settings are what a player has chosen. They are kept apart from the journal.
type Settings struct {
	Version int  `json:"v"`
	Look    Look `json:"look"`
	// Length is the number of questions of a round.
	Length   int              `json:"length"`
	Memory   MemorySettings   `json:"memory"`
	Workload WorkloadSettings `json:"workload"`
	// Streak is about the row of days played.
	Streak StreakSettings `json:"streak,omitzero"`
	Books  BookSettings   `json:"books"`
	Exam   ExamSettings   `json:"exam,omitzero"`
}

// settingsVersion is the format that this program writes.
const settingsVersion = 1

// DefaultSettings are those of a first start.
func DefaultSettings() Settings {
	return Settings{Version: settingsVersion, Look: Look{Theme: ThemeAuto, TextScale: 1, Sound: true}, Length: 12, Workload: defaultWorkload()}
}

// ParseSettings reads saved settings. What is missing or out of range takes its default; no data at all
// is a first start. A newer format is an error, and so is what is no settings file.
func ParseSettings(data []byte) (Settings, error) {
	s := DefaultSettings()
	if len(data) == 0 {
		return s, nil
	}
	if err := json.Unmarshal(data, &s); err != nil {
		return DefaultSettings(), fmt.Errorf("read settings: %w", err)
	}
	if s.Version > settingsVersion {
		return DefaultSettings(), fmt.Errorf("read settings: %w", quiz.ErrNewer)
	}
	switch s.Look.Theme {
	case ThemeAuto, ThemeLight, ThemeDark, ThemeContrast:
	default:
		s.Look.Theme = ThemeAuto
	}
	s.Version = settingsVersion
	s.Look.TextScale = min(max(s.Look.TextScale, textScales[0]), textScales[len(textScales)-1])
	s.Length = min(max(s.Length, roundLengths[0]), roundLengths[len(roundLengths)-1])
	s.Workload = s.Workload.bounded()
	s.Exam = s.Exam.bounded()
	return s, nil
}

// Choices of the settings scene.
var (
	textScales   = [...]float64{0.9, 1, 1.25, 1.5, 2}
	roundLengths = [...]int{6, 12, 20, 40}
)

// SetItems gives the desk the written questions, ours and the instructor's.
func (d *Desk) SetItems(items []quiz.Item) {
	d.items = items
	d.decks = nil
}

// open puts a library on the desk with the drills over it.
func (d *Desk) open(library *codesets.Library, drills []quiz.Deck) {
	d.Library, d.drills, d.decks = library, drills, nil
}

// Decks returns everything that questions are made of.
func (d *Desk) Decks() []quiz.Deck {
	if d.decks == nil {
		d.decks = append(d.drills[:len(d.drills):len(d.drills)], quiz.NewItems(d.items, d.Library))
	}
	return d.decks
}

// save starts to save the settings; see [Desk.saved].
func (d *Desk) save() {
	data, err := json.Marshal(d.Settings)
	if err != nil {
		d.Notices = append(d.Notices, sentence(err))
		return
	}
	d.saving = d.Device.SaveSettings(data)
}

// saved looks whether the settings are safe by now. A failure becomes a notice on the home page and is returned.
func (d *Desk) saved() error {
	select {
	case err := <-d.saving:
		d.saving = nil
		if err != nil {
			d.Notices = append(d.Notices, "Your settings could not be saved: "+err.Error()+".")
		}
		return err
	default:
		return nil
	}
}

// today is the day of the player's calendar.
func today(now time.Time) quiz.Day { return quiz.DayOf(now) }
