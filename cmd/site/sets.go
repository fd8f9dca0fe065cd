package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"coderounds/codesets"
)

// copySets puts the packed sets beside the page, and returns their names. What cannot be opened is left out, and told; what is
// for licence holders only is never published.
func (b build) copySets() ([]string, error) {
	var books []string
	if b.sets != "" {
		entries, err := os.ReadDir(b.sets)
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return nil, fmt.Errorf("copy the packed sets: %w", err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), codesets.PackSuffix) {
				continue
			}
			data, err := os.ReadFile(filepath.Join(b.sets, e.Name()))
			if err != nil {
				return nil, fmt.Errorf("copy the packed sets: %w", err)
			}
			set, err := codesets.Unpack(bytes.NewReader(data), nil)
			switch {
			case err != nil:
				fmt.Fprintf(b.log, "%s is left out: %v\n", e.Name(), err)
				continue
			case set.Release().Private:
				fmt.Fprintf(b.log, "%s is left out: %s is for licence holders only\n", e.Name(), set.Release())
				continue
			}
			if err := b.write(e.Name(), data); err != nil {
				return nil, fmt.Errorf("copy the packed sets: %w", err)
			}
			books = append(books, e.Name())
		}
	}
	return books, b.removeSets(books)
}

// removeSets removes sets of builds before, but for those that are wanted.
func (b build) removeSets(wanted []string) error {
	old, err := filepath.Glob(filepath.Join(b.out, "*"+codesets.PackSuffix))
	if err != nil {
		return err
	}
	for _, name := range old {
		if !slices.Contains(wanted, filepath.Base(name)) {
			if err := removeAll(name, name+".br", name+".gz"); err != nil {
				return err
			}
		}
	}
	return nil
}
