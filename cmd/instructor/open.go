package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"coderounds/cmd/internal/disk"
	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"
)

// library opens the starter sets and what --release names.
func (d *desk) library() (*codesets.Library, error) {
	lib, err := starter.Library()
	if err != nil {
		return nil, err
	}
	return lib, d.read(lib, d.releases)
}

// read puts what files hold into a library, in their order; those that need codes to be joined to wait for them. A set that
// comes after another release of its system knows what changed since.
func (d *desk) read(lib *codesets.Library, paths []string) error {
	var waiting []string
	for _, path := range paths {
		if err := d.readFile(lib, path); errors.Is(err, release.ErrNoCodes) {
			waiting = append(waiting, path)
		} else if err != nil {
			return err
		}
	}
	for _, path := range waiting {
		if err := d.readFile(lib, path); err != nil {
			return err
		}
	}
	return nil
}

func (d *desk) readFile(lib *codesets.Library, path string) error {
	files, err := disk.Files(path)
	if err != nil {
		return err
	}
	step, end := d.progress("Reading " + filepath.Base(path))
	defer end()
	sets, err := openAll(files, step, whole(lib))
	if err != nil {
		return fmt.Errorf("read %s: %w", path, err)
	}
	for _, set := range sets {
		if old := lib.Set(set.Release().System); old != nil && !old.Release().Starter {
			if set, err = set.Since(old, step); err != nil {
				return err
			}
		}
		lib.Put(set)
	}
	return nil
}

// whole are the sets that a file without codes may be joined to: a choice of codes is none.
func whole(lib *codesets.Library) []*codesets.Set {
	var all []*codesets.Set
	for _, set := range lib.Sets() {
		if !set.Release().Starter {
			all = append(all, set)
		}
	}
	return all
}

// openAll reads packed sets and releases; what has no codes is joined to the sets present.
func openAll(files fs.FS, step codesets.Step, present []*codesets.Set) ([]*codesets.Set, error) {
	packed, err := unpackAll(files, step)
	if err != nil {
		return nil, err
	}
	read, err := release.Read(files, step, append(present, packed...)...)
	if errors.Is(err, release.ErrNothing) && len(packed) > 0 {
		err = nil
	}
	return append(packed, read...), err
}

// unpackAll reads the packed sets among files; there are none in a release as published.
func unpackAll(files fs.FS, step codesets.Step) ([]*codesets.Set, error) {
	var sets []*codesets.Set
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		f, err := files.Open(name)
		if err != nil {
			return err
		}
		defer f.Close()
		head := make([]byte, 64)
		n, err := io.ReadFull(f, head)
		if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
			return err
		}
		if !codesets.IsPacked(head[:n]) {
			return nil
		}
		set, err := codesets.Unpack(io.MultiReader(bytes.NewReader(head[:n]), f), step)
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		sets = append(sets, set)
		return nil
	})
	return sets, err
}
