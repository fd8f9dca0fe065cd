//go:build !windows

package disk

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
)

// syncFolder waits until a folder's entries are on the disk: a new file's name is its folder's data, not its own.
func syncFolder(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	err = f.Sync()
	if errors.Is(err, syscall.EINVAL) || errors.Is(err, errors.ErrUnsupported) {
		err = nil // a file system that has no such thing
	}
	return errors.Join(err, f.Close())
}

// downloads returns where downloads go if the user has said so, as freedesktop.org's xdg-user-dirs has it: in the file
// user-dirs.dirs, or in a variable of the same name.
func downloads(home string) []string {
	if path := os.Getenv(downloadKey); filepath.IsAbs(path) {
		return []string{path}
	}
	config := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(config) {
		config = filepath.Join(home, ".config")
	}
	text, err := os.ReadFile(filepath.Join(config, "user-dirs.dirs"))
	if err != nil {
		return nil // not a desktop that has it
	}
	if path := downloadDir(string(text), home); path != "" {
		return []string{path}
	}
	return nil
}

const downloadKey = "XDG_DOWNLOAD_DIR"

// downloadDir reads user-dirs.dirs: lines KEY="$HOME/path" or KEY="/path", with shell escapes; the last one counts. It
// returns an empty string when there is none.
func downloadDir(text, home string) string {
	found := ""
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || strings.TrimSpace(key) != downloadKey {
			continue
		}
		value = unquote(strings.TrimSpace(value))
		if rest, inHome := strings.CutPrefix(value, "$HOME/"); inHome {
			value = filepath.Join(home, rest)
		}
		if filepath.IsAbs(value) {
			found = value
		}
	}
	return found
}

// unquote takes off a shell's double quotes and the backslashes within.
func unquote(s string) string {
	s = strings.TrimSuffix(strings.TrimPrefix(s, `"`), `"`)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == '\\' && i+1 < len(s) {
			i++
		}
		b.WriteByte(s[i])
	}
	return b.String()
}
