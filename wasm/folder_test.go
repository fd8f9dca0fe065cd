package wasm

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func TestFolder(t *testing.T) {
	f := newFolder()
	f.add("codes/deep/a.txt", []byte("eins"))
	f.add("codes/b.txt", []byte("zwei"))
	f.add("c.zip", []byte("drei"))
	require.NoError(t, fstest.TestFS(f, "codes/deep/a.txt", "codes/b.txt", "c.zip"))
	require.NoError(t, fstest.TestFS(newFolder()))

	_, err := f.Open("codes/gone")
	require.ErrorIs(t, err, fs.ErrNotExist)
	_, err = f.Open("../up")
	require.ErrorIs(t, err, fs.ErrInvalid)
	dir, err := f.Open("codes")
	require.NoError(t, err)
	_, err = dir.Read(nil)
	require.ErrorContains(t, err, "is a folder")
}

func TestFolderNames(t *testing.T) {
	for _, test := range []struct {
		added []string
		want  []string
	}{
		{[]string{"a.txt", "a.txt", "a.txt"}, []string{"a (2).txt", "a (3).txt", "a.txt"}},
		{[]string{"/abs.txt"}, []string{"abs.txt"}},
		{[]string{"../../up.txt"}, []string{"up.txt"}},
		{[]string{""}, []string{"file"}},
		{[]string{"x/../y.txt"}, []string{"y.txt"}},
	} {
		f := newFolder()
		for _, name := range test.added {
			f.add(name, nil)
		}
		var names []string
		require.NoError(t, fs.WalkDir(f, ".", func(name string, e fs.DirEntry, err error) error {
			if !e.IsDir() {
				names = append(names, name)
			}
			return err
		}))
		require.Equal(t, test.want, names)
	}
}

func TestFolderRefused(t *testing.T) {
	f := newFolder()
	f.err = errors.New("they are 300 MB together")
	_, err := fs.ReadDir(f, ".")
	require.ErrorContains(t, err, "they are 300 MB together")
}

// TestFolderZip checks that a file can be read in any order, as an archive is.
func TestFolderZip(t *testing.T) {
	var packed bytes.Buffer
	w := zip.NewWriter(&packed)
	inner, err := w.Create("codes.txt")
	require.NoError(t, err)
	_, err = inner.Write([]byte("S72"))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	f := newFolder()
	f.add("release.zip", packed.Bytes())

	file, err := f.Open("release.zip")
	require.NoError(t, err)
	info, err := file.Stat()
	require.NoError(t, err)
	r, err := zip.NewReader(file.(io.ReaderAt), info.Size())
	require.NoError(t, err)
	text, err := fs.ReadFile(r, "codes.txt")
	require.NoError(t, err)
	require.Equal(t, "S72", string(text))
}
