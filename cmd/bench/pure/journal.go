package pure

import (
	"fmt"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// answered is the number of reviews in the journal: some years of learning.
const answered = 50_000

// journal measures from the lines of a journal, in memory, to what is remembered of each card.
func (b bench) journal() error {
	store := new(quiz.Unsaved)
	for _, review := range corpus.Reviews(answered) {
		line, err := review.Line()
		if err != nil {
			return err
		}
		if err := <-store.Append(line); err != nil {
			return err
		}
	}
	took, err := b.alone(func() error {
		j, err := quiz.OpenJournal(store, quiz.NewMemory(fsrs.Published(), quiz.DefaultRetention))
		if err != nil {
			return err
		}
		if len(j.Reviews()) != answered || j.Memory().Known() != corpus.Cards(answered) {
			return fmt.Errorf("replay journal: %d reviews of %d cards, wanted %d of %d",
				len(j.Reviews()), j.Memory().Known(), answered, corpus.Cards(answered))
		}
		return nil
	})
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("journal/replay"), took, figure.Milliseconds, b.side.goal(100, 400))
	b.sheet.Note("the journal has %d reviews of %d cards", answered, corpus.Cards(answered))
	return nil
}
