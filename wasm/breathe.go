package wasm

import "time"

// stint is how long work may go on before the browser must be given a moment. Between two steps of the work pass less than
// 4 ms, and up to three times that while the browser has still to compile what they call, so that little is left for the stint.
const stint = 2 * time.Millisecond

// breath keeps long work, such as reading a release, from freezing the page.
type breath struct{ last time.Time }

// take waits for the browser to paint and to take input when a stint has passed since the last time.
func (b *breath) take(wait func()) {
	if time.Since(b.last) < stint {
		return
	}
	wait()
	b.last = time.Now()
}
