package browser

import (
	"context"
	_ "embed"
	"fmt"
	"io/fs"
	"time"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed held.js
var held string

// Held is what a page was kept from while a release was loaded.
type Held struct {
	// Work is the longest time that the program worked without giving the browser a moment.
	Work time.Duration
	// Task is the longest of what the browser calls long tasks, those of 50 ms and more, 0 for none: painting is among them.
	Task time.Duration
	// Took is the time from the drop to the page that says so, and Moments how many there were.
	Took    time.Duration
	Moments int
}

// Load opens a site, drops a file on it, and waits until the page says a text.
func Load(ctx context.Context, chromium string, site fs.FS, file, says string) (Held, error) {
	options := append([]chromedp.ExecAllocatorOption{chromedp.ExecPath(chromium)}, flags...)
	ctx, cancel := chromedp.NewExecAllocator(ctx, options...)
	defer cancel()
	ctx, cancel = chromedp.NewContext(ctx)
	defer cancel()
	server := serve(site)
	defer server.Close()
	ctx, cancel = context.WithTimeout(ctx, 2*patience)
	defer cancel()
	call := page.AddScriptToEvaluateOnNewDocumentParams{Source: held}
	if err := chromedp.Do(ctx); err != nil {
		return Held{}, fmt.Errorf("start Chromium: %w", err)
	}
	if _, err := chromedp.Call(ctx, page.AddScriptToEvaluateOnNewDocument, call); err != nil {
		return Held{}, fmt.Errorf("watch the page: %w", err)
	}
	if err := chromedp.Do(ctx, chromedp.Navigate(server.URL)); err != nil {
		return Held{}, fmt.Errorf("visit %s: %w", server.URL, err)
	}
	if _, err := wait(ctx, `+!!document.querySelector('[data-part="start"]')`); err != nil {
		return Held{}, err
	}
	if _, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`held.work = held.task = held.moments = 0; held.dropped = performance.now()`)); err != nil {
		return Held{}, fmt.Errorf("watch the page: %w", err)
	}
	if err := drop(ctx, file); err != nil {
		return Held{}, err
	}
	took, err := wait(ctx, fmt.Sprintf(`document.getElementById("mirror").textContent.includes(%q) ? performance.now() - held.dropped : 0`, says))
	if err != nil {
		return Held{}, err
	}
	return read(ctx, took)
}

// read reads what the page has noted.
func read(ctx context.Context, took time.Duration) (Held, error) {
	noted, err := chromedp.Run(ctx, chromedp.Evaluate[[]float64](`[held.work, held.task, held.moments]`))
	if err != nil {
		return Held{}, fmt.Errorf("read what the page noted: %w", err)
	}
	ms := func(n float64) time.Duration { return time.Duration(n * float64(time.Millisecond)) }
	return Held{Work: ms(noted[0]), Task: ms(noted[1]), Moments: int(noted[2]), Took: took}, nil
}

// drop drops a file onto the page.
func drop(ctx context.Context, file string) error {
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: []string{file}, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		params := input.DispatchDragEventParams{Type: kind, X: 200, Y: 200, Data: data}
		if _, err := chromedp.Call(ctx, input.DispatchDragEvent, params); err != nil {
			return fmt.Errorf("drop %s: %w", file, err)
		}
	}
	return nil
}
