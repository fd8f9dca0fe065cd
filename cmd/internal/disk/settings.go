package disk

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
)

const (
	settingsName = "settings.json"
	newSuffix    = ".new" // of a file that is being written
)

// LoadSettings returns the settings as they were saved, nil when they never were.
func (d *Disk) LoadSettings() ([]byte, error) {
	var data []byte
	err := <-d.inTurn(func() (err error) {
		data, err = readIfThere(d.path(settingsName))
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("read the settings: %w", err)
	}
	return data, nil
}

// SaveSettings replaces the settings, wholly or not at all, and sends nil once they are on the disk. It does not block;
// the channel is buffered. The data is copied.
func (d *Disk) SaveSettings(data []byte) <-chan error {
	data = slices.Clone(data)
	return d.inTurn(func() error {
		if err := d.replace(d.path(settingsName), data); err != nil {
			return fmt.Errorf("save the settings: %w; see that the disk has room and the folder can be written to", err)
		}
		return nil
	})
}

// replace writes a new file and gives it the old one's name. The lock makes one name for it enough.
func (d *Disk) replace(path string, data []byte) error {
	if err := d.putNew(path+newSuffix, os.O_TRUNC, data); err != nil {
		return err
	}
	if err := os.Rename(path+newSuffix, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}
