package disk

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"coderounds/codesets"
)

// WritePacked packs a set into a file, in place of an older one, and returns its size in bytes. It is written
// beside that first, so that an older one is never left half written over. The folder is made where it is missing.
func WritePacked(name string, set *codesets.Set) (int, error) {
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
