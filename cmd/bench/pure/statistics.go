package pure

import (
	"fmt"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// surveyed is the number of cards that there are to be met: those of all official releases.
const surveyed = 10_000

// The steps of the scene that shows statistics: so many cards, and so many reviews, between two frames.
const (
	cardsAStep   = 1 << 11
	reviewsAStep = 1 << 13
)

// unmet is a deck of cards that are asked nothing.
type unmet []quiz.Card

func (u unmet) Cards() []quiz.Card { return u }

func (u unmet) Question(id quiz.CardID, _ uint64) (quiz.Question, error) {
	return quiz.Question{}, fmt.Errorf("card %s has no question", id)
}

// newUnmet returns the cards of reviews, and others up to the number surveyed.
func newUnmet(reviews []quiz.Review) unmet {
	deck := make(unmet, 0, surveyed)
	seen := make(map[quiz.CardID]bool)
	add := func(id quiz.CardID, kind quiz.Kind) {
		if !seen[id] {
			seen[id] = true
			topic := fmt.Sprint("chapter ", len(deck)%22)
			deck = append(deck, quiz.Card{ID: id, Kind: kind, System: codesets.ICD10CM, Topic: topic, Common: true})
		}
	}
	for i := range reviews {
		add(reviews[i].Card, reviews[i].Kind)
	}
	for i := 0; len(deck) < surveyed; i++ {
		add(quiz.CardID(fmt.Sprintf("find/%s/new-%d", codesets.ICD10CM.Key(), i)), quiz.Find)
	}
	return deck
}

// statistics measures all that is shown of a journal of some years: what is known, what was over time, what is confused.
func (b bench) statistics() error {
	reviews := corpus.Reviews(answered)
	model, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		return err
	}
	memory := quiz.NewMemory(model, quiz.DefaultRetention)
	for i := range reviews {
		memory.Add(&reviews[i])
	}
	today := quiz.DayOf(reviews[len(reviews)-1].Time)
	deck := newUnmet(reviews)
	work := func(step codesets.Step) error { return b.counted(reviews, memory, deck, today, step) }
	took, err := b.alone(func() error { return work(func(int, int) error { return nil }) })
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("statistics/all"), took, figure.Milliseconds, b.natively(20))
	return b.longestStep("statistics/step", work)
}

// counted works the statistics out, with a step where a frame is drawn.
func (b bench) counted(reviews []quiz.Review, memory *quiz.Memory, deck quiz.Deck, today quiz.Day, step codesets.Step) error {
	survey := quiz.NewSurvey([]quiz.Deck{deck}, memory, today)
	for survey.Step(cardsAStep) {
		if err := step(0, 0); err != nil {
			return err
		}
	}
	var history quiz.History
	for rest := reviews; len(rest) > 0; {
		n := min(reviewsAStep, len(rest))
		history.Add(rest[:n])
		rest = rest[n:]
		if err := step(0, 0); err != nil {
			return err
		}
	}
	if all := survey.All(); all.Cards != surveyed || all.Met != corpus.Cards(answered) || history.Answers != answered {
		return fmt.Errorf("statistics: %d of %d cards met, %d answers", all.Met, all.Cards, history.Answers)
	}
	history.Weeks()
	if len(memory.Confusions().Worst(today, 20)) == 0 || memory.Calibration().All().Answers == 0 {
		return fmt.Errorf("statistics: nothing confused, or nothing predicted")
	}
	if err := step(0, 0); err != nil {
		return err
	}
	memory.Confusions().Families(today)
	memory.Streak(today)
	return nil
}
