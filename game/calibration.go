package game

import (
	"fmt"
	"math"
	"slices"

	"coderounds/game/view"
	"coderounds/quiz"
)

// calibrationLeast is how many answers it takes to say something, and binLeast how many to draw a point.
const (
	calibrationLeast = 20
	binLeast         = 5
)

// calibration shows recall as it was predicted and as it was seen.
func (s *Statistics) calibration() view.Part {
	title := "Recall, predicted and seen"
	tested := s.desk.Journal.Memory().Calibration()
	all := tested.All()
	if all.Answers < calibrationLeast {
		return card(8, heading(title, view.Large), text(fmt.Sprintf(
			"So far %s came on a later day than the one before it; %d are needed to judge the prediction. Come back tomorrow: what you answered today is asked again.",
			counted(all.Answers, "answer", "answers"), calibrationLeast)))
	}
	bins := tested.Tested()
	var rows [][]string
	for _, bin := range bins {
		from, to := bin.Interval()
		rows = append(rows, []string{percent(bin.Predicted()), number(bin.Answers), percent(bin.Recalled()),
			fmt.Sprintf("%.0f–%.0f %%", 100*from, 100*to)})
	}
	return s.open.card(figure{ID: "recall", Title: title, Says: recallSays(all), Chart: calibrationChart(bins),
		More:  []view.Part{muted("The band holds what may be chance. Lucky guesses are taken out of choices.")},
		Table: table("Recall, predicted and seen", []string{"Predicted", "Answers", "Seen", "95 % sure"}, rows...)})
}

// calibrationChart draws the bins that hold enough answers.
func calibrationChart(bins []quiz.Tested) view.Chart {
	c := view.Chart{Kind: view.Lines, Unit: "%", Most: 100, Series: []view.Series{
		{Name: "Seen", Tone: view.Accent}, {Name: "Predicted", Tone: view.Muted},
	}}
	bins = slices.DeleteFunc(slices.Clone(bins), func(b quiz.Tested) bool { return b.Answers < binLeast })
	seen, predicted := &c.Series[0], &c.Series[1]
	for low := firstBin(bins); low < 0.95; low += 0.1 {
		c.X = append(c.X, fmt.Sprintf("%.0f–%.0f %%", 100*low, 100*low+10))
		mean, share, from, to := math.NaN(), math.NaN(), math.NaN(), math.NaN()
		if bin := binAt(bins, low); bin.Answers > 0 {
			mean, share = bin.Predicted(), bin.Recalled()
			from, to = bin.Interval()
		}
		predicted.Values = append(predicted.Values, 100*mean)
		seen.Values = append(seen.Values, 100*share)
		seen.Low, seen.High = append(seen.Low, 100*from), append(seen.High, 100*to)
	}
	return c
}

// firstBin is where the picture begins.
func firstBin(bins []quiz.Tested) float64 {
	if len(bins) == 0 {
		return 0
	}
	return bins[0].Low
}

// binAt is the bin that begins at low, or an empty one.
func binAt(bins []quiz.Tested, low float64) quiz.Tested {
	for _, b := range bins {
		if math.Abs(b.Low-low) < 0.01 {
			return b
		}
	}
	return quiz.Tested{}
}

// recallSays is the comparison in words.
func recallSays(all quiz.Tested) string {
	low, high := all.Interval()
	predicted, seen := all.Predicted(), all.Recalled()
	says := "You recall about as much as predicted"
	switch by := seen - predicted; {
	case predicted >= low && predicted <= high:
	case by > 0.03:
		says = "You recall more than predicted"
	case by > 0:
		says = "You recall a little more than predicted"
	case by > -0.03:
		says = "You recall a little less than predicted"
	default:
		says = "You recall less than predicted"
	}
	return fmt.Sprintf("%s: %s, where %s was expected, of %s.", says, percent(seen), percent(predicted), counted(all.Answers, "answer", "answers"))
}
