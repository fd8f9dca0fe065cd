package game

import (
	"fmt"
	"time"

	"coderounds/game/view"
	"coderounds/quiz/fsrs"
)

// memory is where the player sees what predicts their memory, has it fitted, and takes that back.
func (s *SettingsScene) memory() view.Part {
	settings := s.desk.Settings.Memory
	fit := button("memory/fit", "Fit now")
	if s.desk.fitting != nil || s.desk.Journal.Memory().Scored() < fsrs.FitFrom {
		fit.State |= view.Disabled
	}
	row := wrap(8, fit)
	if settings.Undo {
		undo := button("memory/undo", "Undo")
		if s.desk.fitting != nil {
			undo.State |= view.Disabled
		}
		row.Children = append(row.Children, undo)
	}
	c := card(12, heading("Your memory", view.Large), text("Your memory model: "+settings.Fitted.line()+"."))
	if s.fitSays != "" && s.desk.fitting == nil {
		c.Children = append(c.Children, view.Part{Role: view.Status, Name: s.fitSays})
	}
	c.Children = append(c.Children, muted(s.fitNote()), row,
		wrap(8, toggle("memory/quick", "Quick answers count as easy", settings.QuickIsEasy)),
		muted("A typed answer is quick when you begin it sooner than four of five of your own."))
	return c
}

// fitNote says when the model is fitted.
func (s *SettingsScene) fitNote() string {
	scored := s.desk.Journal.Memory().Scored()
	switch {
	case s.desk.fitting != nil:
		return "It is being fitted to your answers. You can go on meanwhile."
	case scored < fsrs.FitFrom:
		return fmt.Sprintf("It can be fitted to you after %d answers to cards from earlier days. So far: %d.", fsrs.FitFrom, scored)
	}
	return "It is fitted to you by itself as you answer, and changed only when your own latest answers are predicted better."
}

// line says in a line what a model is: "fitted to 1,204 answers on 12 Nov, predicts 3.1 % better".
func (f *Fitted) line() string {
	if f == nil {
		return "the usual one"
	}
	on := time.Unix(0, 0).UTC().AddDate(0, 0, int(f.On))
	return fmt.Sprintf("fitted to %s on %s, predicts %.1f %% better", counted(f.Scored, "answer", "answers"), on.Format("2 Jan 2006"), 100*f.Gain)
}

// pressMemory does what a button of the card asks for.
func (s *SettingsScene) pressMemory(id string, now time.Time) {
	switch id {
	case "memory/fit":
		s.desk.fit(now)
	case "memory/undo":
		s.desk.undoFit()
	case "memory/quick":
		s.desk.Settings.Memory.QuickIsEasy = !s.desk.Settings.Memory.QuickIsEasy
		s.desk.save()
	}
}
