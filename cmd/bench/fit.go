package main

import (
	"context"
	"fmt"
	"path/filepath"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/cmd/bench/nodepeer"
	"coderounds/quiz/fsrs"
)

// nats are the unit of a log loss.
const nats = "nats"

// fitter is a way to a model: fitted to the first n scored reviews of a log.
type fitter func(log string, n int) (fsrs.Model, error)

// fitting is what the figures of fitting share.
type fitting struct {
	logs  map[string]*fsrs.Log
	sheet *figure.Sheet
	found map[string]float64 // log losses, by what they are of
}

// benchFit measures how well fitted models predict, in sample and out of it, and how luck is told from knowledge; beside
// fsrs-rs when peers are asked for.
func benchFit(ctx context.Context, o options, p places, sheet *figure.Sheet) error {
	answers := make(map[string][]corpus.Answer)
	f := fitting{make(map[string]*fsrs.Log), sheet, make(map[string]float64)}
	for _, name := range corpus.Logs {
		log, ok, err := corpus.Answers(p.releases, name)
		if err != nil {
			return err
		}
		if !ok {
			sheet.Note("the review log %s is not there: nothing was fitted to it", name)
			continue
		}
		answers[name], f.logs[name] = log, corpus.Log(log)
	}
	sheet.Note("log losses: of all scored reviews weighted by recency, and the mean of five splits in time, each predicted from what was before")
	published, err := fsrs.New(fsrs.DefaultParameters())
	if err != nil {
		return err
	}
	for _, of := range []struct {
		who string
		fit fitter
	}{
		{"published", func(string, int) (fsrs.Model, error) { return published, nil }},
		{"fsrs-6", f.trained(fsrs.NewTraining)},
		{"fsrs-7", f.trained(fsrs.NewDualTraining)},
	} {
		if err := f.losses(of.who, of.fit); err != nil {
			return err
		}
	}
	if err := benchLuck(published, sheet); err != nil {
		return err
	}
	if !o.peers || len(answers) == 0 {
		return nil
	}
	return f.besideOptimizer(ctx, filepath.Join(p.root, "build", "peers"), answers)
}

// trained is our own way.
func (f fitting) trained(start func(*fsrs.Log, int) *fsrs.Training) fitter {
	return func(log string, n int) (fsrs.Model, error) {
		t := start(f.logs[log], n)
		for t.Step() {
		}
		return t.Model(), nil
	}
}

// losses puts the log losses of models come by in one way.
func (f fitting) losses(who string, fit fitter) error {
	for _, name := range corpus.Logs {
		log := f.logs[name]
		if log == nil {
			continue
		}
		model, err := fit(name, log.Scored())
		if err != nil {
			return err
		}
		out := 0.0
		const splits = 5
		for k := 1; k <= splits; k++ {
			from, to := log.Scored()*k/(splits+1), log.Scored()*(k+1)/(splits+1)
			model, err := fit(name, from)
			if err != nil {
				return err
			}
			out += log.Loss(model, from, to) / splits
		}
		f.put(name, inSample, who, log.RecentLoss(model))
		f.put(name, outOfSample, who, out)
	}
	return nil
}

// The log losses there are.
const (
	inSample    = "loss-in-sample"
	outOfSample = "loss-out-of-sample"
)

// put puts a log loss in hundred-thousandths, so that the line keeps five digits.
func (f fitting) put(log, loss, who string, value float64) {
	name := "fit/" + log + "/" + loss + "/"
	f.sheet.Put(name+who, 1e5*value, "1e-5 "+nats)
	f.found[name+who] = value
	if ours, known := f.found[name+"fsrs-6"]; known && who == optimizer {
		f.sheet.Put(name+"ratio-to-"+optimizer, ours/value, figure.Times, figure.AtMost(1))
	}
}

// optimizer is the peer that fits.
const optimizer = "fsrs-rs"

// besideOptimizer measures fitting beside fsrs-rs, on the same reviews.
func (f fitting) besideOptimizer(ctx context.Context, dir string, answers map[string][]corpus.Answer) error {
	peer, err := nodepeer.StartOptimizer(ctx, dir, answers)
	if err != nil {
		return err
	}
	if err := f.losses(optimizer, func(log string, n int) (fsrs.Model, error) {
		model, _, err := peer.Fit(log, n)
		return model, err
	}); err != nil {
		return err
	}
	ours := f.trained(fsrs.NewTraining)
	for _, name := range corpus.Logs {
		n := f.logs[name].Scored()
		times, err := contest.Hold(contest.Rounds,
			contest.Timed(func() { _, _ = ours(name, n) }),
			func() (time.Duration, error) {
				_, took, err := peer.Fit(name, n)
				return took, err
			})
		if err != nil {
			return err
		}
		f.sheet.Put("fit/"+name+"/native/"+optimizer, float64(times.Median(1))/float64(time.Millisecond), figure.Milliseconds)
		f.sheet.Put("fit/"+name+"/native/ratio-to-"+optimizer, times.Ratio(0, 1), figure.Times, figure.AtMost(0.3))
	}
	return peer.End()
}

// benchLuck measures by how many points of a hundred recall is overstated of learners who only choose, if luck is taken for
// knowledge and if not. One learner says little, as a point of luck more or less is chance.
func benchLuck(model *fsrs.Scheduler, sheet *figure.Sheet) error {
	const learners = 8
	for _, options := range []int{4, 2} {
		guess := 1 / float64(options)
		var naive, naive7, single, dual float64
		for seed := range uint64(learners) {
			c := corpus.Choose(model, options, seed)
			blind, aware := c.Log(0), c.Log(guess)
			if len(c.Recall) != aware.Scored() {
				return fmt.Errorf("simulate learners: %d reviews are scored, but %d chances of recall are known", aware.Scored(), len(c.Recall))
			}
			naive += c.Overstated(model6(blind), 0) / learners
			naive7 += c.Overstated(model7(blind), 0) / learners
			single += c.Overstated(model6(aware), guess) / learners
			dual += c.Overstated(model7(aware), guess) / learners
		}
		name := fmt.Sprintf("luck/k%d/overstated/", options)
		sheet.Put(name+"naive-fsrs-6", naive, "points")
		sheet.Put(name+"naive-fsrs-7", naive7, "points")
		sheet.Put(name+"fsrs-6", single, "points", figure.AtMost(0.5))
		sheet.Put(name+"fsrs-7", dual, "points", figure.AtMost(0.5))
	}
	return nil
}

func model6(log *fsrs.Log) fsrs.Model { return finished(fsrs.NewTraining(log, log.Scored())) }
func model7(log *fsrs.Log) fsrs.Model { return finished(fsrs.NewDualTraining(log, log.Scored())) }

func finished(t *fsrs.Training) fsrs.Model {
	for t.Step() {
	}
	return t.Model()
}
