package corpus

import (
	"fmt"
	"math/rand/v2"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// A made-up learner: so many cards, and so many answers a day.
const (
	cards  = 2000
	perDay = 100
)

// Reviews makes n reviews as a learner leaves them over n/100 days, oldest first, with every card among the first 2,000. Four
// cards are of a family, one of each kind; one answer in eight is wrong, a code of the same family or of another.
func Reviews(n int) []quiz.Review {
	rng := rand.New(rand.NewPCG(seed, 200))
	began := time.Date(2025, 10, 1, 18, 0, 0, 0, time.FixedZone("", -5*60*60))
	reviews := make([]quiz.Review, n)
	for i := range reviews {
		card := i % cards
		if i >= cards {
			card = rng.IntN(cards)
		}
		family, kind := card/len(kinds), kinds[card%len(kinds)]
		code := fmt.Sprintf("%s.%d", category(family), rng.IntN(4))
		r := quiz.Review{
			Version: quiz.Version,
			Time:    began.AddDate(0, 0, i/perDay).Add(time.Duration(i%perDay) * 20 * time.Second),
			Card:    Card(card),
			Kind:    kind,
			Seed:    rng.Uint64() >> 11,
			Outcome: quiz.Right, Grade: fsrs.Good,
			Response: code, Answer: code,
			FirstMS: 400 + rng.Int64N(3000), TookMS: 4000 + rng.Int64N(20000), Keys: 3 + rng.IntN(20), Rank: 1 + rng.IntN(9),
		}
		if r.Kind == quiz.Choose {
			r.Options = 4
		}
		if rng.IntN(8) == 0 {
			r.Outcome, r.Grade, r.Response = quiz.Wrong, fsrs.Again, fmt.Sprintf("%c%02d%d", code[0], (family+rng.IntN(3))%100, 5+rng.IntN(2))
		}
		reviews[i] = r
	}
	return reviews
}

// kinds are those of the cards of a family.
var kinds = [...]quiz.Kind{quiz.Find, quiz.Type, quiz.Choose, quiz.Build}

// Card is one of 10,000 cards, from 0; the first [Cards] of them are reviewed.
func Card(i int) quiz.CardID {
	return quiz.CardID(fmt.Sprintf("%s/%s/%s", kinds[i%len(kinds)], codesets.ICD10CM.Key(), category(i/len(kinds))))
}

// category is a family of codes: A00 to Y99.
func category(i int) string { return fmt.Sprintf("%c%02d", 'A'+i/100, i%100) }

// Cards is the number of cards that n reviews are of.
func Cards(n int) int { return min(n, cards) }
