package pure

import (
	"fmt"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/quiz/fsrs"
)

// fit measures fitting either memory model to the review logs: some 10,000 and 7,600 reviews.
func (b bench) fit() error {
	for _, name := range corpus.Logs {
		answers, ok, err := corpus.Answers(b.corpus.Dir, name)
		if err != nil {
			return err
		}
		if !ok {
			b.sheet.Note("the review log %s is not there: nothing was fitted to it", name)
			continue
		}
		log := corpus.Log(answers)
		single, err := b.alone(func() error { return trained(fsrs.NewTraining(log, log.Scored())) })
		if err != nil {
			return err
		}
		dual, err := b.alone(func() error { return trained(fsrs.NewDualTraining(log, log.Scored())) })
		if err != nil {
			return err
		}
		b.sheet.Put(b.name("fit/"+name, "fsrs-6"), single, figure.Milliseconds, b.fitGoal())
		b.sheet.Put(b.name("fit/"+name, "fsrs-7"), dual, figure.Milliseconds, b.fitGoal())
	}
	return nil
}

// fitGoal is that for 10,000 reviews in the browser; natively the goal is a share of a peer's time.
func (b bench) fitGoal() figure.Goal {
	if b.side == Wasm {
		return figure.AtMost(50)
	}
	return figure.Goal{}
}

func trained(t *fsrs.Training) error {
	for t.Step() {
	}
	if _, err := fsrs.NewModel(t.Model().Weights()); err != nil {
		return fmt.Errorf("fit: %w", err)
	}
	return nil
}
