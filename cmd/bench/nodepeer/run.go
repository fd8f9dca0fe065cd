package nodepeer

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"time"

	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// scripts are the node sides of the peers, with the package.json that names each peer's exact version.
//
//go:embed package.json *.mjs
var scripts embed.FS

// peers are the programs measured beside ours: name.mjs is the script of each.
var peers = [...]string{"flexsearch"}

const taskFile = "task.json"

// Run installs the peers into a folder and measures each beside ours, which is the command that runs inwasm -turns.
func Run(ctx context.Context, dir string, set *codesets.Set, ours func() *exec.Cmd, sheet *figure.Sheet) error {
	task, err := newTask(set)
	if err != nil {
		return err
	}
	if err := install(ctx, dir, taskFile, task); err != nil {
		return err
	}
	for _, peer := range peers {
		if err := beside(ctx, dir, peer, task, set, ours(), sheet); err != nil {
			return fmt.Errorf("measure %s: %w", peer, err)
		}
	}
	return nil
}

// install writes scripts and a task, and has npm fetch the peers. No script of theirs is run.
func install(ctx context.Context, dir, taskFile string, task any) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return fmt.Errorf("install peers: %w", err)
	}
	names, err := fs.Glob(scripts, "*")
	if err != nil {
		return fmt.Errorf("install peers: %w", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(scripts, name)
		if err != nil {
			return fmt.Errorf("install peers: %w", err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return fmt.Errorf("install peers: %w", err)
		}
	}
	data, err := json.Marshal(task)
	if err != nil {
		return fmt.Errorf("hand the task to peers: %w", err)
	}
	if err := os.WriteFile(filepath.Join(dir, taskFile), data, 0o644); err != nil {
		return fmt.Errorf("install peers: %w", err)
	}
	npm := exec.CommandContext(ctx, "npm", "install", "--ignore-scripts", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error")
	npm.Dir = dir
	npm.Stdout, npm.Stderr = os.Stderr, os.Stderr
	if err := npm.Run(); err != nil {
		return fmt.Errorf("install peers with npm into %s: %w", dir, err)
	}
	return nil
}

// beside measures one peer beside ours, kind by kind, totals first.
func beside(ctx context.Context, dir, name string, task Task, set *codesets.Set, command *exec.Cmd, sheet *figure.Sheet) error {
	ours, err := start(ctx, "our side", command)
	if err != nil {
		return err
	}
	defer ours.in.Close()
	script := exec.Command("node", "--max-old-space-size=4096", name+".mjs", taskFile)
	script.Dir = dir
	theirs, err := start(ctx, name, script)
	if err != nil {
		return err
	}
	defer theirs.in.Close()
	sheet.Note("%s answers without a total, which ours gives; the totals were compared beforehand", name)
	for _, kind := range task.kinds {
		if err := oneKind(kind, task, set, ours, theirs, sheet); err != nil {
			return err
		}
	}
	if err := ours.end(); err != nil {
		return err
	}
	return theirs.end()
}

func oneKind(kind string, task Task, set *codesets.Set, ours, theirs *process, sheet *figure.Sheet) error {
	want := totals(set, kind, task.Queries[kind])
	for _, p := range []*process{ours, theirs} {
		got, err := p.totals(kind)
		if err != nil {
			return err
		}
		if !slices.Equal(want, got) {
			return fmt.Errorf("%s: %s finds %v, wanted %v", kind, p.name, got, want)
		}
	}
	times, err := contest.Hold(contest.Rounds, ours.turn(kind), theirs.turn(kind))
	if err != nil {
		return err
	}
	took := float64(times.Median(1)) / float64(passes(kind)*len(task.Queries[kind]))
	name := kind + "/wasm/"
	if kind == prefix {
		sheet.Put(name+theirs.name, took, figure.Nanoseconds)
	} else {
		sheet.Put(name+theirs.name, took/float64(time.Microsecond), figure.Microseconds)
	}
	sheet.Put(name+"ratio-to-"+theirs.name, times.Ratio(0, 1), figure.Times)
	return nil
}
