package quiz

import (
	"time"

	"coderounds/codesets"
)

// Kind is what a question asks the player to do.
type Kind string

// The kinds of task. Finding, typing and building are at least half of a round: picking among
// options alone trains little.
const (
	Find   Kind = "find"   // look the code up in the index
	Type   Kind = "type"   // write the code, or a short answer, from memory
	Choose Kind = "choose" // pick one of the options
	Build  Kind = "build"  // complete a stem, character by character
)

// Hands tells whether the task is done with code in hand rather than by picking an option.
func (k Kind) Hands() bool { return k == Find || k == Type || k == Build }

// CardID names what memory is kept of: "item/<item>" or "<drill>/<system>/<family>". It never changes
// its meaning, since journals hold it for years.
type CardID string

// Card is what can come up: an item, or a drill applied to one family of codes.
type Card struct {
	ID   CardID
	Kind Kind
	// System is the book the card belongs to; 0 for questions across books.
	System codesets.System
	// Topic is what the card is about, in words.
	Topic string
	// Family is shared by cards that are easily confused or give each other away; a round keeps them apart.
	Family string
	// Common marks what a beginner meets first.
	Common bool
}

// Question is a card as it comes up once.
type Question struct {
	Card Card
	// Seed makes the same question again from the same deck.
	Seed uint64
	// Prompt says what to do ("Find the code"), Text what it is about: a title, a vignette, a code.
	Prompt, Text string
	// TextIsCode sets Text in the code face.
	TextIsCode bool
	// Options of a Choose question.
	Options []Option
	// Slots of a Build question, behind Stem, a normalised code.
	Stem  string
	Slots []Slot
	// Answers are accepted; the first is shown. Codes are normalised.
	Answers []string
	// Code is the normalised code that feedback takes apart; empty for pure concepts.
	Code string
	// Rationale says why in our own words, Source where the rule stands.
	Rationale, Source string
	// Hint is a help that costs a good grade; empty when there is none.
	Hint string
	// Par is the keystrokes a practised coder needs to find the code (Find only).
	Par int
}

// Option is one of several answers.
type Option struct {
	Text string
	// IsCode sets Text in the code face.
	IsCode bool
	Right  bool
	// Reason says why a wrong option is wrong.
	Reason string
}

// Slot is one character to be filled in.
type Slot struct {
	// Name says what the character stands for ("7th character", "Approach").
	Name string
	// Values are offered, in order; not all need be right.
	Values []codesets.Value
}

// Answer returns the answer to be shown.
func (q *Question) Answer() string {
	if q.Card.Kind == Choose {
		for _, o := range q.Options {
			if o.Right {
				return o.Text
			}
		}
	}
	if len(q.Answers) == 0 {
		return ""
	}
	if q.Code == q.Answers[0] {
		return q.Card.System.Format(q.Answers[0])
	}
	return q.Answers[0]
}

// Response is what the player did.
type Response struct {
	// Text is what was typed, the code picked, or the option's index as a digit from 0.
	Text   string
	GaveUp bool
	Hints  int
	// Keys is how many keystrokes the search took, Rank the place of the pick in the list, from 1.
	Keys, Rank int
	// First is the time to the first key or press, Took the time to the answer.
	First, Took time.Duration
}
