package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strconv"
	"strings"
)

const (
	journalName = "journal.jsonl"
	tornPattern = "journal-torn-*.txt" // numbered from 1
)

// Append saves lines with one write and one fsync, all or none, and sends nil once they are on the disk. It does not
// block; the channel is buffered. The lines are copied. A line that is empty or holds a line's end is an error.
//
// If the program dies meanwhile, some of the lines may have been kept.
func (d *Disk) Append(lines ...[]byte) <-chan error {
	var data []byte
	for _, line := range lines {
		if len(line) == 0 || bytes.IndexByte(line, '\n') >= 0 {
			return failed(fmt.Errorf("save to the journal: %q is not one line", line))
		}
		data = append(append(data, line...), '\n')
	}
	return d.inTurn(func() error {
		if err := d.appendLocked(data); err != nil {
			return fmt.Errorf("save to the journal: %w; see that the disk has room and the folder can be written to", err)
		}
		return nil
	})
}

// appendLocked appends whole lines, or leaves the journal as it was.
func (d *Disk) appendLocked(data []byte) (err error) {
	f, err := d.openJournal()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	// Another program may have died since this one started.
	size, err := d.mendOpen(f)
	if err != nil {
		return err
	}
	err = d.put(f, data)
	if err == nil && size == 0 {
		// The file itself may be new.
		err = syncFolder(d.dir)
	}
	if err != nil {
		return errors.Join(err, d.cut(f, size))
	}
	return nil
}

// Lines returns all complete lines, oldest first. It waits for what was begun before. The caller owns them.
func (d *Disk) Lines() ([][]byte, error) {
	var data []byte
	err := <-d.inTurn(func() (err error) {
		data, err = readIfThere(d.path(journalName))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the journal: %w", err)
	}
	end := bytes.LastIndexByte(data, '\n')
	if end < 0 {
		return nil, nil
	}
	return bytes.Split(data[:end], []byte{'\n'}), nil
}

// Erase removes the journal and all that was set aside from it, and sends nil once that is done.
func (d *Disk) Erase() <-chan error {
	return d.inTurn(func() error {
		if err := d.eraseLocked(); err != nil {
			return fmt.Errorf("erase the journal: %w; close what else has it open and try again", err)
		}
		return nil
	})
}

func (d *Disk) eraseLocked() error {
	entries, err := os.ReadDir(d.dir)
	if err != nil {
		return err
	}
	for _, e := range entries {
		torn, err := path.Match(tornPattern, e.Name())
		if err != nil {
			return err
		}
		if !torn && e.Name() != journalName {
			continue
		}
		if err := os.Remove(d.path(e.Name())); err != nil {
			return err
		}
	}
	return syncFolder(d.dir)
}

// openJournal opens the journal for appending, and for a look at its end.
func (d *Disk) openJournal() (*os.File, error) {
	return os.OpenFile(d.path(journalName), os.O_RDWR|os.O_APPEND|os.O_CREATE, filePerm)
}

// mend sets aside half a line at the journal's end, if there is a journal.
func (d *Disk) mend() error {
	f, err := os.OpenFile(d.path(journalName), os.O_RDWR|os.O_APPEND, filePerm)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	_, err = d.mendOpen(f)
	return errors.Join(err, f.Close())
}

// mendOpen sets aside half a line at the journal's end and returns the journal's size, which is where a line begins. It
// reads one byte when nothing is torn.
func (d *Disk) mendOpen(f *os.File) (size int64, err error) {
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return 0, err
	}
	var last [1]byte
	if _, err := f.ReadAt(last[:], info.Size()-1); err != nil {
		return 0, err
	}
	if last[0] == '\n' {
		return info.Size(), nil
	}
	data, err := os.ReadFile(f.Name())
	if err != nil {
		return 0, err
	}
	whole := bytes.LastIndexByte(data, '\n') + 1
	if err := d.setAside(data[whole:]); err != nil {
		return 0, err
	}
	return int64(whole), d.cut(f, int64(whole))
}

// setAside keeps half a line in a file of its own. It must be safe there before it is cut off here.
func (d *Disk) setAside(torn []byte) error {
	name, err := d.freeTorn()
	if err != nil {
		return err
	}
	if err := errors.Join(d.putNew(name, os.O_EXCL, torn), syncFolder(d.dir)); err != nil {
		return fmt.Errorf("set aside half a line: %w", err)
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.torn = fmt.Sprintf("The last line of the journal had not been saved whole: its %d bytes are set aside in %s, and every answer before it is kept.",
		len(torn), name)
	return nil
}

// freeTorn returns a name for half a line that is not taken.
func (d *Disk) freeTorn() (string, error) {
	for n := 1; ; n++ {
		name := d.path(strings.Replace(tornPattern, "*", strconv.Itoa(n), 1))
		if _, err := os.Lstat(name); errors.Is(err, fs.ErrNotExist) {
			return name, nil
		} else if err != nil {
			return "", err
		}
	}
}

// cut shortens the journal to size. It goes by the name because Windows lets no file be cut that is open for appending.
func (d *Disk) cut(f *os.File, size int64) error {
	return errors.Join(os.Truncate(f.Name(), size), d.sync(f))
}

// readIfThere reads a file; one that does not exist is empty.
func readIfThere(name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return data, err
}

func failed(err error) <-chan error {
	c := make(chan error, 1)
	c <- err
	return c
}
