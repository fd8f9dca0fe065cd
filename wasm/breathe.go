package wasm

import "time"

// stint is how long work may go on before the browser must be given a moment. Between two steps of the work pass less than
// another 4 ms, so that no frame is held for more than 8.
const stint = 4 * time.Millisecond

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
