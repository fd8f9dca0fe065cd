package quiz

import (
	"fmt"
	"math/rand/v2"
	"time"

	"coderounds/codesets"
)

// Round is one sitting: a queue of cards, the answers given, and what comes again.
// It is not safe for concurrent use.
type Round struct {
	decks   map[CardID]Deck
	memory  *Memory
	rng     *rand.Rand
	today   Day
	queue   []turn
	current *Question
	planned int
	done    int // turns answered that were planned
	answers []Answer
	err     error

	quickIsEasy bool
}

// turn is a place in the queue.
type turn struct {
	card  Card
	again int // how often it came again in this round
}

// Answer is one answered question.
type Answer struct {
	Question Question
	Response Response
	Outcome  Outcome
	Review   Review
	// Again tells that the card was missed earlier in the round.
	Again bool
	// Returns tells that the card was missed and comes again later in the round.
	Returns bool
}

// A missed card comes again after this many others, and at most so often in one round.
const (
	againAfter = 3
	againMost  = 2
)

// NewRound composes a round; see [Plan]. The round draws its seeds from rng, which it takes over.
func NewRound(decks []Deck, memory *Memory, plan Plan, now time.Time, rng *rand.Rand) *Round {
	r := &Round{decks: make(map[CardID]Deck), memory: memory, rng: rng, today: DayOf(now)}
	var cards []Card
	for _, d := range decks {
		for _, c := range d.Cards() {
			if _, twice := r.decks[c.ID]; !twice && plan.wants(c) {
				r.decks[c.ID] = d
				cards = append(cards, c)
			}
		}
	}
	for _, c := range plan.choose(cards, memory, DayOf(now), rng) {
		r.queue = append(r.queue, turn{card: c})
	}
	r.planned = len(r.queue)
	r.next()
	return r
}

// QuickIsEasy says whether a right typed answer, without a hint, is graded Easy when its first key came faster than the
// learner's own 20th percentile. It is not, unless it is chosen.
func (r *Round) QuickIsEasy(on bool) { r.quickIsEasy = on }

// seedBits keeps seeds exact in programs that read numbers as floating point.
const seedBits = 53

// next makes the question of the first turn. A card whose question cannot be made is passed over,
// and the reason kept for [Round.Err].
func (r *Round) next() {
	r.current = nil
	for len(r.queue) > 0 {
		t := r.queue[0]
		q, err := ask(r.decks[t.card.ID], t.card.ID, r.rng.Uint64()>>(64-seedBits), r.memory, r.today)
		if err == nil {
			r.current = &q
			return
		}
		r.err = fmt.Errorf("card %s: %w", t.card.ID, err)
		r.queue = r.queue[1:]
		if t.again == 0 {
			r.planned--
		}
	}
}

// Question returns the question that waits for an answer; ok is false when the round is over.
func (r *Round) Question() (q Question, ok bool) {
	if r.current == nil {
		return Question{}, false
	}
	return *r.current, true
}

// Repeats tells that the current question was missed earlier in the round.
func (r *Round) Repeats() bool { return r.current != nil && r.queue[0].again > 0 }

// Err returns why the last card that was passed over was, or nil.
func (r *Round) Err() error { return r.err }

// Answer judges the response to the current question and moves on to the next one. The caller
// appends the answer's review to the journal. It panics when the round is over.
func (r *Round) Answer(resp Response, now time.Time) Answer {
	q, t := r.current, r.queue[0]
	outcome := q.Judge(resp)
	pace := r.memory.Pace(q.Card.Kind)
	if !r.quickIsEasy {
		pace.Quick = 0
	}
	grade := q.Grade(outcome, resp, pace)
	said, answer := q.kept(resp)
	a := Answer{
		Question: *q, Response: resp, Outcome: outcome, Again: t.again > 0,
		Review: Review{
			Version: Version, Time: now.Truncate(time.Millisecond), Card: q.Card.ID, Kind: q.Card.Kind, Seed: q.Seed,
			Response: said, Answer: answer, Outcome: outcome, Grade: grade,
			FirstMS: resp.First.Milliseconds(), TookMS: resp.Took.Milliseconds(),
			Keys: resp.Keys, Rank: resp.Rank, Hints: resp.Hints, Options: len(q.Options), Par: q.Par,
		},
	}
	r.queue = r.queue[1:]
	if t.again == 0 {
		r.done++
	}
	if outcome != Right && t.again < againMost {
		at := min(againAfter, len(r.queue))
		a.Returns = true
		r.queue = append(r.queue[:at:at], append([]turn{{t.card, t.again + 1}}, r.queue[at:]...)...)
	}
	r.answers = append(r.answers, a)
	r.next()
	return a
}

// kept is the response and the right answer as the journal keeps them. Of CPT codes it keeps no descriptor, since
// those are the AMA's and the journal leaves the device in backups.
func (q *Question) kept(resp Response) (response, answer string) {
	if q.Card.System == codesets.CPT2 && q.Code != "" {
		return resp.Text, q.Code
	}
	return q.said(resp), q.Answer()
}

// said is the response as the journal keeps it: in words, so that it can be read without the question.
func (q *Question) said(resp Response) string {
	if q.Card.Kind == Choose && !resp.GaveUp {
		for i, o := range q.Options {
			if OptionText(i) == resp.Text {
				return o.Text
			}
		}
	}
	return resp.Text
}

// Progress returns how many of the planned questions are answered. Repetitions do not count.
func (r *Round) Progress() (done, planned int) { return r.done, r.planned }

// Answers returns the answers given so far. The slice is the round's own.
func (r *Round) Answers() []Answer { return r.answers }
