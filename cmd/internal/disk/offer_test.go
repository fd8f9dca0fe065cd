package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"github.com/stretchr/testify/require"
)

// home makes an empty home folder the user's.
func home(t *testing.T) string {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("Windows' folder for downloads cannot be moved by a test")
	}
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("XDG_DOWNLOAD_DIR", "")
	return dir
}

func TestOfferNeverOverwrites(t *testing.T) {
	home := home(t)
	d := opened(t)
	for i, want := range []string{"backup.jsonl", "backup (2).jsonl", "backup (3).jsonl"} {
		where, err := d.Offer("backup.jsonl", []byte{byte('a' + i)})
		require.NoError(t, err)
		require.Equal(t, filepath.Join(home, want), where)
	}
	for i, name := range []string{"backup.jsonl", "backup (2).jsonl", "backup (3).jsonl"} {
		data, err := os.ReadFile(filepath.Join(home, name))
		require.NoError(t, err)
		require.Equal(t, string(byte('a'+i)), string(data))
	}
}

func TestOfferWhere(t *testing.T) {
	dirs := func(text string) func(t *testing.T, home string) {
		return func(t *testing.T, home string) {
			require.NoError(t, os.MkdirAll(filepath.Join(home, ".config"), folderPerm))
			require.NoError(t, os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte(text), filePerm))
		}
	}
	for _, c := range []struct {
		name    string
		folders []string
		given   func(t *testing.T, home string)
		want    string
	}{
		{name: "home", want: "f"},
		{name: "Downloads", folders: []string{"Downloads"}, want: "Downloads/f"},
		{name: "user's folder", folders: []string{"Downloads", "Geladen"}, given: dirs(`XDG_DOWNLOAD_DIR="$HOME/Geladen"`), want: "Geladen/f"},
		{name: "user's folder is gone", folders: []string{"Downloads"}, given: dirs(`XDG_DOWNLOAD_DIR="$HOME/Geladen"`), want: "Downloads/f"},
		{name: "user has none", folders: []string{"Desktop"}, given: dirs(`XDG_DOWNLOAD_DIR="$HOME/"`), want: "f"},
		{name: "variable", folders: []string{"Downloads", "v"}, given: func(t *testing.T, home string) {
			t.Setenv("XDG_DOWNLOAD_DIR", filepath.Join(home, "v"))
		}, want: "v/f"},
	} {
		t.Run(c.name, func(t *testing.T) {
			home := home(t)
			for _, name := range c.folders {
				require.NoError(t, os.Mkdir(filepath.Join(home, name), folderPerm))
			}
			if c.given != nil {
				c.given(t, home)
			}
			where, err := opened(t).Offer("f", nil)
			require.NoError(t, err)
			require.Equal(t, filepath.Join(home, c.want), where)
			require.FileExists(t, where)
		})
	}
}

func TestOfferFails(t *testing.T) {
	home := home(t)
	d := opened(t)
	for _, name := range []string{"", ".", "..", "a/b", "/a", "../a"} {
		_, err := d.Offer(name, nil)
		require.ErrorContains(t, err, "not a plain file name", name)
	}
	d.write = func(f *os.File, data []byte) (int, error) { return f.Write(data[:1]) }
	_, err := d.Offer("report.csv", []byte("abc"))
	require.ErrorContains(t, err, "save "+filepath.Join(home, "report.csv")+": ")
	require.NoFileExists(t, filepath.Join(home, "report.csv"), "a piece of a file is worse than none")
}
