package main

import (
	"fmt"
	"sync"

	"coderounds/cmd/bench/classroom"
	"coderounds/cmd/bench/figure"
	"coderounds/quiz/exam"
	"coderounds/quiz/fsrs"
)

// examDeck is how many cards learners have: the scope of an exam in the game has as many or more, and nobody meets them
// all in a month. Of the smaller deck most do; then there is less to choose, and less to gain.
const (
	examDeck    = 1000
	smallerDeck = 700
)

// term is so many days of preparation, by so many learners with so many cards.
type term struct {
	days, cards, learners int
	goal                  figure.Goal // of the per cent more that are known than with the best peer
}

// terms are what is measured. Longer ones take longer, and so have fewer learners.
func terms() []term {
	return []term{
		{7, examDeck, 100, figure.Goal{}}, {14, examDeck, 100, figure.Goal{}}, {30, examDeck, 200, figure.AtLeast(10)},
		{30, smallerDeck, 60, figure.Goal{}}, {60, examDeck, 40, figure.Goal{}},
	}
}

// name is the end of a figure's name.
func (t term) name() string {
	if t.cards == examDeck {
		return fmt.Sprintf("%d-days", t.days)
	}
	return fmt.Sprintf("%d-days-of-%d", t.days, t.cards)
}

// benchExam measures how many cards simulated learners know on the exam day for the same minutes, with the exam plan and
// with peers, each at the best of its rules for new cards (see package classroom).
func benchExam(sheet *figure.Sheet) error {
	model, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		return err
	}
	sheet.Note("exam: cards known on the exam day, of %d where not said, mean over simulated learners; peers at the best of %d rules for new cards",
		examDeck, len(classroom.Rules(examDeck, 30)))
	for _, t := range terms() {
		if err := t.measure(model, sheet); err != nil {
			return err
		}
	}
	return nil
}

// measure lets all learners prepare with everything.
func (t term) measure(model fsrs.Model, sheet *figure.Sheet) error {
	ground := exam.NewGround(model, classroom.Hands.Guess(), classroom.Choice.Guess())
	outcomes := make([]outcome, t.learners)
	failed := make([]error, 2)
	var group sync.WaitGroup
	for half := range failed { // of the learners, each on a core
		group.Go(func() {
			for i := half; i < t.learners && failed[half] == nil; i += len(failed) {
				outcomes[i], failed[half] = t.prepare(model, ground, uint64(i))
			}
		})
	}
	group.Wait()
	for _, err := range failed {
		if err != nil {
			return err
		}
	}
	t.report(outcomes, sheet)
	return nil
}

// outcome is how one learner fared.
type outcome struct {
	ours, met float64
	peers     [3][]float64 // by peer and rule
	within    [2]int       // after the first day and half-way: 1 for within the bounds foretold, −1 for outside
}

func peers() [3]string { return [3]string{"leitner", "sm-2", "fsrs-at-90"} }

func (t term) prepare(model fsrs.Model, ground *exam.Ground, seed uint64) (outcome, error) {
	l, err := classroom.New(seed, t.days, t.cards)
	if err != nil {
		return outcome{}, err
	}
	asked := [2]int{1, t.days / 2}
	planned := classroom.NewPlanned(ground, model, l, asked[:]...)
	result := l.Study(planned)
	o := outcome{ours: result.Recall, met: float64(result.Met)}
	for i, day := range asked {
		f := planned.Forecasts[day]
		switch share := float64(result.Known) / float64(t.cards); {
		case f.Days == nil: // the learner was away
		case f.Low <= share && share <= f.High:
			o.within[i] = 1
		default:
			o.within[i] = -1
		}
	}
	for _, rule := range classroom.Rules(t.cards, t.days) {
		for i, p := range []classroom.Planner{
			classroom.NewLeitner(t.cards, rule), classroom.NewSM2(t.cards, rule), classroom.NewPlain(model, t.cards, rule),
		} {
			o.peers[i] = append(o.peers[i], l.Study(p).Recall)
		}
	}
	return o, nil
}

// report puts the means on the sheet.
func (t term) report(outcomes []outcome, sheet *figure.Sheet) {
	n := float64(len(outcomes))
	rules := classroom.Rules(t.cards, t.days)
	var ours, met, best float64
	var means [3][]float64
	for i := range means {
		means[i] = make([]float64, len(rules))
	}
	for _, o := range outcomes {
		ours, met = ours+o.ours/n, met+o.met/n
		for i := range means {
			for r := range rules {
				means[i][r] += o.peers[i][r] / n
			}
		}
	}
	name := "exam/known/" + t.name()
	sheet.Put(name+"/plan", ours, "cards")
	for i, who := range peers() {
		most := 0
		for r := range rules {
			if means[i][r] > means[i][most] {
				most = r
			}
		}
		best = max(best, means[i][most])
		sheet.Put(name+"/"+who+"/"+rules[most].Name, means[i][most], "cards")
		sheet.Put(name+"/"+who+"/"+rules[0].Name, means[i][0], "cards")
	}
	sheet.Put(name, 100*(ours/best-1), "%", t.goal)
	t.cover(outcomes, sheet)
	sheet.Note("exam: over %d days %d learners met %.0f cards on average", t.days, t.learners, met)
}

// cover puts on the sheet how often the truth lay within what was foretold for four of five cases.
func (t term) cover(outcomes []outcome, sheet *figure.Sheet) {
	for i, when := range []string{"first-day", "half-way"} {
		in, all := 0.0, 0.0
		for _, o := range outcomes {
			if o.within[i] != 0 {
				all++
			}
			if o.within[i] > 0 {
				in++
			}
		}
		sheet.Put("exam/interval-80/"+t.name()+"/"+when, 100*in/all, "%")
	}
}
