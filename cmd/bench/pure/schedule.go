package pure

import (
	"fmt"
	"math"
	"testing"
	"time"

	peer "github.com/open-spaced-repetition/go-fsrs/v4"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// step measures the bare state step beside the peer's Next, which is how its users schedule a review.
func (b bench) step(model *fsrs.Scheduler, reviews []reviewed) error {
	theirs := peer.NewFSRS(peer.DefaultParam())
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	cards := make([]peer.Card, len(reviews))
	for i, r := range reviews {
		cards[i] = peer.NewCard()
		if !r.from.IsNew() {
			cards[i].Stability, cards[i].Difficulty, cards[i].State = r.from.Stability, r.from.Difficulty, peer.Review
			cards[i].LastReview = now.AddDate(0, 0, -int(r.days))
		}
	}
	ours := func(i int) float64 {
		return model.Next(reviews[i].from, float64(reviews[i].days), reviews[i].grade).Stability
	}
	peers := func(i int) float64 {
		next, err := theirs.Next(cards[i], now, peer.Rating(reviews[i].grade))
		if err != nil {
			return math.NaN()
		}
		return next.Card.Stability
	}
	for i, r := range reviews {
		if a, b := ours(i), peers(i); !(math.Abs(a-b) <= 1e-9*b) {
			return fmt.Errorf("step %+v: the stability is %v, but go-fsrs says %v", r, a, b)
		}
	}
	times, err := contest.Hold(contest.Rounds, stepper(len(reviews), ours), stepper(len(reviews), peers))
	if err != nil {
		return err
	}
	n := schedulePasses * len(reviews)
	b.sheet.Put(b.name("fsrs/step"), each(times.Median(0), n, time.Nanosecond), figure.Nanoseconds, b.natively(150))
	b.sheet.Put(b.name("fsrs/step", "go-fsrs-next"), each(times.Median(1), n, time.Nanosecond), figure.Nanoseconds)
	b.sheet.Put(b.name("fsrs/step", "ratio-to-go-fsrs-next"), times.Ratio(0, 1), figure.Times, b.natively(1./20))
	return nil
}

func stepper(n int, step func(int) float64) contest.Contender {
	return contest.Timed(func() {
		for range schedulePasses {
			for i := range n {
				step(i)
			}
		}
	})
}

// taken measures one review taken in by who has made many, all policy included: its day is balanced and kept apart from
// its kin, and all that is counted from reviews is counted. A quarter of them are choices that may be luck.
func (b bench) taken() error {
	dual, err := fsrs.NewDual(fsrs.DefaultDualParameters())
	if err != nil {
		return err
	}
	reviews := corpus.Reviews(answered)
	for _, of := range []struct {
		who   string
		model fsrs.Model
	}{{"fsrs-6", fsrs.Published()}, {"fsrs-7", dual}} {
		times, err := contest.Hold(contest.Rounds, func() (time.Duration, error) {
			m := quiz.NewMemory(of.model, quiz.DefaultRetention)
			add(m, reviews[:answered/2])
			began := time.Now()
			add(m, reviews[answered/2:])
			return time.Since(began), nil
		})
		if err != nil {
			return err
		}
		m := quiz.NewMemory(of.model, quiz.DefaultRetention)
		add(m, reviews)
		again := reviews[answered-allocating:]
		allocations := testing.AllocsPerRun(1, func() { add(m, again) }) / allocating
		b.sheet.Put(b.name("memory/review", of.who, "allocs"), math.Floor(allocations*100)/100, figure.Allocations, figure.AtMost(0))
		b.sheet.Put(b.name("memory/review", of.who), each(times.Median(0), answered/2, time.Nanosecond), figure.Nanoseconds, b.natively(1000))
	}
	return nil
}

// allocating is how many reviews are taken in to count what is allocated: of cards, and mistakes, that were there before.
const allocating = 10_000

func add(m *quiz.Memory, reviews []quiz.Review) {
	for i := range reviews {
		m.Add(&reviews[i])
	}
}
