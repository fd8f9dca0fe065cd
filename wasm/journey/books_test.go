//go:build !js

package journey

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"coderounds/codesets"

	"github.com/stretchr/testify/require"
)

// TestBooks loads a release and questions, finds them again when the page is loaded anew, chooses, removes, and is told of a book
// that is damaged. A packed set lies beside the page from the start.
func TestBooks(t *testing.T) {
	chromium(t)
	zip, err := filepath.Abs("../../../shared/data/releases/icd10cm-2026-code-descriptions.zip")
	require.NoError(t, err)
	if _, err := os.Stat(zip); err != nil {
		t.Skip("the reference release is not beside the checkout")
	}
	b := open(t, serveWith(t, game, stock(t)), desktop)
	b.await("start")
	b.awaitPage("HCPCS Level II 2019 · 2 codes")
	questions := filepath.Join(t.TempDir(), "mine.csv")
	require.NoError(t, os.WriteFile(questions, []byte("front,back\nfirst,one\n"), 0o600))
	b.watchFrames()
	b.drop(zip, questions)
	b.awaitPage("1 question came in")
	b.press("ok")
	b.tellFrames("a release read, joined, opened and kept")
	b.awaitPage("98,186 codes")

	b.reload()
	b.await("start")
	b.watchFrames()
	b.awaitPage("98,186 codes")
	b.tellFrames("the kept release opened at a start")
	b.press("books")
	b.awaitPage("74,719 billable codes, 23,467 headers")
	b.awaitPage("No Tabular List: notes come from the starter set.")
	b.awaitPage("1 question of your own.")
	b.press("ask/icd10cm/starter")
	b.await("ask/icd10cm/icd10cm-fy2026.set")

	b.reload()
	b.press("books")
	b.await("ask/icd10cm/icd10cm-fy2026.set")
	b.press("remove/questions-mine.csv")
	b.press("remove/yes")
	b.awaitGone("remove/questions-mine.csv")

	// Somebody else's program, or a failing disk, changes what is kept.
	b.eval(`new Promise(done => { const r = indexedDB.open('code-rounds'); r.onsuccess = () => {
		const t = r.result.transaction('books', 'readwrite');
		t.objectStore('books').put(new Uint8Array([1, 2, 3]), 'icd10cm-fy2026.set');
		t.oncomplete = () => { r.result.close(); done(true); }; }; })`)
	b.reload()
	b.awaitPage("icd10cm-fy2026.set could not be opened")
	b.press("dismiss")
	b.press("books")
	b.press("remove/icd10cm-fy2026.set")
	b.press("remove/yes")
	b.awaitGone("remove/icd10cm-fy2026.set")
	b.reload()
	b.await("start")
	b.awaitPage("HCPCS Level II 2019")
}

// stock is a folder with a packed set.
func stock(t *testing.T) string {
	t.Helper()
	set, err := codesets.Build(codesets.Draft{
		Release: codesets.Release{System: codesets.HCPCS, Label: "2019", Source: "CMS"},
		Codes: codesets.CodesOf([]codesets.Code{
			{Code: "A0001", Billable: true, Long: "Transport, there"}, {Code: "A0002", Billable: true, Long: "Transport, back"},
		}),
	}, nil)
	require.NoError(t, err)
	var file bytes.Buffer
	require.NoError(t, set.Pack(&file))
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, set.Release().PackName()), file.Bytes(), 0o600))
	return dir
}

// watchFrames begins to note what keeps the page from anything else for long.
func (b *browser) watchFrames() {
	b.t.Helper()
	b.eval(`(() => { window.held = []; window.begun = performance.now(); window.watcher?.disconnect();
		window.watcher = new PerformanceObserver(l => held.push(...l.getEntries().map(e => Math.round(e.duration))));
		window.watcher.observe({ entryTypes: ['longtask'] }); })()`)
}

// tellFrames tells what was noted. How long something took is no verdict: the screen is painted by software here.
func (b *browser) tellFrames(what string) {
	b.t.Helper()
	b.t.Logf("%s: after %v ms; tasks over 50 ms: %v", what, b.eval("Math.round(performance.now() - begun)"), b.eval("JSON.stringify(held)"))
}
