package disk

import (
	"archive/zip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

// release makes a folder as a player may have it.
func release(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{"order.txt": "00001 A00", "other.txt": "other", "sub/questions.csv": "id,stem"} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(path), folderPerm))
		require.NoError(t, os.WriteFile(path, []byte(text), filePerm))
	}
	return dir
}

func TestFiles(t *testing.T) {
	dir := release(t)
	for _, c := range []struct {
		name, path string
		want       []string
	}{
		{"folder", dir, []string{"order.txt", "other.txt", "sub/questions.csv"}},
		{"file", filepath.Join(dir, "order.txt"), []string{"order.txt"}},
		{"file by a crooked path", filepath.Join(dir, "sub") + "/../order.txt", []string{"order.txt"}},
		{"file deeper", filepath.Join(dir, "sub", "questions.csv"), []string{"questions.csv"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			files, err := Files(c.path)
			require.NoError(t, err)
			require.Equal(t, c.want, regular(t, files))
			require.NoError(t, fstest.TestFS(files, c.want...))
		})
	}
}

// regular returns the files in fsys as the game finds them.
func regular(t *testing.T, fsys fs.FS) []string {
	t.Helper()
	var found []string
	require.NoError(t, fs.WalkDir(fsys, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && e.Type().IsRegular() {
			found = append(found, name)
		}
		return err
	}))
	return found
}

func TestFilesInTheWorkingFolder(t *testing.T) {
	t.Chdir(release(t))
	for path, want := range map[string]int{"order.txt": 1, "./order.txt": 1, ".": 3, "sub": 1} {
		files, err := Files(path)
		require.NoError(t, err)
		require.Len(t, regular(t, files), want, path)
	}
}

// The files beside the one that was named stay out of sight.
func TestFilesOpensNoOther(t *testing.T) {
	files, err := Files(filepath.Join(release(t), "order.txt"))
	require.NoError(t, err)
	for name, want := range map[string]error{"other.txt": fs.ErrNotExist, "sub": fs.ErrNotExist, "../x": fs.ErrInvalid, "": fs.ErrInvalid} {
		_, err := files.Open(name)
		require.ErrorIs(t, err, want, name)
	}
}

// A zip is read from where it is, which takes ReadAt.
func TestFilesZip(t *testing.T) {
	path := filepath.Join(t.TempDir(), "2026.zip")
	f, err := os.Create(path)
	require.NoError(t, err)
	w := zip.NewWriter(f)
	_, err = w.Create("inside.txt")
	require.NoError(t, err)
	require.NoError(t, w.Close())
	require.NoError(t, f.Close())
	files, err := Files(path)
	require.NoError(t, err)
	opened, err := files.Open("2026.zip")
	require.NoError(t, err)
	defer opened.Close()
	info, err := opened.Stat()
	require.NoError(t, err)
	z, err := zip.NewReader(opened.(io.ReaderAt), info.Size())
	require.NoError(t, err)
	require.Len(t, z.File, 1)
}

func TestFilesLink(t *testing.T) {
	dir := release(t)
	link := filepath.Join(dir, "link.txt")
	if err := os.Symlink("order.txt", link); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	files, err := Files(link)
	require.NoError(t, err)
	require.Equal(t, []string{"link.txt"}, regular(t, files))
	data, err := fs.ReadFile(files, "link.txt")
	require.NoError(t, err)
	require.Equal(t, "00001 A00", string(data))
}

func TestFilesFails(t *testing.T) {
	missing := filepath.Join(t.TempDir(), "2026.zip")
	_, err := Files(missing)
	require.ErrorIs(t, err, fs.ErrNotExist)
	require.ErrorContains(t, err, "open "+missing+": ")
	require.ErrorContains(t, err, "; check the spelling, or give the whole path")
	if runtime.GOOS == "windows" {
		return
	}
	_, err = Files(os.DevNull)
	require.EqualError(t, err, "open /dev/null: it is neither a file nor a folder; save it as a file first")
	if os.Getuid() == 0 {
		return // to whom nothing is forbidden
	}
	locked := filepath.Join(t.TempDir(), "locked")
	require.NoError(t, os.WriteFile(locked, nil, 0))
	_, err = Files(locked)
	require.EqualError(t, err, "open "+locked+": permission denied; allow your user to read it")
}
