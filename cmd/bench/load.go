package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"coderounds/cmd/bench/browser"
	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/figure"
)

// dropped is the release that is dropped on the page, and what the page says when it is open.
const (
	dropped     = "icd10cm-2026-code-descriptions.zip"
	droppedSays = "98,186 codes"
)

// benchLoad measures how long the page is held in Chromium while a release is read, joined, opened and kept.
func benchLoad(ctx context.Context, p places, sheet *figure.Sheet) error {
	file := filepath.Join(p.releases, dropped)
	if _, err := os.Stat(file); err != nil {
		sheet.Note("load was not measured: %s is not among the release files", dropped)
		return nil
	}
	chromium, ok := browser.Find()
	if !ok {
		sheet.Note("load was not measured: there is no Chromium (apt-get install chromium)")
		return nil
	}
	site := filepath.Join(p.build, "played")
	command := exec.CommandContext(ctx, "go", "run", "./cmd/site", "--out", site, "--sets", filepath.Join(p.build, "none"))
	command.Dir = p.root
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("build the site: %w", err)
	}
	var work, task, took []time.Duration
	for range contest.Rounds {
		held, err := browser.Load(ctx, chromium, os.DirFS(site), file, droppedSays)
		if err != nil {
			return err
		}
		work, task, took = append(work, held.Work), append(task, held.Task), append(took, held.Took)
	}
	ms := func(all []time.Duration) float64 { return float64(contest.Median(all)) / float64(time.Millisecond) }
	sheet.Put("load/longest-work/chromium", ms(work), figure.Milliseconds, figure.AtMost(8))
	sheet.Put("load/longest-frame/chromium", ms(task), figure.Milliseconds, figure.AtMost(8))
	sheet.Put("load/dropped-to-open/chromium", ms(took), figure.Milliseconds)
	sheet.Note("load/longest-work is the longest that the program worked between two moments that it gave the browser; " +
		"load/longest-frame is the longest task the browser saw, from 50 ms on, 0 for none, with the painting of the page, which is done by " +
		"software here and takes most of it")
	return nil
}
