package game

import (
	"fmt"
	"time"

	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// The memory model is fitted to the player while the game goes on: on a goroutine of its own, which gives the frame back
// by [Device.Breathe]. What it comes to is taken in by the next Update of a scene that is not in the middle of a question.

// FitEvery is how many new scored reviews it takes until the model is fitted again without being asked.
const FitEvery = 64

// MemorySettings are how the player's memory is reckoned.
type MemorySettings struct {
	// Fitted is the model in use; nil is the published one.
	Fitted *Fitted `json:"fitted,omitempty"`
	// Before is the model that was in use before, nil for the published one; it counts while Undo is true.
	Before *Fitted `json:"before,omitempty"`
	Undo   bool    `json:"undo,omitempty"`
	// Tried is the number of scored reviews at the latest fit, whatever it came to.
	Tried int `json:"tried,omitempty"`
	// QuickIsEasy counts a typed answer that came quicker than is usual for the player as easy.
	QuickIsEasy bool `json:"quick_is_easy,omitempty"`
}

// Fitted is a model that was fitted to the player.
type Fitted struct {
	Weights []float64 `json:"weights"` // for [fsrs.NewModel]
	Scored  int       `json:"scored"`  // reviews it was fitted to
	On      quiz.Day  `json:"on"`
	Gain    float64   `json:"gain"` // see [fsrs.Result.Gain]
}

// model returns the memory model of the settings. Weights that no model can have are an error; they are forgotten then, and
// the published model is returned.
func (s *MemorySettings) model() (fsrs.Model, error) {
	if s.Fitted == nil {
		return fsrs.Published(), nil
	}
	model, err := fsrs.NewModel(s.Fitted.Weights)
	if err != nil {
		s.Fitted, s.Before, s.Undo = nil, nil, false
		return fsrs.Published(), fmt.Errorf("open your memory model: %w", err)
	}
	return model, nil
}

// model is the memory model of the settings. If it is damaged, a notice says that the published one is used.
func (d *Desk) model() fsrs.Model {
	model, err := d.Settings.Memory.model()
	if err != nil {
		d.Notices = append(d.Notices, sentence(err)+" The usual model is used, and is fitted to you anew.")
		d.Settings.Memory.Tried = 0
	}
	return model
}

// remodel schedules with the model and for the retention of the settings, after these have changed as a whole. What a fit
// comes to that is under way counts no more.
func (d *Desk) remodel() {
	d.fitting = nil
	d.Journal.Use(d.model(), d.Settings.Workload.Retention)
}

// fitting is a fit, or the replay of all reviews with another model, that is under way.
type fitting struct {
	ready chan fitted // holds one
}

// fitted is what a fitting came to.
type fitted struct {
	replay *quiz.Replay // with the new model; nil when there is none better
	model  *Fitted      // it, as the settings keep it; nil for the published one
	undone bool         // the player asked for the model before
}

// fitWhenDue begins a fit if there is enough that is new, and nothing is said of it.
func (d *Desk) fitWhenDue(now time.Time) {
	memory, settings := d.Journal.Memory(), &d.Settings.Memory
	scored := memory.Scored()
	if settings.Tried > scored { // reviews were erased, or are those of another device
		settings.Tried = 0
	}
	if scored >= fsrs.FitFrom && scored-settings.Tried >= FitEvery {
		d.fit(now)
	}
}

// fit begins a fit, unless one is under way.
func (d *Desk) fit(now time.Time) {
	if d.fitting != nil {
		return
	}
	memory, all, device := d.Journal.Memory(), d.Journal.Replay(), d.Device
	d.Settings.Memory.Tried = memory.Scored()
	work := fsrs.NewFit(memory.Log(), memory.Model())
	d.begin(func() fitted {
		for work.Step() {
			_ = device.Breathe(0, 0)
		}
		found := work.Result()
		if !found.Better {
			return fitted{}
		}
		f := fitted{replay: all.With(found.Model)}
		if found.Scored > 0 {
			f.model = &Fitted{found.Model.Weights(), found.Scored, today(now), found.Gain()}
		}
		replay(f.replay, device)
		return f
	})
}

// replay takes all reviews in.
func replay(r *quiz.Replay, device Device) {
	for r.Step() {
		_ = device.Breathe(0, 0)
	}
}

// undoFit goes back to the model before.
func (d *Desk) undoFit() {
	s := &d.Settings.Memory
	if d.fitting != nil || !s.Undo {
		return
	}
	before := MemorySettings{Fitted: s.Before}
	model, err := before.model()
	if err != nil {
		d.Notices = append(d.Notices, sentence(err)+" The usual model is used.")
	}
	r, device := d.Journal.Replay().With(model), d.Device
	d.begin(func() fitted {
		replay(r, device)
		return fitted{r, before.Fitted, true}
	})
}

func (d *Desk) begin(work func() fitted) {
	f := &fitting{make(chan fitted, 1)}
	d.fitting = f
	go func() { f.ready <- work() }()
}

// fitReady tells whether a fitting has come to something: scenes wait for that.
func (d *Desk) fitReady() bool { return d.fitting != nil && len(d.fitting.ready) > 0 }

// takeFit takes in what a fitting came to, if it has; the journal is replayed by then. It returns what it came to in a
// sentence, or nothing.
func (d *Desk) takeFit() string {
	if !d.fitReady() {
		return ""
	}
	f, s := <-d.fitting.ready, &d.Settings.Memory
	d.fitting = nil
	switch {
	case f.replay == nil:
		d.save() // when it was tried
		return "No model was found that predicts your answers better. Yours stays."
	case f.undone:
		s.Fitted, s.Before, s.Undo = f.model, nil, false
	default:
		s.Fitted, s.Before, s.Undo = f.model, s.Fitted, true
	}
	d.Journal.Adopt(f.replay)
	d.save()
	if f.undone {
		return "The model before is in use again, and what is due follows it."
	}
	return "Your memory model is fitted to your answers, and what is due follows it."
}
