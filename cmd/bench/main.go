// Bench prints Code Rounds' figures beside those of peers, one a line (see package figure):
//
//	cd cmd/bench && go run .           everything that needs only Go; more where node and Chromium are
//	cd cmd/bench && go run . -peers    and beside programs that npm installs and node runs
//	go run . -only words               one part only: memory, native, packed, search, words, fit, exam, wasm, peers, load or web
//
// It is a module of its own, so that peers never become dependencies of the product. What is measured with are the
// official releases beside the checkout, or the starter sets where there are none. It takes some minutes, most of them to
// compress the web edition as it is published.
//
// How it is measured: the queries are chosen once and for all by a seed; answers are compared before anything is timed;
// contenders take turns within a round; a figure is the median of five rounds, and a ratio is that of times of one round.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/cmd/bench/pure"
	"coderounds/codesets"
)

// options are the command line.
type options struct {
	peers    bool
	only     string
	root     string
	releases string
}

// places are folders, all absolute.
type places struct {
	root     string // of the checkout
	releases string
	build    string // what is made here; git ignores it
	goroot   string
}

func main() {
	var o options
	flag.BoolVar(&o.peers, "peers", false, "measure beside programs that npm installs and node runs")
	flag.StringVar(&o.only, "only", "", "measure one `PART` only: memory, native, packed, search, words, fit, exam, wasm, peers, load or web")
	flag.StringVar(&o.root, "root", "../..", "`DIR` of the checkout")
	flag.StringVar(&o.releases, "releases", "", "`DIR` of the release files (default: ../shared/data/releases of the checkout)")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, o, figure.NewSheet(os.Stdout)); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, o options, sheet *figure.Sheet) error {
	p, err := find(ctx, o)
	if err != nil {
		return err
	}
	c, err := corpus.Load(p.releases)
	if err != nil {
		return err
	}
	for _, note := range c.Notes {
		sheet.Note("%s", note)
	}
	if c.Set(codesets.ICD10CM) == nil {
		return fmt.Errorf("there is no ICD-10-CM release in %s; put one there, or none at all", p.releases)
	}
	var failed []error
	for _, part := range parts(ctx, o, p, c, sheet) {
		if o.only != "" && o.only != part.name {
			continue
		}
		// One that fails does not keep the others from being measured.
		if err := part.measure(); err != nil {
			sheet.Note("%s was not measured: %v", part.name, err)
			failed = append(failed, err)
		}
		if ctx.Err() != nil {
			break
		}
	}
	return errors.Join(failed...)
}

// part is what can be measured by itself.
type part struct {
	name    string
	measure func() error
}

// parts are all there is to measure, in order. Memory is counted before there is any other.
func parts(ctx context.Context, o options, p places, c *corpus.Corpus, sheet *figure.Sheet) []part {
	diagnoses := c.Set(codesets.ICD10CM)
	return []part{
		{"memory", func() error { return pure.Retained(c, sheet) }},
		{"native", func() error { return pure.Run(pure.Native, c, sheet) }},
		{"packed", func() error { return benchPacked(c, sheet) }},
		{"search", func() error { return benchSearch(p, c, sheet) }},
		{"words", func() error { return benchBleve(diagnoses, sheet) }},
		{"fit", func() error { return benchFit(ctx, o, p, sheet) }},
		{"exam", func() error { return benchExam(sheet) }},
		{"wasm", func() error { return underNode(ctx, p, sheet, wasmSide.figures) }},
		{"peers", func() error {
			if !o.peers {
				sheet.Note("peers that run under node were not asked for: make bench PEERS=1")
				return nil
			}
			return underNode(ctx, p, sheet, func(s wasmSide, ctx context.Context) error { return s.peers(ctx, diagnoses, sheet) })
		}},
		{"load", func() error { return benchLoad(ctx, p, sheet) }},
		{"web", func() error { return benchWeb(ctx, p, sheet) }},
	}
}

// underNode measures our WebAssembly side, or notes that there is no node.
func underNode(ctx context.Context, p places, sheet *figure.Sheet, measure func(wasmSide, context.Context) error) error {
	side, ok, err := newWasmSide(ctx, p)
	switch {
	case err != nil:
		return err
	case !ok:
		sheet.Note("WebAssembly was not measured: there is no node (apt-get install nodejs)")
		return nil
	}
	return measure(side, ctx)
}

// find makes the folders' names absolute, as work goes on in several folders.
func find(ctx context.Context, o options) (places, error) {
	root, err := filepath.Abs(o.root)
	if err != nil {
		return places{}, fmt.Errorf("find the checkout: %w", err)
	}
	if o.releases == "" {
		o.releases = filepath.Join(root, "..", "shared", "data", "releases")
	}
	releases, err := filepath.Abs(o.releases)
	if err != nil {
		return places{}, fmt.Errorf("find the releases: %w", err)
	}
	build := filepath.Join(root, "build", "bench")
	if err := os.MkdirAll(build, 0o755); err != nil {
		return places{}, fmt.Errorf("make room for what is built: %w", err)
	}
	output, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return places{}, fmt.Errorf("ask for the Go toolchain: %w", err)
	}
	return places{root, releases, build, strings.TrimSpace(string(output))}, nil
}
