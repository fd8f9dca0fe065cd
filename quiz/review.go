package quiz

import (
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"coderounds/quiz/fsrs"
)

// Version is the format of the journal's lines that this program writes.
const Version = 1

// ErrNewer is the error of a line that a newer version of the program wrote.
var ErrNewer = errors.New("written by a newer version of Code Rounds; update the program to read it")

// Review is one answered question: a line of the journal. Its identity is Time, Card and Seed.
type Review struct {
	Version int `json:"v"`
	// Time carries the player's offset from UTC, so that the day it belongs to stays the same wherever
	// it is read. Milliseconds.
	Time     time.Time  `json:"time"`
	Card     CardID     `json:"card"`
	Kind     Kind       `json:"kind"`
	Seed     uint64     `json:"seed"`
	Response string     `json:"response"`
	Answer   string     `json:"answer,omitempty"`
	Outcome  Outcome    `json:"outcome"`
	Grade    fsrs.Grade `json:"grade"`
	FirstMS  int64      `json:"first_ms"`
	TookMS   int64      `json:"took_ms"`
	Keys     int        `json:"keys,omitempty"`
	Rank     int        `json:"rank,omitempty"`
	Hints    int        `json:"hints,omitempty"`
	Options  int        `json:"options,omitempty"` // how many there were to choose from
	Par      int        `json:"par,omitempty"`     // the keystrokes that a practised coder would have needed to find it
}

// Key identifies a review when journals are merged.
type Key struct {
	Millis int64
	Card   CardID
	Seed   uint64
}

// Key returns the review's identity.
func (r *Review) Key() Key { return Key{r.Time.UnixMilli(), r.Card, r.Seed} }

// Missed tells whether the card was not known, as the memory model takes it.
func (r *Review) Missed() bool { return r.Grade == fsrs.Again }

// Line returns the review as one line of JSON, without the line's end.
func (r *Review) Line() ([]byte, error) {
	line, err := json.Marshal(r)
	if err != nil {
		return nil, fmt.Errorf("write review: %w", err)
	}
	return line, nil
}

// ParseReview reads a line of the journal. Fields it does not know are passed over; a newer
// version is [ErrNewer].
func ParseReview(line []byte) (Review, error) {
	var r Review
	if err := new(reader).parse(line, &r); err != nil {
		return Review{}, err
	}
	return r, nil
}

// parse is ParseReview for one of many lines.
func (f *reader) parse(line []byte, r *Review) error {
	if !f.read(line, r) {
		*r = Review{}
		if err := json.Unmarshal(line, r); err != nil {
			return fmt.Errorf("read review: %w", err)
		}
	}
	switch {
	case r.Version > Version:
		return ErrNewer
	case r.Version < 1:
		return errors.New("read review: no format version")
	case r.Card == "" || r.Time.IsZero():
		return errors.New("read review: no card or no time")
	case !r.Grade.Valid():
		return fmt.Errorf("read review: grade %d is not 1 to 4", r.Grade)
	}
	return nil
}
