package disk

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"coderounds/game"

	"github.com/stretchr/testify/require"
)

var (
	_ game.Shelf = (*Disk)(nil)
	_ game.Stock = Stock("")
)

func TestShelf(t *testing.T) {
	d := opened(t)
	names, err := d.Names()
	require.NoError(t, err)
	require.Empty(t, names, "no folder yet")
	require.NoError(t, d.Remove("icd10cm-fy2026.set"))

	require.NoError(t, d.Save("icd10cm-fy2026.set", []byte("first")))
	require.NoError(t, d.Save("questions-mine.csv", []byte("front,back")))
	require.NoError(t, d.Save("icd10cm-fy2026.set", []byte("second")))
	names, err = d.Names()
	require.NoError(t, err)
	require.Equal(t, []string{"icd10cm-fy2026.set", "questions-mine.csv"}, names)
	data, err := d.Load("icd10cm-fy2026.set")
	require.NoError(t, err)
	require.Equal(t, "second", string(data))
	if runtime.GOOS != "windows" {
		info, err := os.Stat(filepath.Join(d.dir, booksName, "icd10cm-fy2026.set"))
		require.NoError(t, err)
		require.EqualValues(t, filePerm, info.Mode().Perm())
	}

	require.NoError(t, d.Remove("icd10cm-fy2026.set"))
	_, err = d.Load("icd10cm-fy2026.set")
	require.ErrorContains(t, err, "read the book: ")
}

// A write that fails leaves the book as it was, and nothing that is taken for one.
func TestShelfKeepsTheOldBook(t *testing.T) {
	d := opened(t)
	require.NoError(t, d.Save("a.set", []byte("old")))
	d.write = func(*os.File, []byte) (int, error) { return 0, errors.New("the disk is full") }
	require.ErrorContains(t, d.Save("a.set", []byte("new")), "the disk is full; see that the disk has room")
	data, err := d.Load("a.set")
	require.NoError(t, err)
	require.Equal(t, "old", string(data))

	// As the program may have been killed.
	require.NoError(t, os.WriteFile(filepath.Join(d.dir, booksName, "b.set.new"), []byte("ha"), filePerm))
	names, err := d.Names()
	require.NoError(t, err)
	require.Equal(t, []string{"a.set"}, names)
}

func TestShelfStaysInItsFolder(t *testing.T) {
	d := opened(t)
	for _, name := range []string{"", ".", "..", "../journal.jsonl", "a/b", `a\b`, "/etc/passwd", "C:a", "a.set.new", ".hidden"} {
		require.ErrorContains(t, d.Save(name, nil), "is not the name of a book", name)
		_, err := d.Load(name)
		require.Error(t, err, name)
		require.Error(t, d.Remove(name), name)
		_, err = Stock(d.dir).Load(name)
		require.Error(t, err, name)
	}
}

func TestStock(t *testing.T) {
	names, err := Stock(filepath.Join(t.TempDir(), "missing")).Names()
	require.NoError(t, err)
	require.Empty(t, names)
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, "hcpcs-2019.set"), []byte("x"), filePerm))
	names, err = Stock(dir).Names()
	require.NoError(t, err)
	require.Equal(t, []string{"hcpcs-2019.set"}, names)
	data, err := Stock(dir).Load("hcpcs-2019.set")
	require.NoError(t, err)
	require.Equal(t, "x", string(data))
}
