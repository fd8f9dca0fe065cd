package fsrs_test

import (
	"fmt"

	"coderounds/quiz/fsrs"
)

func Example() {
	memory, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		fmt.Println(err)
		return
	}
	var card fsrs.State
	for _, review := range []struct {
		days  float64 // since the review before
		grade fsrs.Grade
	}{
		{0, fsrs.Good}, {2, fsrs.Good}, {11, fsrs.Good}, {46, fsrs.Again}, {0, fsrs.Good}, {3, fsrs.Hard},
	} {
		card = memory.Next(card, review.days, review.grade)
		fmt.Printf("stability %5.2f, difficulty %.2f: ask again in %.0f days\n",
			card.Stability, card.Difficulty, memory.Interval(0.9, card))
	}
	fmt.Printf("chance of recall in 30 days: %.0f %%\n", 100*memory.Retrievability(30, card))
	// Output:
	// stability  2.31, difficulty 2.12: ask again in 2 days
	// stability 10.96, difficulty 2.11: ask again in 11 days
	// stability 46.28, difficulty 2.10: ask again in 46 days
	// stability  2.93, difficulty 7.39: ask again in 3 days
	// stability  2.93, difficulty 7.38: ask again in 3 days
	// stability  5.86, difficulty 8.24: ask again in 6 days
	// chance of recall in 30 days: 76 %
}

func ExampleFuzz() {
	for _, u := range []float64{0, 0.25, 0.5, 0.75, 0.99} {
		fmt.Print(fsrs.Fuzz(30, u), " ")
	}
	// Output: 27 28 30 32 33
}

// This learner recalls after three days what was forgotten, and has forgotten it
// again five days later. After some weeks that is expected.
func ExampleFit() {
	usual, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		fmt.Println(err)
		return
	}
	var log fsrs.Log
	for day := range 40 {
		for card := range 30 {
			switch (day + card) % 8 {
			case 0:
				log.Add(card, float64(day), fsrs.Again, 0)
			case 3:
				log.Add(card, float64(day), fsrs.Good, 0)
			}
		}
	}
	fit := fsrs.NewFit(&log, usual)
	for fit.Step() {
		// the game goes on
	}
	found := fit.Result()
	fmt.Printf("better: %v, fitted to %d reviews\n", found.Better, found.Scored)
	for _, model := range []fsrs.Model{usual, found.Model} {
		card := model.Next(fsrs.State{}, 0, fsrs.Again)
		after3 := model.Retrievability(3, card)
		card = model.Next(card, 3, fsrs.Good)
		fmt.Printf("recall after three days: %.0f %%, and five later: %.0f %%\n", 100*after3, 100*model.Retrievability(5, card))
	}
	// Output:
	// better: true, fitted to 270 reviews
	// recall after three days: 66 %, and five later: 85 %
	// recall after three days: 65 %, and five later: 63 %
}
