package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"

	"github.com/andybalholm/brotli"

	"coderounds/cmd/bench/browser"
	"coderounds/cmd/bench/contest"
	"coderounds/cmd/bench/figure"
)

// benchWeb measures the web edition: built as it is published, it is weighed, and loaded in Chromium where there is one.
func benchWeb(ctx context.Context, p places, sheet *figure.Sheet) error {
	site := filepath.Join(p.build, "site")
	command := exec.CommandContext(ctx, "go", "run", "./cmd/site", "--best", "--out", site)
	command.Dir = p.root
	command.Env = append(os.Environ(), "CGO_ENABLED=0")
	command.Stdout, command.Stderr = os.Stderr, os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("build the site: %w", err)
	}
	bytes, err := browser.Wire(os.DirFS(site))
	if err != nil {
		return err
	}
	sheet.Put("web/wire", float64(bytes)/1e6, figure.Megabytes, figure.AtMost(4.5))
	chromium, ok := browser.Find()
	if !ok {
		sheet.Note("web/first-view was not measured: there is no Chromium (apt-get install chromium)")
		return nil
	}
	empty := filepath.Join(p.build, "empty")
	if err := buildEmpty(ctx, p, empty); err != nil {
		return err
	}
	times, err := browser.FirstViews(ctx, chromium, os.DirFS(site), os.DirFS(empty))
	if err != nil {
		return err
	}
	for i, name := range []string{"chromium", "empty-ebitengine"} {
		sheet.Put("web/first-view/"+name, float64(times.Median(i))/float64(time.Millisecond), figure.Milliseconds)
	}
	sheet.Put("web/first-view/ratio-to-empty-ebitengine", times.Ratio(0, 1), figure.Times)
	sheet.Note("first views are medians of %d first visits, drawn by software", contest.Rounds)
	return nil
}

// buildEmpty makes a site of the empty program.
func buildEmpty(ctx context.Context, p places, dir string) error {
	if err := compile(ctx, p, "./emptygame", filepath.Join(dir, "game.wasm")); err != nil {
		return err
	}
	support, err := os.ReadFile(filepath.Join(p.goroot, "lib", "wasm", "wasm_exec.js"))
	if err != nil {
		return fmt.Errorf("build the empty page: %w", err)
	}
	program, err := os.ReadFile(filepath.Join(dir, "game.wasm"))
	if err != nil {
		return fmt.Errorf("build the empty page: %w", err)
	}
	var packed bytes.Buffer
	// It is unpacked as fast as one that was packed as well as possible, which takes a minute.
	w := brotli.NewWriterLevel(&packed, brotli.DefaultCompression)
	if _, err := w.Write(program); err != nil {
		return fmt.Errorf("build the empty page: %w", err)
	}
	if err := w.Close(); err != nil {
		return fmt.Errorf("build the empty page: %w", err)
	}
	for name, data := range map[string][]byte{
		"index.html": browser.EmptyPage, "wasm_exec.js": support, "game.wasm.br": packed.Bytes(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			return fmt.Errorf("build the empty page: %w", err)
		}
	}
	return nil
}

// compile builds a package of this module for the browser, as the game is built.
func compile(ctx context.Context, p places, program, target string) error {
	command := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", target, program)
	command.Dir = filepath.Join(p.root, "cmd", "bench")
	command.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if output, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("compile %s: %w\n%s", program, err, strings.TrimSpace(string(output)))
	}
	return nil
}
