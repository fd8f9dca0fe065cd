package quiz

import (
	"testing"
	"time"

	"coderounds/codesets"
	"coderounds/quiz/fsrs"

	"github.com/stretchr/testify/require"
)

func choice() Question {
	return Question{Card: Card{ID: "c", Kind: Choose}, Options: []Option{{Text: "a"}, {Text: "b", Right: true}, {Text: "c"}}}
}

func coded(kind Kind) Question {
	return Question{Card: Card{ID: "t", Kind: kind, System: codesets.ICD10CM}, Code: "E119", Answers: []string{"E119"}, Par: 5}
}

func TestGrade(t *testing.T) {
	pace := Pace{Slow: 20 * time.Second, Quick: time.Second}
	for _, test := range []struct {
		name    string
		q       Question
		r       Response
		pace    Pace
		outcome Outcome
		grade   fsrs.Grade
	}{
		{"right choice", choice(), Response{Text: "1"}, pace, Right, fsrs.Good},
		{"fast right choice is never Easy", choice(), Response{Text: "1", Took: 1}, pace, Right, fsrs.Good},
		{"wrong choice", choice(), Response{Text: "0"}, pace, Wrong, fsrs.Again},
		{"no such option", choice(), Response{Text: "7"}, pace, Wrong, fsrs.Again},
		{"choice after a hint", choice(), Response{Text: "1", Hints: 1}, pace, Right, fsrs.Hard},
		{"slow choice", choice(), Response{Text: "1", Took: 21 * time.Second}, pace, Right, fsrs.Hard},
		{"slow choice without a pace", choice(), Response{Text: "1", Took: time.Hour}, Pace{}, Right, fsrs.Good},
		{"gave up", choice(), Response{GaveUp: true, Text: "1"}, pace, GaveUp, fsrs.Again},
		{"typed", coded(Type), Response{Text: " e11.9 "}, pace, Right, fsrs.Good},
		{"typed, one character off", coded(Type), Response{Text: "E11.8"}, pace, Near, fsrs.Again},
		{"typed, one character short", coded(Type), Response{Text: "E11"}, pace, Near, fsrs.Again},
		{"typed, letter O", coded(Type), Response{Text: "EI1O"}, pace, Wrong, fsrs.Again},
		{"typed after a hint", coded(Type), Response{Text: "E119", Hints: 1}, pace, Right, fsrs.Hard},
		{"found at par", coded(Find), Response{Text: "E119", Keys: 7}, pace, Right, fsrs.Good},
		{"found over par", coded(Find), Response{Text: "E119", Keys: 10}, pace, Right, fsrs.Good},
		{"found over twice par", coded(Find), Response{Text: "E119", Keys: 11}, pace, Right, fsrs.Hard},
		{"found late is never Again", coded(Find), Response{Text: "E119", Keys: 999, Took: time.Hour}, pace, Right, fsrs.Hard},
		{"words", Question{Card: Card{Kind: Type}, Answers: []string{"Percutaneous Endoscopic", "4"}}, Response{Text: " percutaneous  endoscopic"}, pace, Right, fsrs.Good},
		{"other answer", Question{Card: Card{Kind: Type}, Answers: []string{"Percutaneous Endoscopic", "4"}}, Response{Text: "4"}, pace, Right, fsrs.Good},
		{"nothing typed", coded(Type), Response{}, pace, Wrong, fsrs.Again},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := test.q.Judge(test.r)
			require.Equal(t, test.outcome, o)
			require.Equal(t, test.grade, test.q.Grade(o, test.r, test.pace))
		})
	}
}

func TestPaceNeedsSamples(t *testing.T) {
	var s times
	for i := range paceSamples - 1 {
		s.add(time.Duration(i), time.Duration(i))
	}
	require.Zero(t, s.pace())
	s.add(100, 100)
	require.Equal(t, Pace{Slow: 27, Quick: 6}, s.pace())
}
