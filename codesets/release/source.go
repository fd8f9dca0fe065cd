package release

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strings"

	"github.com/klauspost/compress/flate"
)

// source is a file that was recognised.
type source struct {
	file
	format *format
	head   []byte // as it stands in the file
}

// file is a file of a folder or an archive.
type file struct {
	path string // with the folders and archives around it
	size int64  // as declared
	open func() (io.ReadCloser, error)
}

// finder looks into files, and into zips within them, for formats it knows.
type finder struct {
	found []source
	seen  int
	pause func() error // called some times for each file looked at
}

// find returns the files of fsys that are recognised, in order. pause is called now and then.
func find(fsys fs.FS, pause func() error) ([]source, error) {
	f := finder{pause: pause}
	err := fs.WalkDir(fsys, ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return &Error{File: name, Err: err}
		case entry.IsDir() || !entry.Type().IsRegular():
			return nil
		}
		info, err := entry.Info()
		if err != nil {
			return &Error{File: name, Err: err}
		}
		return f.look(file{name, info.Size(), func() (io.ReadCloser, error) { return fsys.Open(name) }}, 0)
	})
	return f.found, err
}

// look sniffs at a file and goes into it when it is an archive.
func (f *finder) look(at file, depth int) error {
	if f.seen++; f.seen > maxFiles {
		return &Error{File: at.path, Err: fmt.Errorf("more than %d files; drop only the release", maxFiles)}
	}
	if err := f.pause(); err != nil {
		return err
	}
	head, err := at.sniff()
	if err != nil {
		return &Error{File: at.path, Err: fmt.Errorf("cannot be read (%w); fetch it again", err)}
	}
	if err := f.pause(); err != nil {
		return err
	}
	if format := recognised(plain(head)); format != nil {
		f.found = append(f.found, source{at, format, head})
		return nil
	}
	if !isZip(head) || depth == maxDepth {
		return nil
	}
	archive, err := at.unzip(f.pause)
	if err != nil {
		return &Error{File: at.path, Err: err}
	}
	if err := f.pause(); err != nil {
		return err
	}
	for _, inner := range archive.File {
		if !inner.Mode().IsRegular() {
			continue
		}
		name := path.Join(at.path, path.Clean("/"+strings.ReplaceAll(inner.Name, `\`, "/")))
		if err := f.look(file{name, int64(min(inner.UncompressedSize64, maxText)), inner.Open}, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// sniff returns the beginning of a file.
func (f file) sniff() ([]byte, error) {
	r, err := f.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return io.ReadAll(io.LimitReader(r, sniffed))
}

// plain returns the beginning of a text as UTF-8.
func plain(head []byte) []byte {
	text, _ := io.ReadAll(decoded(bytes.NewReader(head), head)) // the cut at the end may split a character
	return text
}

func isZip(head []byte) bool { return bytes.HasPrefix(head, []byte("PK\x03\x04")) }

// unzip opens the file as an archive.
func (f file) unzip(pause func() error) (*zip.Reader, error) {
	r, err := f.open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return unzip(r, f.size, pause)
}

// unzip holds an archive in memory. Its directory is counted first, for each entry costs more there than here.
func unzip(r io.Reader, size int64, pause func() error) (*zip.Reader, error) {
	var whole bytes.Buffer
	whole.Grow(int(min(max(size, 0), usualArchive)) + bytes.MinRead) // what is declared may not be true
	_, err := whole.ReadFrom(io.LimitReader(r, maxArchive+1))
	data := whole.Bytes()
	if err != nil {
		return nil, fmt.Errorf("cannot be read (%w); fetch it again", err)
	}
	if len(data) > maxArchive {
		return nil, fmt.Errorf("the archive is larger than %d MB; unpack it and drop the release files", maxArchive>>20)
	}
	if err := pause(); err != nil {
		return nil, err
	}
	if n := bytes.Count(data, []byte("PK\x01\x02")); n > maxFiles { // what begins an entry of the directory
		return nil, fmt.Errorf("the archive lists %d files, more than %d; drop only the release", n, maxFiles)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, fmt.Errorf("the zip is damaged or cut short (%w); fetch it again", err)
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader) // a third faster than the one it comes with
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
