package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"coderounds/codesets"
)

// pack writes packed sets.
type pack struct {
	Out      string   `short:"o" required:"" placeholder:"FILE" help:"File to write, or a folder that gets one file for each system."`
	Releases []string `arg:"" name:"release" help:"Official releases; those of one system are joined into one set."`
}

// packed is the document of pack.
type packed struct {
	Files []packedFile `json:"files"`
}

type packedFile struct {
	File    string `json:"file"`
	Bytes   int    `json:"bytes"`
	Release string `json:"release"`
	Codes   int    `json:"codes"`
}

// Run implements the command.
func (p *pack) Run(d *desk) error {
	lib := codesets.NewLibrary()
	if err := d.read(lib, p.Releases); err != nil {
		return err
	}
	sets := lib.Sets()
	for _, set := range sets {
		if set.Release().Private {
			return fmt.Errorf("%s belongs to its publisher and stays a file of your own: it is not packed, for a packed set may be handed on. "+
				"Name it with --release where you use it", set.Release())
		}
	}
	folder := strings.HasSuffix(p.Out, "/")
	if info, err := os.Stat(p.Out); err == nil && info.IsDir() {
		folder = true
	}
	if !folder && len(sets) > 1 {
		return fmt.Errorf("the releases are of %d systems and a file holds one; name a folder with -o %s/", len(sets), strings.TrimSuffix(p.Out, codesets.PackSuffix))
	}
	doc := packed{Files: []packedFile{}}
	for _, set := range sets {
		name := p.Out
		if folder {
			name = filepath.Join(p.Out, set.Release().PackName())
		}
		n, err := write(name, set)
		if err != nil {
			return err
		}
		doc.Files = append(doc.Files, packedFile{name, n, set.Release().String(), set.Len()})
	}
	return d.answer(doc, func(p *page) {
		for _, f := range doc.Files {
			p.text(fmt.Sprintf("%s: %s, %d codes in %d bytes.", f.File, f.Release, f.Codes, f.Bytes))
		}
	})
}

// write writes a set beside the file first, so that an older one is never left half written over.
func write(name string, set *codesets.Set) (int, error) {
	var data bytes.Buffer
	if err := set.Pack(&data); err != nil {
		return 0, err
	}
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		return 0, fmt.Errorf("write %s: %w", name, err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), ".pack-*")
	if err != nil {
		return 0, fmt.Errorf("write %s: %w; name a folder that you may write to", name, errors.Unwrap(err))
	}
	_, err = f.Write(data.Bytes())
	err = errors.Join(err, f.Chmod(0o644), f.Close())
	if err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return 0, errors.Join(fmt.Errorf("write %s: %w", name, err), os.Remove(f.Name()))
	}
	return data.Len(), nil
}
