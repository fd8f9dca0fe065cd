package fsrs_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz/fsrs"
)

const day = 24 * 60 * 60 * 1000 // in milliseconds

// reference reads a file of the reference review logs and skips the test if
// the logs are not there.
func reference(t *testing.T, name string) []byte {
	t.Helper()
	path := filepath.Join("../../../shared/data/reviews", name)
	data, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Skipf("needs the reference review log %s", path)
	}
	require.NoError(t, err)
	return data
}

// asked is one review of replay.json: [time in ms, grade].
type asked struct {
	at    int64
	grade fsrs.Grade
}

func (a *asked) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&a.at, &a.grade})
}

// answer is what ts-fsrs says after a review, in replay.ts-fsrs.json:
// [stability, difficulty, due in ms, phase].
type answer struct {
	stability, difficulty float64
	due                   int64
	phase                 int
}

// inReview is the phase of a card that waits for days; the others wait for
// minutes, by learning steps that are not part of the memory model.
const inReview = 2

func (a *answer) UnmarshalJSON(data []byte) error {
	return json.Unmarshal(data, &[]any{&a.stability, &a.difficulty, &a.due, &a.phase})
}

// TestReplayAgreesWithPeer replays 500 histories: every state is within 1e-6 of
// that of ts-fsrs, and no card that waits for days is due on another day.
func TestReplayAgreesWithPeer(t *testing.T) {
	var histories [][]asked
	var answers [][]answer
	require.NoError(t, json.Unmarshal(reference(t, "replay.json"), &histories))
	require.NoError(t, json.Unmarshal(reference(t, "replay.ts-fsrs.json"), &answers))
	require.Len(t, answers, len(histories))

	sc := published(t)
	states, dues := 0, 0
	for h, history := range histories {
		require.Len(t, answers[h], len(history), "history %d", h)
		var state fsrs.State
		for i, review := range history {
			want, where := answers[h][i], fmt.Sprintf("history %d, review %d", h, i)
			from, days, known := state, 0.0, false
			if i > 0 {
				days = math.Floor(float64(review.at-history[i-1].at) / day)
				known = answers[h][i-1].phase == inReview
			}
			state = sc.Next(from, days, review.grade)
			require.InEpsilon(t, want.stability, state.Stability, 1e-6, where)
			require.InEpsilon(t, want.difficulty, state.Difficulty, 1e-6, where)
			states++
			if want.phase == inReview {
				wait := wholeDays(sc, state)
				if known {
					wait = orderedDays(sc, from, days, review.grade)
				}
				require.Equal(t, want.due, review.at+int64(wait)*day, where)
				dues++
			}
		}
	}
	require.Equal(t, 4952, states)
	require.Equal(t, 3467, dues)
}

// wholeDays is the interval to 90 %, in whole days and one at least.
func wholeDays(sc *fsrs.Scheduler, s fsrs.State) float64 {
	return max(math.Round(sc.Interval(0.9, s)), 1)
}

// orderedDays is the interval the peers give after a recall in the review
// phase: the three grades are kept apart by a day.
func orderedDays(sc *fsrs.Scheduler, from fsrs.State, days float64, g fsrs.Grade) float64 {
	good := wholeDays(sc, sc.Next(from, days, fsrs.Good))
	hard := min(wholeDays(sc, sc.Next(from, days, fsrs.Hard)), good)
	good = max(good, hard+1)
	easy := max(wholeDays(sc, sc.Next(from, days, fsrs.Easy)), good+1)
	return map[fsrs.Grade]float64{fsrs.Hard: hard, fsrs.Good: good, fsrs.Easy: easy}[g]
}

// TestLogLossOfDefaults takes the log loss of the default parameters over the
// simulated learner's log: over the first answer of each day, weighted by
// recency as fsrs-rs does, 0.25 + 0.75(i/(n−1))³ for the i-th of n.
func TestLogLossOfDefaults(t *testing.T) {
	losses := firstOfDayLosses(t, published(t), reference(t, "simulated.csv"))
	require.Len(t, losses, 8030)
	var sum, weights, plain float64
	for i, loss := range losses {
		weight := 0.25 + 0.75*math.Pow(float64(i)/float64(len(losses)-1), 3)
		sum += weight * loss
		weights += weight
		plain += loss
	}
	require.InDelta(t, 0.36600, sum/weights, 5e-6)
	require.InDelta(t, 0.36516, plain/float64(len(losses)), 5e-6)
}

// firstOfDayLosses replays a log (columns card_id, review_time in ms, review_rating, …;
// in order of time) and returns −ln of the chance given to what happened, of
// each review on a later day than the card's last.
func firstOfDayLosses(t *testing.T, sc *fsrs.Scheduler, log []byte) []float64 {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(log)).ReadAll()
	require.NoError(t, err)
	type card struct {
		state fsrs.State
		day   int64
	}
	cards := map[string]card{}
	var losses []float64
	for _, row := range rows[1:] {
		at, err := strconv.ParseInt(row[1], 10, 64)
		require.NoError(t, err)
		g, err := strconv.Atoi(row[2])
		require.NoError(t, err)

		c := cards[row[0]]
		days := float64(at/day - c.day)
		if r := sc.Retrievability(days, c.state); !c.state.IsNew() && days >= 1 {
			if fsrs.Grade(g) == fsrs.Again {
				r = 1 - r
			}
			losses = append(losses, -math.Log(r))
		}
		cards[row[0]] = card{sc.Next(c.state, days, fsrs.Grade(g)), at / day}
	}
	return losses
}
