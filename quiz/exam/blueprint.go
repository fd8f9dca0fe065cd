package exam

import (
	"bytes"
	_ "embed" // the blueprints are a data file
	"encoding/json"
	"fmt"
	"time"

	"coderounds/codesets"
	"coderounds/quiz"
)

// Blueprint is what is known of an exam. Such facts change, so they stand in a data file, blueprints.json, with their
// source and the day on which they were checked. What could not be checked is left out, and Note says so.
type Blueprint struct {
	ID    string `json:"id"`
	Name  string `json:"name"`  // short
	Title string `json:"title"` // whom it is for
	// Questions and Minutes of the exam; 0 is not known.
	Questions int    `json:"questions"`
	Minutes   int    `json:"minutes"`
	Parts     []Part `json:"parts"`
	// Published tells that the weights are the shares of the exam that its examiners name.
	Published bool   `json:"published"`
	Source    string `json:"source"`  // an address
	Checked   string `json:"checked"` // as 2006-01-02
	Note      string `json:"note"`
}

// Part is a part of an exam: the questions on a book, and their weight: that of the whole part where shares are published, else that
// of each card.
type Part struct {
	System string  `json:"system"` // its key
	Weight float64 `json:"weight"`
}

// OwnMix is the ID of the blueprint whose weights the player chooses. It comes first.
const OwnMix = "mix"

//go:embed blueprints.json
var blueprintFile []byte

// Blueprints reads the blueprints that come with the program. An error is a mistake in the file.
func Blueprints() ([]Blueprint, error) {
	var all []Blueprint
	decoder := json.NewDecoder(bytes.NewReader(blueprintFile))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&all); err != nil {
		return nil, fmt.Errorf("read blueprints.json: %w", err)
	}
	for _, b := range all {
		if err := b.check(); err != nil {
			return nil, fmt.Errorf("read blueprints.json: %s: %w", b.ID, err)
		}
	}
	return all, nil
}

// check returns what is wrong with a blueprint.
func (b *Blueprint) check() error {
	for _, p := range b.Parts {
		if _, known := codesets.SystemByKey(p.System); !known || p.Weight < 0 {
			return fmt.Errorf("part %q has weight %v; name a book and a weight of 0 or more", p.System, p.Weight)
		}
	}
	if len(b.Parts) == 0 {
		return fmt.Errorf("it has no parts")
	}
	if b.ID == OwnMix {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, b.Checked); err != nil || b.Source == "" {
		return fmt.Errorf("it needs a source and the day on which it was checked, as 2026-01-31")
	}
	return nil
}

// rare is what a card that is not common counts beside one that is: exams ask more of what is met every day.
const rare = 0.1

// size is what a card counts among those of its book.
func size(c *quiz.Card) float64 {
	if c.Common {
		return 1
	}
	return rare
}

// Weigh returns the share of the exam that each card stands for, in the order of the cards. Where the shares of the books are
// published, a part's weight is spread over the cards of its book that are loaded. Else it is that of each of its cards, so that a
// small book does not count as much as a large one. Common cards count more in both. A question across books counts with the first
// part. All shares add up to 1, unless no card is asked at all.
func (b *Blueprint) Weigh(cards []quiz.Card) []float64 {
	parts, first := make(map[codesets.System]float64), codesets.System(0)
	for _, p := range b.Parts {
		system, _ := codesets.SystemByKey(p.System)
		if p.Weight > 0 && first == 0 {
			first = system
		}
		parts[system] += p.Weight
	}
	in := func(c *quiz.Card) codesets.System {
		if c.System == 0 {
			return first
		}
		return c.System
	}
	sizes := make(map[codesets.System]float64)
	for i := range cards {
		sizes[in(&cards[i])] += size(&cards[i])
	}
	sum := 0.0
	for s, weight := range parts {
		if b.Published && sizes[s] > 0 {
			parts[s] = weight / sizes[s]
		}
		sum += parts[s] * sizes[s]
	}
	shares := make([]float64, len(cards))
	for i := range cards {
		if sum > 0 {
			shares[i] = parts[in(&cards[i])] * size(&cards[i]) / sum
		}
	}
	return shares
}
