//go:build !js

package journey

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// TestDemo plays the demo program: what the page around the canvas promises, with every device.
func TestDemo(t *testing.T) {
	chromium(t)
	address := serve(t, demo)
	t.Run("desktop", func(t *testing.T) {
		b := open(t, address, desktop)
		b.awaitText("log", `lines 0 settings ""`)
		b.awaitFocus("ask")
		for _, step := range []struct {
			name string
			do   func(*testing.T, *browser)
		}{
			{"the mirror says what is there", mirrored},
			{"one press each", pressed},
			{"keyboard", keyboard},
			{"field", field},
			{"dialog", dialog},
			{"scroll", scrolled},
			{"files", files},
			{"storage", stored},
			{"failure", failed},
			{"the end", ended},
		} {
			t.Run(step.name, func(t *testing.T) { step.do(t, b.in(t)) })
		}
	})
	t.Run("phone", func(t *testing.T) {
		b := open(t, address, phone)
		b.await("a")
		b.tap("a")
		b.awaitSaid("Right")
		b.awaitText("log", "press a")
		b.tap("code")
		b.awaitFocus("code")
		b.keys("s72")
		b.awaitValue("code", "S72")
		require.NotContains(t, b.text("log"), "press code")
	})
	t.Run("loading", func(t *testing.T) { loading(t, address) })
}

// last waits until the last events of the demo are these, and none came twice.
func (b *browser) last(events ...string) {
	b.t.Helper()
	b.awaitText("log", events[len(events)-1])
	b.frames()
	all := strings.Split(b.text("log"), "; ")
	require.GreaterOrEqual(b.t, len(all), len(events))
	require.Equal(b.t, events, all[len(all)-len(events):])
}

func mirrored(t *testing.T, b *browser) {
	for selector, want := range map[string]string{
		"main":                         "Demo",
		"main h1":                      "A demo",
		"button[data-part=a]":          "First, right",
		"[role=group] > button":        "First, right",
		"button[data-part=c]:disabled": "Third",
		"[role=table] [role=row]:last-child [role=cell]:last-child":                          "98,186",
		"[role=progressbar][aria-valuenow='25']":                                             "Done",
		"ul[role=list] > li > button":                                                        "Item 0",
		"input[type=text][spellcheck=false][autocomplete=off][autocapitalize=off]":           "Code",
		"button[aria-keyshortcuts=q]":                                                        "Do ask",
		"canvas[aria-hidden=true]:not([tabindex])":                                           "",
		"#said[role=status][aria-live=assertive]":                                            "",
		"button[data-part=b][aria-pressed=false]":                                            "Second",
		"meta[name=viewport]:only-of-type, meta[name=viewport][content*=interactive-widget]": "",
	} {
		got := b.eval(`(e => e && (e.getAttribute('aria-label') ?? e.textContent))(document.querySelector(%s))`, quoted(selector))
		require.Equal(t, want, got, selector)
	}
	require.Equal(t, "Demo – Code Rounds", b.eval("document.title"))
	require.Equal(t, float64(0), b.eval("document.querySelectorAll('textarea:not([aria-hidden])').length"))
}

func pressed(t *testing.T, b *browser) {
	b.press("a")
	b.awaitSaid("Right")
	b.until(element("a") + ".getAttribute('aria-pressed') === 'true'")
	b.click("b")
	b.awaitSaid("Not yet")
	b.last("press a", "press b")
	b.awaitFocus("b")
	b.keys(kb.Enter)
	b.last("press b", "press b")
	b.keys(" ")
	b.last("press b", "press b", "press b")
	b.click("b")
	b.press("a")
	b.last("press b", "press b", "press a")
	b.keys("b") // claimed
	b.last("press a", "press b")
}

func keyboard(t *testing.T, b *browser) {
	b.click("ask")
	b.awaitFocus("no")
	b.keys(kb.Escape)
	b.awaitGone("no")
	b.last("press ask", "back")
	b.eval("history.back()")
	b.last("back", "back")
	b.until("history.state?.inside") // and the next one is caught too
	b.press("a")
	b.focus("a")
	b.keys(kb.Tab)
	b.awaitFocus("b")
	b.keys(kb.ArrowDown)
	b.awaitFocus("ask")
	b.keys(kb.Tab, kb.ModifierShift)
	b.awaitFocus("b")
	// The browser's own keys stay the browser's: nothing prevents them.
	require.Equal(t, []any{false, false, false}, b.eval(`['F5', 'Tab', 'r'].map(key => {
		const e = new KeyboardEvent('keydown', {key, code: key, ctrlKey: key === 'r', bubbles: true, cancelable: true});
		document.activeElement.dispatchEvent(e);
		return e.defaultPrevented;
	})`))
	// From the last element Tab leaves the page: no trap.
	b.focus("foot")
	b.keys(kb.Tab)
	b.until("document.activeElement.dataset.part !== 'foot'")
}

