//go:build !js

package journey

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRelease drops an official release on the game, searches all of it, and keeps it when a damaged one follows.
func TestRelease(t *testing.T) {
	chromium(t)
	zip, err := filepath.Abs("../../../shared/data/releases/icd10cm-2026-code-descriptions.zip")
	require.NoError(t, err)
	if _, err := os.Stat(zip); err != nil {
		t.Skip("the reference release is not beside the checkout")
	}
	b := open(t, serve(t, game), desktop)
	b.await("start")
	// What holds a frame is noted, to be told: how long it took is no verdict.
	b.eval(`(() => { window.held = []; window.dropped = performance.now();
		new PerformanceObserver(l => held.push(...l.getEntries().map(e => Math.round(e.duration)))).observe({ entryTypes: ['longtask'] }); })()`)
	b.drop(zip)
	b.awaitPage("98,186 codes")
	t.Logf("ready after %v ms; tasks over 50 ms: %v", b.eval("Math.round(performance.now() - dropped)"), b.eval("JSON.stringify(held)"))
	b.press("ok")
	b.press("lookup")
	b.awaitFocus("search")
	b.keys("frac fem neck")
	b.awaitPage("208 codes")

	damaged := filepath.Join(t.TempDir(), "damaged.txt")
	require.NoError(t, os.WriteFile(damaged, []byte("00001 A00     0 Cholera                                                      Cholera\n00002 A0"), 0o644))
	b.drop(damaged)
	b.awaitPage("damaged.txt, line 2")
	b.awaitPage("unchanged")
	b.press("ok")
	b.await("search")
	b.press("back")
	b.await("start")
	b.awaitPage("98,186 codes")
}
