package fsrs

import (
	"math"
	"slices"
)

// Log is a learner's reviews, to judge models by and to fit them to. Only the
// first review of a card on a later day than its last is scored, which is when
// it tells something of memory; all others move the card's state. The zero Log
// is empty and ready; it is not safe for use while reviews are added.
type Log struct {
	answers []answer
	latest  []int32 // by card: its latest answer, plus one
	scored  int
}

// answer is one review.
type answer struct {
	at       float64 // in days
	guess    float64
	previous int32 // the card's answer before, or −1
	score    int32 // its number among the scored ones, or −1
	card     int32
	grade    Grade
}

// Add takes in one review, in order of time. Cards are numbered from 0, best
// without gaps. The time is in days of the learner's own calendar from any day
// on: its whole part is the learner's day, whenever that begins, and its
// fraction the time of day. Guess is the chance that one who does not know is
// right, 1/k for a choice among k and else 0. It panics if g is not valid.
func (l *Log) Add(card int, days float64, g Grade, guess float64) {
	if !g.Valid() {
		panic("fsrs: the grade of a review to be logged is not valid")
	}
	for card >= len(l.latest) {
		l.latest = append(l.latest, 0)
	}
	a := answer{at: days, guess: guess, previous: l.latest[card] - 1, score: -1, card: int32(card), grade: g}
	if l.since(&a, true) >= 1 {
		a.score = int32(l.scored)
		l.scored++
	}
	l.answers = append(l.answers, a)
	l.latest[card] = int32(len(l.answers))
}

// Snapshot returns the log as it is now: it may be read, on another goroutine
// too, while reviews are added to l. The reviews are shared, not copied.
func (l *Log) Snapshot() *Log {
	return &Log{slices.Clip(l.answers), slices.Clone(l.latest), l.scored}
}

// Len returns the number of reviews.
func (l *Log) Len() int { return len(l.answers) }

// Scored returns the number of reviews that are scored.
func (l *Log) Scored() int { return l.scored }

// Grow makes room for another n reviews.
func (l *Log) Grow(n int) { l.answers = slices.Grow(l.answers, n) }

// since returns the days since the card's review before as a model wants them:
// those of the calendar, or exactly. At a first review it is 0.
func (l *Log) since(a *answer, whole bool) float64 {
	if a.previous < 0 {
		return 0
	}
	before := l.answers[a.previous].at
	if whole {
		return max(0, math.Floor(a.at)-math.Floor(before))
	}
	return max(0, a.at-before)
}

// Loss returns the log loss of m over the scored reviews from…to−1: the mean of
// −ln of the chance that m gave to what happened, right or wrong, knowing the
// card's reviews before. Lower is better; all reviews before to are replayed,
// at some 0.2 µs each. Of no reviews it is NaN.
func (l *Log) Loss(m Model, from, to int) float64 {
	var sum float64
	l.losses(m, func(score int, loss float64) {
		if from <= score && score < to {
			sum += loss
		}
	})
	return sum / float64(to-from)
}

// RecentLoss is Loss over all scored reviews, weighted by recency as they are
// when fitting. It is what fsrs-rs calls the log loss.
func (l *Log) RecentLoss(m Model) float64 {
	var sum, weights float64
	l.losses(m, func(score int, loss float64) {
		w := recency(score, l.scored)
		sum += w * loss
		weights += w
	})
	return sum / weights
}

// recency is the weight of scored review i of n: 0.25 + 0.75(i/(n−1))³, as in
// fsrs-rs. The latest counts four times as much as the first.
func recency(i, n int) float64 {
	x := float64(i) / float64(max(n-1, 1))
	return 0.25 + 0.75*x*x*x
}

// losses calls yield with every scored review's number and loss, in order.
func (l *Log) losses(m Model, yield func(score int, loss float64)) {
	r := newReplay(l, m)
	for {
		score, loss, ok := r.next()
		if !ok {
			return
		}
		yield(score, loss)
	}
}