func field(t *testing.T, b *browser) {
	b.press("a")
	b.focus("b")
	b.awaitFocus("b")
	b.keys("s")
	b.awaitFocus("code")
	b.keys("72001")
	b.awaitValue("code", "S72.001")
	b.awaitText("caret", "7 7")
	b.keys(kb.ArrowLeft)
	b.awaitText("caret", "6 6")
	b.keys(kb.Backspace)
	b.awaitValue("code", "S72.01")
	b.awaitText("caret", "5 5")
	b.keys(kb.Home)
	b.awaitText("caret", "0 0")
	b.keys(kb.Delete)
	b.awaitValue("code", "720.1")
	b.keys("a", kb.ModifierCtrl)
	b.awaitText("caret", "0 5")
	b.insert("e11.9")
	b.awaitValue("code", "E11.9")
	b.keys(kb.Enter)
	b.last("press code")
	b.keys("a", kb.ModifierCtrl)
	b.compose("ｚ", "ze", "zé")
	b.awaitValue("code", "ZÉ")
	b.keys(kb.ArrowDown)
	b.awaitFocus("boxes")
	b.keys(kb.ArrowDown)
	b.awaitFocus("a")
	b.keys("v", kb.ModifierCtrl)
	b.awaitFocus("code")
	// In boxes a click says which character is meant, and what the game refuses is not kept.
	b.focus("boxes")
	b.keys("abcdefghi")
	b.awaitValue("boxes", "abcdefg")
	left, _ := b.eval("%s.getBoundingClientRect().x", element("boxes")).(float64)
	_, y := b.middle("boxes")
	b.clickAt(left+90, y)
	b.awaitText("caret", "1 1")
}

func dialog(t *testing.T, b *browser) {
	b.press("ask")
	b.awaitFocus("no")
	require.Equal(t, "Really?", b.eval("document.querySelector('[role=dialog][aria-modal=true]').getAttribute('aria-label')"))
	b.keys(kb.Tab)
	b.until("document.activeElement.dataset.part !== 'no'")
	b.eval("%s.focus()", element("a")) // inert
	require.NotEqual(t, "a", b.eval("document.activeElement.dataset.part"))
	b.click("no")
	b.awaitGone("no")
	b.last("press ask", "press no")
}

func scrolled(t *testing.T, b *browser) {
	_, before := b.middle("item/3")
	b.scroll("item/1", 120)
	b.until(element("item/3") + ".getBoundingClientRect().y < " + fmt.Sprint(before-60))
	b.focus("item/29")
	b.until(element("item/29") + ".getBoundingClientRect().bottom < innerHeight - 48")
	require.Equal(t, float64(0), b.eval("document.getElementById('mirror').scrollTop"))
	b.click("item/29")
	b.last("press item/29")
	b.keys(kb.Home)
	b.until(element("code") + ".getBoundingClientRect().y > 0")
}

func files(t *testing.T, b *browser) {
	folder := t.TempDir()
	write := func(name, text string) string {
		path := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(text), 0o644))
		return path
	}
	b.drop(write("one.txt", "eins"), write("two.txt", "zwei"))
	b.last("drop [one.txt=eins two.txt=zwei] <nil>")
	write("codes/deep/three.txt", "drei")
	b.drop(filepath.Join(folder, "codes"))
	b.last("drop [codes/deep/three.txt=drei] <nil>")
	huge := write("huge.bin", "")
	require.NoError(t, os.Truncate(huge, 257e6))
	b.drop(huge)
	b.awaitText("log", "they are 257 MB together")
	// A dropped item that is no file, which would end the program if the engine saw it.
	b.eval(`(() => {
		const transfer = new DataTransfer();
		transfer.items.add('words', 'text/plain');
		transfer.items.add(new File(['vier'], 'four.txt'));
		document.querySelector('canvas').dispatchEvent(new DragEvent('drop', {dataTransfer: transfer, bubbles: true, cancelable: true}));
	})()`)
	b.last("drop [four.txt=vier] <nil>")

	saved := t.TempDir()
	b.downloads(saved)
	b.click("offer")
	b.last("offered your downloads <nil>")
	require.Eventually(t, func() bool {
		data, err := os.ReadFile(filepath.Join(saved, "answers.json"))
		return err == nil && string(data) == "[1,2]"
	}, patience, patience/1000)
}

func stored(t *testing.T, b *browser) {
	b.press("save")
	b.last("saved <nil> <nil> 1")
	b.press("settings")
	b.last("settings <nil>")
	b.reload()
	b.awaitText("log", `lines 1 settings "{\"theme\":\"dark\"}"`)
	// Another tab adds to the same journal and overwrites nothing.
	b.eval("codeRounds.store.append('from elsewhere')")
	b.press("save")
	b.last("saved <nil> <nil> 3")
	b.press("erase")
	b.press("save")
	b.last("erased <nil>", "press save", "saved <nil> <nil> 1")
	// A failure is a sentence.
	b.eval("(IDBObjectStore.prototype.add = () => { throw new DOMException('', 'QuotaExceededError'); }, 0)")
	b.press("save")
	b.awaitText("log", "save the answer: the browser's room for this site is full")
}

func ended(t *testing.T, b *browser) {
	b.press("quit")
	b.until("!document.getElementById('loading').hidden")
	require.Equal(t, "Code Rounds is closed. What you answered is saved.", b.eval("document.getElementById('loading-text').textContent"))
	b.keys(kb.Enter)
	b.awaitText("log", "lines 1")
}
