package disk

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Files returns what the command line names: a folder with all in it, or a file as the only one in its folder. Nothing
// is read before it is asked for, but a path that leads nowhere is told at once.
func Files(path string) (fs.FS, error) {
	// A pipe must not be opened to see what it is: that waits for its other end.
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w; %s", path, cause(err), advice(err))
	}
	if !info.IsDir() && !info.Mode().IsRegular() {
		return nil, fmt.Errorf("open %s: it is neither a file nor a folder; save it as a file first", path)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w; %s", path, cause(err), advice(err))
	}
	f.Close()
	if info.IsDir() {
		return os.DirFS(path), nil
	}
	whole, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return oneFile{folder: os.DirFS(filepath.Dir(whole)), name: filepath.Base(whole)}, nil
}

// cause is what went wrong, without the path, which is said already.
func cause(err error) error {
	if e, ok := errors.AsType[*fs.PathError](err); ok {
		return e.Err
	}
	return err
}

func advice(err error) string {
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return "check the spelling, or give the whole path"
	case errors.Is(err, fs.ErrPermission):
		return "allow your user to read it"
	}
	return "try a copy in another folder"
}

// oneFile is a folder of which only one file is to be seen.
type oneFile struct {
	folder fs.FS
	name   string
}

// Open opens the file, or the folder as ".".
func (o oneFile) Open(name string) (fs.File, error) {
	switch name {
	case o.name:
		return o.folder.Open(name)
	case ".":
		folder, err := o.folder.Open(name)
		if err != nil {
			return nil, err
		}
		return &listing{File: folder, of: o}, nil
	}
	err := fs.ErrNotExist
	if !fs.ValidPath(name) {
		err = fs.ErrInvalid
	}
	return nil, &fs.PathError{Op: "open", Path: name, Err: err}
}

// listing is the folder being listed.
type listing struct {
	fs.File
	of   oneFile
	done bool
}

// ReadDir lists the one file. It says what a link leads to, since that is what Open opens.
func (l *listing) ReadDir(n int) ([]fs.DirEntry, error) {
	if l.done {
		if n > 0 {
			return nil, io.EOF
		}
		return nil, nil
	}
	info, err := fs.Stat(l.of.folder, l.of.name)
	if err != nil {
		return nil, err
	}
	l.done = true
	return []fs.DirEntry{fs.FileInfoToDirEntry(info)}, nil
}
