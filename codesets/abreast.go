package codesets

import (
	"runtime"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Abreast does n pieces of work, as many at a time as there are processors, which in a browser is one after the other. Each
// piece has a step of its own, which counts what the piece has done out of the total of all; step is called with the sum,
// and never twice at a time. The error is that of the first piece, by number, that fails; those behind it are then stopped.
func Abreast(n int, step Step, work func(piece int, step Step) error) error {
	var turn sync.Mutex // of what follows, and of calling step
	sum, failed := 0, n
	var failure error
	var pieces errgroup.Group
	begin, processors := pieces.Go, runtime.GOMAXPROCS(0)
	pieces.SetLimit(processors)
	if processors == 1 {
		// Changing goroutines between two pieces would let the collector catch up at once, while the page waits.
		begin = func(work func() error) { _ = work() }
	}
	for piece := range n {
		mine := 0
		own := func(done, total int) error {
			turn.Lock()
			defer turn.Unlock()
			if failed < piece {
				return failure
			}
			sum, mine = sum+done-mine, done
			return step.call(sum, total)
		}
		begin(func() error {
			turn.Lock()
			stopped := failed < piece
			turn.Unlock()
			if stopped {
				return nil
			}
			err := work(piece, own)
			turn.Lock()
			defer turn.Unlock()
			if err != nil && piece < failed {
				failed, failure = piece, err
			}
			return nil
		})
	}
	_ = pieces.Wait() // each tells its error above
	return failure
}
