package main

import (
	"time"

	"coderounds/codesets"

	"github.com/schollz/progressbar/v3"
)

// patience is how long work may take before a bar shows it.
const patience = time.Second

// progress returns a step that shows work of more than a second as a bar, where somebody watches, and what ends it.
func (s streams) progress(what string) (step codesets.Step, end func()) {
	if !s.watched {
		return nil, func() {}
	}
	begun := time.Now()
	var bar *progressbar.ProgressBar
	step = func(done, total int) error {
		if bar == nil && time.Since(begun) > patience {
			bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(s.errors), progressbar.OptionSetDescription(what),
				progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionSetPredictTime(false))
		}
		if bar != nil {
			return bar.Set(min(done, total))
		}
		return nil
	}
	return step, func() {
		if bar != nil {
			_ = bar.Clear()
		}
	}
}
