// Package browser measures the web edition: what a first visit downloads, and how long it takes until something is to be
// seen, beside a page on which Ebitengine shows nothing.
package browser

import (
	"context"
	_ "embed"
	"fmt"
	"io/fs"
	"os/exec"
	"time"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"

	"coderounds/cmd/bench/contest"
)

// EmptyPage is the page around the empty program, game.wasm beside the toolchain's wasm_exec.js.
//
//go:embed empty.html
var EmptyPage []byte

//go:embed watch.js
var watch string

// patience is how long a first view may take.
const patience = 60 * time.Second

// flags work headless, as root, and without a graphics card.
var flags = []chromedp.ExecAllocatorOption{
	chromedp.Flag("headless", "new"),
	chromedp.Flag("no-sandbox", true),
	chromedp.Flag("use-gl", "angle"),
	chromedp.Flag("use-angle", "swiftshader"),
	chromedp.Flag("enable-unsafe-swiftshader", true),
	chromedp.Flag("disable-background-networking", true),
	chromedp.Flag("disable-component-update", true),
	chromedp.Flag("disable-sync", true),
	chromedp.Flag("no-first-run", true),
	chromedp.Flag("disable-quic", true),
	chromedp.Flag("autoplay-policy", "no-user-gesture-required"),
	chromedp.WindowSize(1280, 800),
}

// Find returns where Chromium is; ok is false when there is none.
func Find() (path string, ok bool) {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, true
		}
	}
	return "", false
}

// FirstViews loads our site and the empty page in turns, each time as a first visit, and returns the times from navigation to
// the first view: ours is contender 0. Ours is there when the engine has drawn and the mirror says what.
func FirstViews(ctx context.Context, chromium string, ours, empty fs.FS) (contest.Times, error) {
	options := append([]chromedp.ExecAllocatorOption{chromedp.ExecPath(chromium)}, flags...)
	ctx, cancel := chromedp.NewExecAllocator(ctx, options...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	// Doing nothing starts the browser; started by a visit it would end with that.
	if err := chromedp.Do(ctx); err != nil {
		return nil, fmt.Errorf("start Chromium: %w", err)
	}
	ourSite, emptySite := serve(ours), serve(empty)
	defer ourSite.Close()
	defer emptySite.Close()
	return contest.Hold(contest.Rounds,
		visit(ctx, ourSite.URL, "firstView.drawn && firstView.mirrored && Math.max(firstView.drawn, firstView.mirrored)"),
		visit(ctx, emptySite.URL, "firstView.drawn"))
}

// visit navigates with nothing in the cache and waits until an expression gives milliseconds.
func visit(ctx context.Context, address, milliseconds string) contest.Contender {
	return func() (time.Duration, error) {
		// A browser context of its own has a cache, a storage and compiled code of its own.
		visitor, end := chromedp.NewContext(ctx, chromedp.WithNewBrowserContext())
		defer end()
		visitor, cancel := context.WithTimeout(visitor, patience)
		defer cancel()
		call := page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}
		if _, err := chromedp.Call(visitor, page.AddScriptToEvaluateOnNewDocument, call); err != nil {
			return 0, fmt.Errorf("watch for the first view: %w", err)
		}
		if err := chromedp.Do(visitor, chromedp.Navigate(address)); err != nil {
			return 0, fmt.Errorf("visit %s: %w", address, err)
		}
		return wait(visitor, milliseconds)
	}
}

// wait asks until the answer is not 0. It asks rarely, so as not to be what is measured; chromedp's own way to wait needs a page
// whose policy allows eval.
func wait(ctx context.Context, milliseconds string) (time.Duration, error) {
	for {
		took, err := chromedp.Run(ctx, chromedp.Evaluate[float64](milliseconds))
		if err != nil {
			return 0, fmt.Errorf("wait for the first view: %w", err)
		}
		if took > 0 {
			return time.Duration(took * float64(time.Millisecond)), nil
		}
		select {
		case <-ctx.Done():
			return 0, fmt.Errorf("wait for the first view: none within %v: %w", patience, ctx.Err())
		case <-time.After(100 * time.Millisecond):
		}
	}
}
