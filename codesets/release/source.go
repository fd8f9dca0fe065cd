package release

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"
)

// Bounds on what is read: a full release is 15 MB of text in a zip of 2 MB.
const (
	maxArchive = 256 << 20 // bytes of a zip held in memory
	maxText    = 512 << 20 // bytes read from one file
	maxFiles   = 10000     // files looked at
	sniffed    = 1024      // bytes looked at to recognise a file
)

// source is a file that was recognised.
type source struct {
	name string // as shown to a person
	path string // with the folders and archives around it
	open func() (r io.ReadCloser, size int, err error)
}

// find looks into every file of fsys, and into zips, one deep, and returns the order files.
func find(fsys fs.FS) ([]source, error) {
	var found []source
	seen := 0
	err := walk(fsys, "", func(file fs.FS, name, whole string) error {
		if seen++; seen > maxFiles {
			return &Error{File: whole, Err: fmt.Errorf("more than %d files; drop only the release", maxFiles)}
		}
		head, err := sniff(file, name)
		if err != nil {
			return &Error{File: whole, Err: err}
		}
		switch {
		case isZip(head):
			inner, err := openZip(file, name)
			if err != nil {
				return &Error{File: whole, Err: err}
			}
			return walk(inner, whole, func(file fs.FS, name, whole string) error {
				if seen++; seen > maxFiles {
					return &Error{File: whole, Err: fmt.Errorf("more than %d files", maxFiles)}
				}
				head, err := sniff(file, name)
				if err != nil {
					return &Error{File: whole, Err: err}
				}
				if isOrder(head) {
					found = append(found, newSource(file, name, whole))
				}
				return nil
			})
		case isOrder(head):
			found = append(found, newSource(file, name, whole))
		}
		return nil
	})
	return found, err
}

// walk calls look for each regular file.
func walk(fsys fs.FS, outside string, look func(file fs.FS, name, whole string) error) error {
	return fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return &Error{File: path.Join(outside, name), Err: err}
		case entry.IsDir() || !entry.Type().IsRegular():
			return nil
		}
		return look(fsys, name, path.Join(outside, name))
	})
}

func newSource(fsys fs.FS, name, whole string) source {
	return source{name: path.Base(name), path: whole, open: func() (io.ReadCloser, int, error) {
		f, err := fsys.Open(name)
		if err != nil {
			return nil, 0, err
		}
		info, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, 0, err
		}
		return f, int(min(info.Size(), maxText)), nil
	}}
}

// sniff returns the beginning of a file.
func sniff(fsys fs.FS, name string) ([]byte, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	head := make([]byte, sniffed)
	n, err := io.ReadFull(f, head)
	if err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, err
	}
	return head[:n], nil
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// openZip opens an archive inside a file system.
func openZip(fsys fs.FS, name string) (*zip.Reader, error) {
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxArchive+1))
	if err != nil {
		return nil, err
	}
	if len(data) > maxArchive {
		return nil, fmt.Errorf("the archive is larger than %d MB; unpack it and drop the order file", maxArchive>>20)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the zip is damaged or cut short (%w); fetch it again", err)
	}
	return z, nil
}

// named returns what to call the input in a sentence: its only file, or "the folder".
func named(fsys fs.FS) string {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil || len(entries) == 0 {
		return "the file"
	}
	names := make([]string, 0, 3)
	for _, e := range entries[:min(len(entries), 3)] {
		names = append(names, e.Name())
	}
	if len(entries) > 3 {
		names = append(names, "…")
	}
	return strings.Join(names, ", ")
}
