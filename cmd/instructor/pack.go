package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"coderounds/cmd/internal/disk"
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
		n, err := disk.WritePacked(name, set)
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
