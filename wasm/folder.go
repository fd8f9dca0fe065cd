package wasm

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

// folder is files that were dropped or picked, held in memory: a read-only file system.
type folder struct {
	files map[string][]byte
	// err, when not nil, is what opening anything answers: why the files could not be taken.
	err error
}

// newFolder returns an empty folder.
func newFolder() *folder { return &folder{files: make(map[string][]byte)} }

// add keeps a file under a slash-separated path. A path that leads nowhere good is reduced to its last element; the
// second file of one name gets a number.
func (f *folder) add(name string, data []byte) {
	name = strings.Trim(path.Clean("/"+name), "/")
	if !fs.ValidPath(name) || name == "." || name == "" {
		name = "file"
	}
	unique := name
	for i := 2; f.has(unique); i++ {
		ext := path.Ext(name)
		unique = strings.TrimSuffix(name, ext) + " (" + strconv.Itoa(i) + ")" + ext
	}
	f.files[unique] = data
}

func (f *folder) has(name string) bool { _, ok := f.files[name]; return ok }

// Open opens a file or a folder. The file's bytes are shared, not copied.
func (f *folder) Open(name string) (fs.File, error) {
	fail := func(err error) (fs.File, error) { return nil, &fs.PathError{Op: "open", Path: name, Err: err} }
	if f.err != nil {
		return fail(f.err)
	}
	if !fs.ValidPath(name) {
		return fail(fs.ErrInvalid)
	}
	if data, ok := f.files[name]; ok {
		return &openFile{entry{path.Base(name), int64(len(data)), false}, bytes.NewReader(data)}, nil
	}
	list := f.list(name)
	if len(list) == 0 && name != "." {
		return fail(fs.ErrNotExist)
	}
	return &openFolder{entry: entry{path.Base(name), 0, true}, list: list}, nil
}

// list returns what is directly in a folder, by name.
func (f *folder) list(dir string) []fs.DirEntry {
	prefix := dir + "/"
	if dir == "." {
		prefix = ""
	}
	found := make(map[string]entry)
	for name, data := range f.files {
		rest, inside := strings.CutPrefix(name, prefix)
		if !inside {
			continue
		}
		first, _, deeper := strings.Cut(rest, "/")
		e := entry{first, int64(len(data)), deeper}
		if deeper {
			e.size = 0
		}
		found[first] = e
	}
	list := make([]fs.DirEntry, 0, len(found))
	for _, e := range found {
		list = append(list, e)
	}
	slices.SortFunc(list, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
	return list
}

// entry describes a file or folder, as fs.FileInfo and fs.DirEntry.
type entry struct {
	name string
	size int64
	dir  bool
}

func (e entry) Name() string               { return e.name }
func (e entry) Size() int64                { return e.size }
func (e entry) IsDir() bool                { return e.dir }
func (e entry) ModTime() time.Time         { return time.Time{} }
func (e entry) Sys() any                   { return nil }
func (e entry) Info() (fs.FileInfo, error) { return e, nil }
func (e entry) Type() fs.FileMode          { return e.Mode().Type() }

func (e entry) Mode() fs.FileMode {
	if e.dir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// openFile is a file being read; archive/zip needs its ReadAt.
type openFile struct {
	entry
	*bytes.Reader
}

func (o *openFile) Size() int64                { return o.entry.size }
func (o *openFile) Stat() (fs.FileInfo, error) { return o.entry, nil }
func (o *openFile) Close() error               { return nil }

// openFolder is a folder being listed.
type openFolder struct {
	entry
	list []fs.DirEntry
	at   int
}

func (o *openFolder) Stat() (fs.FileInfo, error) { return o.entry, nil }
func (o *openFolder) Close() error               { return nil }

func (o *openFolder) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: o.name, Err: errors.New("is a folder")}
}

func (o *openFolder) ReadDir(n int) ([]fs.DirEntry, error) {
	left := o.list[o.at:]
	if n <= 0 {
		o.at = len(o.list)
		return slices.Clone(left), nil
	}
	if len(left) == 0 {
		return nil, io.EOF
	}
	left = left[:min(n, len(left))]
	o.at += len(left)
	return slices.Clone(left), nil
}
