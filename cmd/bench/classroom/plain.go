package classroom

import (
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// Plain is FSRS-6 as published: a card is due when its recall has fallen to 90 %.
type Plain struct {
	peer
	model  fsrs.Model
	states []fsrs.State
}

// NewPlain returns FSRS before any answer.
func NewPlain(model fsrs.Model, cards int, rule Rule) *Plain {
	return &Plain{newPeer(cards, rule), model, make([]fsrs.State, cards)}
}

// Answer implements [Planner].
func (p *Plain) Answer(a Answer) {
	s := &p.states[a.Card]
	*s = p.model.Next(*s, float64(a.Day-p.cards[a.Card].last), grade(a.Right))
	p.put(a.Card, a.Day, p.model.Interval(quiz.DefaultRetention, *s))
}

func grade(right bool) fsrs.Grade {
	if right {
		return fsrs.Good
	}
	return fsrs.Again
}
