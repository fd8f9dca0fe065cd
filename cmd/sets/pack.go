package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"coderounds/cmd/internal/disk"
	"coderounds/codesets"
	"coderounds/codesets/release"
)

// packSet reads the archives in a folder, those of one system, as the game does, and packs the set. Sets of the system that
// were packed before go: what is there is what the list names.
func packSet(archives, out string, say io.Writer) error {
	loaded, err := release.Open(os.DirFS(archives), nil)
	if err != nil {
		return fmt.Errorf("what was fetched does not read as a release: %w", err)
	}
	if len(loaded.Sets) != 1 {
		return fmt.Errorf("the archives hold %d sets, and one was expected; look at the addresses", len(loaded.Sets))
	}
	for _, f := range loaded.Files {
		fmt.Fprintln(say, " ", f)
	}
	set := loaded.Sets[0]
	r := set.Release()
	if r.Private {
		return fmt.Errorf("%s is for licence holders only and is not packed", r)
	}
	name := filepath.Join(out, r.PackName())
	n, err := disk.WritePacked(name, set)
	if err != nil {
		return err
	}
	fmt.Fprintf(say, "  %s: %s, %d codes in %.1f MB. %s.\n", name, r, set.Len(), float64(n)/1e6, r.Source)
	return removeOthers(name, r.System)
}

// removeOthers removes the other packed sets of a system.
func removeOthers(name string, system codesets.System) error {
	others, err := filepath.Glob(filepath.Join(filepath.Dir(name), system.Key()+"-*"+codesets.PackSuffix))
	if err != nil {
		return err
	}
	var all error
	for _, other := range others {
		if !strings.EqualFold(other, name) {
			all = errors.Join(all, os.Remove(other))
		}
	}
	return all
}
