package browser

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
)

// fetched are the kinds of file that a first visit downloads: page, styles, scripts, the list of files, the icon on the
// loading page, and the program.
var fetched = []string{".html", ".css", ".js", ".json", ".svg", ".wasm", ".webmanifest"}

// Wire returns how many bytes a first visit to a published site downloads from a server that sends Brotli. It fails when
// the program is not there, or not compressed.
func Wire(site fs.FS) (int64, error) {
	entries, err := fs.ReadDir(site, ".")
	if err != nil {
		return 0, fmt.Errorf("weigh the site: %w", err)
	}
	var sum int64
	program := false
	for _, entry := range entries {
		name := entry.Name()
		kind := path.Ext(name)
		if name[0] == '.' || !slices.Contains(fetched, kind) {
			continue
		}
		info, err := fs.Stat(site, name+".br")
		if errors.Is(err, fs.ErrNotExist) && kind != ".wasm" {
			info, err = fs.Stat(site, name)
		}
		if err != nil {
			return 0, fmt.Errorf("weigh the site: %w", err)
		}
		sum += info.Size()
		program = program || kind == ".wasm"
	}
	if !program {
		return 0, errors.New("weigh the site: there is no program in it")
	}
	return sum, nil
}
