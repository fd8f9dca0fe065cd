package disk

import "golang.org/x/sys/windows"

// syncFolder does nothing: Windows keeps a folder's entries safe by itself.
func syncFolder(string) error { return nil }

// downloads returns where downloads go, which may have been moved off the home folder.
func downloads(string) []string {
	path, err := windows.KnownFolderPath(windows.FOLDERID_Downloads, windows.KF_FLAG_DEFAULT)
	if err != nil {
		return nil
	}
	return []string{path}
}
