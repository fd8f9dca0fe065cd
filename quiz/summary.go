package quiz

import (
	"slices"
	"time"

	"coderounds/codesets"
)

// Tally counts first answers in one book.
type Tally struct {
	System       codesets.System
	Right, Asked int
}

// Summary is what a round came to. Only the first answer to each card counts.
type Summary struct {
	Right, Asked int
	Took         time.Duration
	Books        []Tally
	// Learned are the questions answered right that were new or had been missed, Again those missed. A code that two cards asked
	// stands once in each.
	Learned, Again []Question
}

// Summary sums the round up.
func (r *Round) Summary() Summary {
	var s Summary
	books := make(map[codesets.System]*Tally)
	for _, a := range r.answers {
		s.Took += a.Response.Took
		if a.Again {
			continue
		}
		t := books[a.Question.Card.System]
		if t == nil {
			t = &Tally{System: a.Question.Card.System}
			books[a.Question.Card.System] = t
		}
		t.Asked++
		s.Asked++
		if a.Outcome == Right {
			t.Right++
			s.Right++
			s.Learned = withQuestion(s.Learned, a.Question)
		} else {
			s.Again = withQuestion(s.Again, a.Question)
		}
	}
	for _, system := range append(codesets.Systems(), 0) {
		if t := books[system]; t != nil {
			s.Books = append(s.Books, *t)
		}
	}
	return s
}

// withQuestion adds a question, unless its code is there.
func withQuestion(list []Question, q Question) []Question {
	if q.Code != "" && slices.ContainsFunc(list, func(l Question) bool { return l.Code == q.Code && l.Card.System == q.Card.System }) {
		return list
	}
	return append(list, q)
}
