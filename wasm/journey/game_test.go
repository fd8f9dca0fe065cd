//go:build !js

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestGame plays the game as it is published.
func TestGame(t *testing.T) {
	chromium(t)
	address := serve(t, game)
	t.Run("round", func(t *testing.T) { round(t, open(t, address, desktop)) })
	t.Run("look up", func(t *testing.T) { lookUp(t, open(t, address, desktop)) })
	t.Run("files", func(t *testing.T) { gameFiles(t, open(t, address, desktop)) })
	t.Run("phone", func(t *testing.T) { onPhone(t, open(t, address, phone)) })
}

// kind is which question is shown, or "summary" at the end of the round.
const kind = `(part => part('home') ? 'summary' : part('option/0') ? 'choose' : part('search') ? 'find' :
	part('answer') ? 'type' : part('value/0') ? 'build' : '')(id => document.querySelector('[data-part="' + id + '"]'))`

// question waits for the next question or the end, and returns its kind.
func (b *browser) question() string {
	b.t.Helper()
	b.until(kind)
	return fmt.Sprint(b.eval(kind))
}

// answer answers a question of a kind somehow, each by another device.
func (b *browser) answer(kind string) {
	b.t.Helper()
	switch kind {
	case "choose":
		b.keys("b")
	case "find":
		b.awaitFocus("search")
		b.keys("a")
		b.await("hit/0")
		b.click("hit/0")
	case "type":
		b.awaitFocus("answer")
		b.keys("A00.0")
		b.until(element("check") + "?.disabled === false")
		b.keys(kb.Enter)
	case "build":
		// Slots are filled one by one until there are none left to fill.
		for b.eval("!!%s", element("value/0")) == true {
			before := b.eval("document.getElementById('mirror').textContent")
			b.press("value/0")
			b.until("document.getElementById('mirror').textContent !== " + quoted(fmt.Sprint(before)))
		}
		b.press("check")
	}
}

// round plays a whole round, and finds every answer kept when the page is loaded again.
func round(t *testing.T, b *browser) {
	b.press("settings")
	b.press("length/0")
	b.until(element("length/0") + ".getAttribute('aria-pressed') === 'true'")
	b.press("back")
	b.awaitFocus("start")
	b.keys(kb.Enter)
	answers := 0
	seen := make(map[string]bool)
	for k := b.question(); k != "summary"; k = b.question() {
		seen[k] = true
		b.answer(k)
		answers++
		b.await("continue")
		b.until("/Right|Not yet/.test(document.getElementById('said').textContent)")
		b.awaitFocus("continue")
		b.keys(kb.Enter)
		b.awaitGone("continue")
	}
	require.GreaterOrEqual(t, answers, 6)
	t.Logf("%d answers to %v", answers, seen)
	b.awaitSaid("right, in")
	b.click("home")
	kept := fmt.Sprintf(": %d answers", answers)
	b.await("start")
	b.awaitPage(kept)
	b.reload()
	b.await("start")
	b.awaitPage(kept)
	b.press("settings")
	b.until(element("length/0") + "?.getAttribute('aria-pressed') === 'true'")

	// Everything can be taken away again.
	b.press("erase")
	b.awaitFocus("keep")
	b.press("erase/yes")
	b.await("start")
	b.awaitPage("Everything is erased")
	b.reload()
	b.await("start")
	b.awaitPage(": 0 answers")
}

// lookUp finds a code with nothing but the keyboard, and comes back with the browser's Back.
func lookUp(t *testing.T, b *browser) {
	b.awaitFocus("start")
	b.keys("l")
	b.awaitFocus("search")
	b.awaitValue("search", "") // the key that led here is not typed
	coverHalf(b)
	b.keys("s72")
	b.until(`document.querySelector('[data-part^="code/"]')`)
	b.keys(kb.Enter)
	b.await("results")
	b.eval("history.back()")
	b.awaitGone("results")
	b.eval("history.back()")
	b.await("start")
	require.NotEqual(t, true, b.eval("history.state?.inside"), "from home, Back leaves")
}

// coverHalf lays a keyboard over the page, as Safari does, and takes it away again.
func coverHalf(b *browser) {
	b.eval(`(() => { Object.defineProperty(visualViewport, 'height', { get: () => 400, configurable: true });
		visualViewport.dispatchEvent(new Event('resize')); })()`)
	b.until(`document.body.clientHeight === 400 && document.querySelector('canvas').height === 400 * devicePixelRatio`)
	b.eval(`(() => { delete visualViewport.height; visualViewport.dispatchEvent(new Event('resize')); })()`)
	b.until(`document.body.clientHeight > 400 && document.querySelector('canvas').height > 400 * devicePixelRatio`)
}

// gameFiles backs up, and drops what is no release.
func gameFiles(t *testing.T, b *browser) {
	saved := t.TempDir()
	b.downloads(saved)
	b.press("settings")
	b.press("backup")
	require.Eventually(t, func() bool {
		found, err := filepath.Glob(filepath.Join(saved, "coderounds-backup-*.jsonl"))
		return err == nil && len(found) == 1
	}, patience, patience/1000)
	junk := filepath.Join(saved, "letter.pdf")
	require.NoError(t, os.WriteFile(junk, []byte("%PDF-1.7 nothing to code"), 0o644))
	b.drop(junk)
	b.awaitPage("letter.pdf")
}

// onPhone answers with a finger.
func onPhone(t *testing.T, b *browser) {
	b.tapWhenThere("start")
	for range 3 {
		k := b.question()
		require.NotEmpty(t, k)
		b.tapWhenThere("dontknow")
		b.awaitSaid("Now you have seen it")
		b.tapWhenThere("continue")
		b.awaitGone("continue")
	}
}

// tapWhenThere taps a part that has just come. A page slides in, and counts only once it stands.
func (b *browser) tapWhenThere(id string) {
	b.t.Helper()
	b.await(id)
	b.frames()
	b.tap(id)
}
