package corpus

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"time"

	"coderounds/quiz/fsrs"
)

// Logs are the review logs that models are fitted to: one drawn from a known FSRS-6 learner, and a real one.
var Logs = [...]string{"simulated", "learner"}

// Answer is one review of a log. Days are those of UTC since 1970.
type Answer struct {
	Card  int
	Days  float64
	Grade fsrs.Grade
}

// Answers reads a review log, oldest first; ok is false when it is not there. The logs lie beside the folder of releases.
func Answers(releases, name string) (answers []Answer, ok bool, err error) {
	path := filepath.Join(releases, "..", "reviews", name+".csv")
	data, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, false, nil
	case err != nil:
		return nil, false, fmt.Errorf("read review log: %w", err)
	}
	rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
	if err != nil {
		return nil, false, fmt.Errorf("read review log %s: %w", path, err)
	}
	card, at, rating := slices.Index(rows[0], "card_id"), slices.Index(rows[0], "review_time"), slices.Index(rows[0], "review_rating")
	if min(card, at, rating) < 0 {
		return nil, false, fmt.Errorf("read review log %s: line 1 must name card_id, review_time and review_rating", path)
	}
	numbers := make(map[string]int)
	for i, row := range rows[1:] {
		if _, known := numbers[row[card]]; !known {
			numbers[row[card]] = len(numbers)
		}
		days, err := parseDays(row[at])
		if err != nil {
			return nil, false, fmt.Errorf("read review log %s: line %d: %w", path, i+2, err)
		}
		grade, err := strconv.ParseUint(row[rating], 10, 8)
		if err != nil || !fsrs.Grade(grade).Valid() {
			return nil, false, fmt.Errorf("read review log %s: line %d: the rating is %q, must be from 1 to 4", path, i+2, row[rating])
		}
		answers = append(answers, Answer{numbers[row[card]], days, fsrs.Grade(grade)})
	}
	return answers, true, nil
}

// parseDays reads milliseconds since 1970, or a time as in RFC 3339.
func parseDays(s string) (float64, error) {
	const day = float64(24 * time.Hour / time.Millisecond)
	if ms, err := strconv.ParseInt(s, 10, 64); err == nil {
		return float64(ms) / day, nil
	}
	at, err := time.Parse(time.RFC3339Nano, s)
	if err != nil {
		return 0, fmt.Errorf("the time is neither milliseconds nor as in RFC 3339: %w", err)
	}
	return float64(at.UnixMilli()) / day, nil
}

// Log makes of answers, none of them by guessing, what models are fitted to.
func Log(answers []Answer) *fsrs.Log {
	log := new(fsrs.Log)
	for _, a := range answers {
		log.Add(a.Card, a.Days, a.Grade, 0)
	}
	return log
}
