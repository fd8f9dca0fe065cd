package wasm

import "time"

// stint is how long work may go on before the browser must be given a moment: less than a frame at 60 a second.
const stint = 12 * time.Millisecond

// breath keeps long work, such as reading a release, from freezing the page.
type breath struct{ last time.Time }

// take gives the browser a moment to paint and to take input when a stint has passed since the last one.
func (b *breath) take() {
	if time.Since(b.last) < stint {
		return
	}
	// Only a timer lets the browser's own loop run; runtime.Gosched does not. Not the next animation
	// frame: a hidden tab has none, and the work would stand still.
	time.Sleep(time.Millisecond)
	b.last = time.Now()
}
