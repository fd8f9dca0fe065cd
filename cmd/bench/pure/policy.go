package pure

import (
	"fmt"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/drill"
	"coderounds/quiz/fsrs"
)

// What is foreseen, and how many reviews each of the cards has behind it.
const (
	foreseenCards   = 1000
	foreseenDays    = 365
	foreseenReviews = 6
)

// forecast measures a year of a thousand cards played ahead.
func (b bench) forecast() error {
	dual, err := fsrs.NewDual(fsrs.DefaultDualParameters())
	if err != nil {
		return err
	}
	for _, of := range []struct {
		who   string
		model fsrs.Model
	}{{"fsrs-6", fsrs.Published()}, {"fsrs-7", dual}} {
		m := quiz.NewMemory(of.model, quiz.DefaultRetention)
		var last quiz.Day
		met := make(map[quiz.CardID]int)
		for _, r := range corpus.Reviews(20 * foreseenCards) {
			if met[r.Card] == foreseenReviews || met[r.Card] == 0 && len(met) == foreseenCards {
				continue
			}
			met[r.Card]++
			m.Add(&r)
			last = quiz.DayOf(r.Time)
		}
		took, err := b.alone(func() error {
			f := m.Forecast(quiz.Outlook{From: last + 1, Days: foreseenDays, Retention: quiz.DefaultRetention})
			if n := f.Cards[foreseenDays-1]; n != foreseenCards {
				return fmt.Errorf("forecast: %d cards, wanted %d", n, foreseenCards)
			}
			return nil
		})
		if err != nil {
			return err
		}
		b.sheet.Put(b.name("forecast/year", of.who), took, figure.Milliseconds, b.natively(20))
	}
	return nil
}

// portion measures what the home page asks for when something has changed: a day's part out of all cards of all sets.
func (b bench) portion() error {
	library := codesets.NewLibrary()
	for _, system := range codesets.Systems() {
		if set := b.corpus.Set(system); set != nil {
			library.Put(set)
		}
	}
	decks, err := drill.Decks(library, library, nil)
	if err != nil {
		return err
	}
	cards := 0
	for _, d := range decks {
		cards += len(d.Cards())
	}
	m := quiz.NewMemory(fsrs.Published(), quiz.DefaultRetention)
	reviews := corpus.Reviews(answered)
	add(m, reviews)
	today := quiz.DayOf(reviews[answered-1].Time) + 1
	times, err := contest.Hold(contest.Rounds, func() (time.Duration, error) {
		began := time.Now()
		part := quiz.Plan{}.Portion(decks, m, today, 15)
		if part.Questions == 0 {
			return 0, fmt.Errorf("a day's part: there are no questions")
		}
		return time.Since(began), nil
	})
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("portion/day"), milliseconds(times.Median(0)), figure.Milliseconds)
	b.sheet.Note("a day's part is of %d cards", cards)
	return nil
}
