package disk

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/gofrs/flock"
	"github.com/stretchr/testify/require"
)

func TestDir(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("asks for Linux' folders")
	}
	t.Setenv("XDG_CONFIG_HOME", "")
	t.Setenv("HOME", "/home/ada")
	dir, err := Dir()
	require.NoError(t, err)
	require.Equal(t, "/home/ada/.config/coderounds", dir)
	t.Setenv("XDG_CONFIG_HOME", "/conf")
	dir, err = Dir()
	require.NoError(t, err)
	require.Equal(t, "/conf/coderounds", dir)
	t.Setenv("XDG_CONFIG_HOME", "not/absolute")
	_, err = Dir()
	require.ErrorContains(t, err, "name one with -data")
}

func TestOpenWhereNothingCanBeSaved(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, filePerm))
	_, err := Open(file)
	require.ErrorContains(t, err, "make the folder to save in: ")
	folder := t.TempDir()
	require.NoError(t, os.Mkdir(filepath.Join(folder, journalName), folderPerm))
	_, err = Open(folder)
	require.ErrorContains(t, err, "open the journal: ")
}

// Nothing is written while another program holds the lock, and the player is told in the end.
func TestLockHeldByAnother(t *testing.T) {
	d := opened(t)
	lock := flock.New(d.path(lockName))
	require.NoError(t, lock.Lock())
	d.wait = 5 * lockRetry
	for name, work := range map[string]func() error{
		"append":        func() error { return <-d.Append(review(1)) },
		"erase":         func() error { return <-d.Erase() },
		"lines":         func() error { _, err := d.Lines(); return err },
		"save settings": func() error { return <-d.SaveSettings([]byte("{}")) },
		"load settings": func() error { _, err := d.LoadSettings(); return err },
	} {
		require.ErrorContains(t, work(), "close that and try again", name)
	}
	require.NoError(t, lock.Unlock())
	d.wait = lockWait
	require.NoError(t, <-d.Append(review(2)))
	require.Equal(t, []int{2}, seeds(t, d))
}

func TestPickAndBreathe(t *testing.T) {
	d := opened(t)
	require.False(t, d.Pick())
	require.NoError(t, d.Breathe(1, 2))
}

func TestSettings(t *testing.T) {
	d := opened(t)
	settings, err := d.LoadSettings()
	require.NoError(t, err)
	require.Nil(t, settings, "a first start")
	for _, text := range []string{`{"v":1,"length":12}`, `{"v":1}`, strings.Repeat(" ", 1<<16) + "{}"} {
		data := []byte(text)
		saved := d.SaveSettings(data)
		clear(data)
		require.NoError(t, <-saved)
		again, err := Open(d.dir)
		require.NoError(t, err)
		settings, err = again.LoadSettings()
		require.NoError(t, err)
		require.Equal(t, text, string(settings))
	}
}

func TestFailedSettingsLeaveTheOld(t *testing.T) {
	d := opened(t)
	require.NoError(t, <-d.SaveSettings([]byte("old")))
	d.write = func(f *os.File, data []byte) (int, error) { return f.Write(data[:1]) }
	require.ErrorContains(t, <-d.SaveSettings([]byte("new")), "save the settings: write ")
	settings, err := d.LoadSettings()
	require.NoError(t, err)
	require.Equal(t, "old", string(settings))
}
