package nodepeer

import (
	"context"
	"encoding/json"
	"fmt"
	"math"
	"os/exec"
	"time"

	"coderounds/cmd/bench/corpus"
	"coderounds/quiz/fsrs"
)

const logsFile = "logs.json"

// Optimizer is fsrs-rs under node, which fits FSRS-6 to review logs.
type Optimizer struct{ p *process }

// StartOptimizer installs it into a folder and hands it logs, by name.
func StartOptimizer(ctx context.Context, dir string, logs map[string][]corpus.Answer) (*Optimizer, error) {
	task := make(map[string][][3]int)
	for name, answers := range logs {
		for _, a := range answers {
			task[name] = append(task[name], [3]int{a.Card, int(math.Floor(a.Days)), int(a.Grade)})
		}
	}
	if err := install(ctx, dir, logsFile, task); err != nil {
		return nil, err
	}
	script := exec.Command("node", "fsrsrs.mjs", logsFile)
	script.Dir = dir
	p, err := start(ctx, "fsrs-rs", script)
	if err != nil {
		return nil, err
	}
	return &Optimizer{p}, nil
}

// Fit fits to the first n scored reviews of a log, and says how long that took.
func (o *Optimizer) Fit(log string, n int) (fsrs.Model, time.Duration, error) {
	line, err := o.p.say("%s %d", log, n)
	if err != nil {
		return nil, 0, err
	}
	var answer struct {
		NS      float64
		Weights []float64
	}
	if err := json.Unmarshal([]byte(line), &answer); err != nil {
		return nil, 0, fmt.Errorf("read the weights of fsrs-rs: %w", err)
	}
	model, err := fsrs.NewModel(withinBounds(answer.Weights))
	if err != nil {
		return nil, 0, fmt.Errorf("read the weights of fsrs-rs: %w", err)
	}
	return model, time.Duration(answer.NS), nil
}

// withinBounds undoes what rounding to 32 bits adds to a weight that is at a bound.
func withinBounds(w []float64) []float64 {
	low, high := fsrs.Bounds()
	for i := range min(len(w), len(low)) {
		if clamped := min(max(w[i], low[i]), high[i]); math.Abs(clamped-w[i]) < 1e-6*math.Abs(clamped) {
			w[i] = clamped
		}
	}
	return w
}

// End ends the program.
func (o *Optimizer) End() error { return o.p.end() }
