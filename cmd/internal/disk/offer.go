package disk

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Offer writes a file into the user's folder for downloads, or the home folder if there is none, and returns its path.
// It never overwrites: a second file of one name gets " (2)" before its ending. It returns when the file is on the disk.
func (d *Disk) Offer(name string, data []byte) (where string, err error) {
	if name != filepath.Base(name) || !filepath.IsLocal(name) || name == "." {
		return "", fmt.Errorf("save %q: not a plain file name", name)
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("save %s: find your home folder: %w", name, err)
	}
	dir := firstFolder(append(downloads(home), filepath.Join(home, "Downloads"), home))
	ext := filepath.Ext(name)
	for n := 1; ; n++ {
		numbered := name
		if n > 1 {
			numbered = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(name, ext), n, ext)
		}
		path := filepath.Join(dir, numbered)
		err := d.putNew(path, os.O_EXCL, data)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err == nil {
			err = syncFolder(dir)
		}
		if err == nil {
			return path, nil
		}
		return "", fmt.Errorf("save %s: %w; see that the disk has room and the folder can be written to", path, err)
	}
}

// firstFolder returns the first path that is a folder; the last one unseen.
func firstFolder(paths []string) string {
	for _, path := range paths[:len(paths)-1] {
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			return path
		}
	}
	return paths[len(paths)-1]
}
