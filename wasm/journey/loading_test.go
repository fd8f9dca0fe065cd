//go:build !js

package journey

import (
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// loading checks what is said when the program cannot be loaded or run.
func loading(t *testing.T, address string) {
	for _, test := range []struct{ name, before, want string }{
		{"no WebAssembly", "delete globalThis.WebAssembly", "needs WebAssembly"},
		{"no WebGL 2", "HTMLCanvasElement.prototype.getContext = () => null", "draws with WebGL 2"},
		{"no network", "globalThis.fetch = () => Promise.reject(new TypeError('Failed to fetch'))", "could not be downloaded: Failed to fetch."},
		{"no script", "Object.defineProperty(globalThis, 'Go', {get() { throw new Error('gone'); }, set() {}})", "could not be downloaded: gone."},
		{"no storage", "Object.defineProperty(globalThis, 'indexedDB', {value: undefined})", "What you answer cannot be saved: open storage: the browser lets this site keep nothing"},
		{"no file", "const real = fetch; globalThis.fetch = url => real(url + '.gone')", "the server answered 404 for"},
	} {
		t.Run(test.name, func(t *testing.T) {
			b := start(t, address)
			call(b, page.AddScriptToEvaluateOnNewDocument, page.AddScriptToEvaluateOnNewDocumentParams{Source: test.before})
			b.do(chromedp.Navigate(address))
			b.until("document.body.textContent.includes(" + quoted(test.want) + ")")
			if test.name == "no file" {
				require.Len(t, b.faults.taken(), 1, "the browser notes the 404")
			}
		})
	}
}

// failed checks what is said when the program gives up by itself.
func failed(t *testing.T, b *browser) {
	b.press("fail")
	b.until(`document.getElementById('loading-text').textContent.includes('cannot go on: the disk is on fire.')`)
	require.Len(t, b.faults.taken(), 1, "the console has it too")
	b.reload()
	b.awaitText("log", "lines")
}
