// Package disk is what a computer gives the game: a journal and settings that last, files in and files out. It is the
// counterpart of package wasm.
//
//	dir, err := disk.Dir()
//	d, err := disk.Open(dir)              // a quiz.Store and a game.Device
//	defer d.Wait()                        // what was begun is saved before the program ends
//	files, err := disk.Files("2026.zip")  // what the command line names
//
// # The folder
//
//	journal.jsonl         all reviews, a line each; only ever appended to
//	journal-torn-1.txt    half a line that was found at the journal's end
//	settings.json         replaced as a whole
//	settings.json.new     settings that were being written when the program was killed; of no use
//	books/                releases and question files that the player has loaded, each replaced as a whole
//	lock                  empty; see below
//
// Folder and files belong to the user alone (0700, 0600).
//
// # What is promised
//
// What was confirmed is on the disk: a channel says nil only after fsync. The program may be killed, or the power may
// fail, at any byte of a write, and the next start finds all that was confirmed. It may also find whole lines that were
// written and never confirmed: reviews have an identity, so they do no harm.
//
// Half a line, at the journal's end, is set aside, never deleted; [Disk.Torn] tells of it. A write that fails is taken
// back, so nothing can be glued to half a line.
//
// Any number of programs may use one folder at the same time. Each locks the file "lock" while it reads, writes or
// mends, which takes milliseconds, and never longer. The lock is on a file of its own because Windows keeps others from
// reading a file that is locked, and because the journal itself comes and goes. The system takes the lock off a
// program that dies.
//
// # What is not
//
// Files that another program changes meanwhile, or a folder on a network drive that has no locks, are not guarded. [Files]
// are read where they are and not copied.
package disk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"github.com/gofrs/flock"
)

const (
	folderName = "coderounds"
	lockName   = "lock"
	filePerm   = 0o600
	folderPerm = 0o700
)

// The lock is asked for every lockRetry. After lockWait a player is better served by an error than by a window that does
// nothing: whoever holds the lock so long has been stopped.
const (
	lockRetry = 2 * time.Millisecond
	lockWait  = 10 * time.Second
)

// Disk keeps the journal, the settings and the books in a folder. It is a quiz.Store, a game.Device and a game.Shelf, and safe for concurrent use.
// Saves are carried out in the order in which they were asked for.
type Disk struct {
	dir  string
	wait time.Duration // for the lock
	// write and sync are those of [os.File]; tests break them.
	write func(f *os.File, data []byte) (int, error)
	sync  func(f *os.File) error

	mu   sync.Mutex
	last <-chan struct{} // closed when all that was begun is done
	torn string
}

// Dir returns where journal and settings are kept unless the player names another folder: coderounds in the user's
// configuration folder ($XDG_CONFIG_HOME or ~/.config, ~/Library/Application Support, %AppData%). It makes nothing.
func Dir() (string, error) {
	config, err := os.UserConfigDir()
	if err != nil {
		return "", fmt.Errorf("find the folder to save in: %w; name one with -data", err)
	}
	return filepath.Join(config, folderName), nil
}

// Open opens a folder, makes it when it is missing, and sets aside half a line at the journal's end. An error means
// that nothing can be saved there.
func Open(dir string) (*Disk, error) {
	d := newDisk(dir)
	if err := os.MkdirAll(dir, folderPerm); err != nil {
		return nil, fmt.Errorf("make the folder to save in: %w; name another with -data", err)
	}
	if err := <-d.inTurn(d.mend); err != nil {
		return nil, fmt.Errorf("open the journal: %w", err)
	}
	return d, nil
}

func newDisk(dir string) *Disk {
	idle := make(chan struct{})
	close(idle)
	return &Disk{dir: dir, wait: lockWait, write: (*os.File).Write, sync: (*os.File).Sync, last: idle}
}

// Torn says in one sentence what was set aside, the latest if there was more; it is empty if nothing was.
func (d *Disk) Torn() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.torn
}

// Wait returns when all that was begun before is saved or has failed.
func (d *Disk) Wait() {
	d.mu.Lock()
	last := d.last
	d.mu.Unlock()
	<-last
}

// Pick reports false: the system's own file dialog cannot be had without cgo or another program. Files can be dropped
// onto the window or named on the command line.
func (d *Disk) Pick() bool { return false }

// Breathe lets other work go on. Nothing is due here as it is in a browser: the window has a thread of its own.
func (d *Disk) Breathe(int, int) error {
	runtime.Gosched()
	return nil
}

// inTurn starts work that needs the folder for itself, after all work that was started before. The channel is buffered.
func (d *Disk) inTurn(work func() error) <-chan error {
	result := make(chan error, 1)
	done := make(chan struct{})
	d.mu.Lock()
	before := d.last
	d.last = done
	d.mu.Unlock()
	go func() {
		<-before
		defer close(done)
		result <- d.locked(work)
	}()
	return result
}

// locked does work while no other program does any in this folder.
func (d *Disk) locked(work func() error) error {
	ctx, stop := context.WithTimeout(context.Background(), d.wait)
	defer stop()
	lock := flock.New(d.path(lockName), flock.SetPermissions(filePerm))
	_, err := lock.TryLockContext(ctx, lockRetry)
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("lock %s: another Code Rounds has held it for %v; close that and try again", lock.Path(), d.wait)
	case err != nil:
		return fmt.Errorf("lock: %w", err)
	}
	defer lock.Unlock() // an error here would be the system's; closing the file unlocks it all the same
	return work()
}

func (d *Disk) path(name string) string { return filepath.Join(d.dir, name) }

// put writes all of data and waits until it is on the disk.
func (d *Disk) put(f *os.File, data []byte) error {
	n, err := d.write(f, data)
	if err == nil && n < len(data) {
		err = fmt.Errorf("write %s: wrote %d of %d bytes", f.Name(), n, len(data))
	}
	if err != nil {
		return err
	}
	return d.sync(f)
}

// putNew writes a file, whole or not at all, with flags that say what may be there before.
func (d *Disk) putNew(name string, flags int, data []byte) error {
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|flags, filePerm)
	if err != nil {
		return err
	}
	if err := errors.Join(d.put(f, data), f.Close()); err != nil {
		os.Remove(name) // what failed first is the better thing to tell
		return err
	}
	return nil
}
