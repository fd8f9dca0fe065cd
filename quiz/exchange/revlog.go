package exchange

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"coderounds/quiz"
)

// The states that a card is in before a review, as the log counts them.
const (
	stateNew        = iota // never reviewed
	stateLearning          // again on its first day
	stateReview            // on a later day
	stateRelearning        // again on a day on which it was missed
)

// WriteRevlog writes reviews, in the order in which they were made, as the review log that the optimizers of FSRS read
// (fsrs-optimizer, "Review Logs Schema"): CSV with the columns
//
//	card_id,review_time,review_rating,review_state,review_duration
//
// The cards are numbered from 1 in the order of their first reviews. review_time is milliseconds since 1970,
// review_rating a grade from 1 (Again) to 4 (Easy), review_duration milliseconds; review_state is 0 for the first
// review of a card, 1 for those that follow on the same day, 2 for the first of a later day, 3 for those that follow on a
// day on which the card was missed.
//
// The log has no place for options, so who reads it takes a lucky choice for knowledge.
func WriteRevlog(w io.Writer, reviews []quiz.Review) error {
	out := bufio.NewWriter(w)
	out.WriteString("card_id,review_time,review_rating,review_state,review_duration\n")
	cards := make(map[quiz.CardID]*logged)
	var line []byte
	for i := range reviews {
		r := &reviews[i]
		c := cards[r.Card]
		if c == nil {
			c = &logged{number: len(cards) + 1}
			cards[r.Card] = c
		}
		line = strconv.AppendInt(line[:0], int64(c.number), 10)
		for _, n := range []int64{r.Time.UnixMilli(), int64(r.Grade), int64(c.next(r)), r.TookMS} {
			line = strconv.AppendInt(append(line, ','), n, 10)
		}
		out.Write(append(line, '\n'))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write review log: %w", err)
	}
	return nil
}

// logged is a card while its reviews are written.
type logged struct {
	number int
	day    quiz.Day // of the latest review
	first  bool     // whether that is the day on which it was met
	missed bool     // whether it was missed on that day
	met    bool
}

// next returns the state in which a review finds the card.
func (c *logged) next(r *quiz.Review) int {
	state, day := stateReview, quiz.DayOf(r.Time)
	switch {
	case !c.met:
		state = stateNew
	case day != c.day:
	case c.first:
		state = stateLearning
	case c.missed:
		state = stateRelearning
	}
	if !c.met || day != c.day {
		c.first, c.missed = !c.met, false
	}
	c.met, c.day = true, day
	c.missed = c.missed || r.Missed()
	return state
}
