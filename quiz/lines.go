package quiz

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
)

// LineMost is the longest line that a review can take, in bytes.
const LineMost = 1 << 20

// WriteReviews writes reviews as the journal keeps them: a line of JSON each.
func WriteReviews(w io.Writer, reviews []Review) error {
	out := bufio.NewWriter(w)
	for i := range reviews {
		line, err := reviews[i].Line()
		if err != nil {
			return err
		}
		out.Write(append(line, '\n'))
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("write reviews: %w", err)
	}
	return nil
}

// Lines returns the lines of a file, none of which may be longer than most bytes.
func Lines(r io.Reader, most int) *bufio.Scanner {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, most)
	return lines
}

// ReadReviews reads what [WriteReviews] wrote, most reviews at most. first is the number of the next line, for errors. All is read
// or nothing: a line that is no review, or of a newer format, is an error that names it.
func ReadReviews(lines *bufio.Scanner, first, most int) ([]Review, error) {
	var reviews []Review
	for number := first; len(reviews) < most && lines.Scan(); number++ {
		r, err := ParseReview(lines.Bytes())
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		reviews = append(reviews, r)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", first+len(reviews), err)
	}
	return reviews, nil
}

// IsReviews tells by the first bytes of a file whether it is lines of reviews.
func IsReviews(head []byte) bool {
	line, _, _ := bytes.Cut(head, []byte("\n"))
	return bytes.HasPrefix(line, []byte(`{"v":`)) && bytes.Contains(line, []byte(`"card":`))
}
