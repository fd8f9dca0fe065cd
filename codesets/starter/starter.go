// Package starter holds the code sets that come inside the program, a choice from the official releases that
// makes the game worth playing with no download:
//
//   - ICD-10-CM FY2026: whole families from all 22 chapters, with notes and 7th characters (icd10cm/*.txt),
//   - ICD-10-PCS FY2026: whole tables, from which codes and titles are composed (icd10pcs/*.txt),
//   - HCPCS Level II, October 2025: codes of all letter sections and modifiers (hcpcs.txt).
//
// The files were written by hand; tests compare each code, flag and title with the official releases where those are at
// hand. No CPT and no CDT code is among them.
package starter

import (
	"embed"
	"fmt"
	"io/fs"

	"coderounds/codesets"
)

//go:embed icd10cm/*.txt icd10pcs/*.txt hcpcs.txt
var files embed.FS

// Labels of the releases that the starter sets are taken from.
const (
	year    = "FY2026"
	quarter = "October 2025"
)

// Library returns a new library of the starter sets. Cost: some tens of milliseconds. An error
// means that the program was built wrongly; it names file and line.
func Library() (*codesets.Library, error) { return library(files) }

func library(fsys fs.FS) (*codesets.Library, error) {
	lib := codesets.NewLibrary()
	for _, read := range []struct {
		release codesets.Release
		into    func(fs.FS, *codesets.Draft) error
	}{
		{codesets.Release{System: codesets.ICD10CM, Label: year, Starter: true, Source: "Source: CDC/NCHS and CMS, available free of charge from the agencies; no endorsement implied"}, readTabular},
		{codesets.Release{System: codesets.ICD10PCS, Label: year, Starter: true, Source: "Source: CMS"}, readProcedures},
		{codesets.Release{System: codesets.HCPCS, Label: quarter, Starter: true, Source: "Source: CMS"}, readHCPCS},
	} {
		draft := codesets.Draft{Release: read.release, Codes: codesets.NewCodes(0)}
		if err := read.into(fsys, &draft); err != nil {
			return nil, err
		}
		set, err := codesets.Build(draft, nil)
		if err != nil {
			return nil, fmt.Errorf("starter set: %w", err)
		}
		lib.Put(set)
	}
	return lib, nil
}
