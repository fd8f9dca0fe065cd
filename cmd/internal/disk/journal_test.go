package disk

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"sync"
	"syscall"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/quiz"
)

var _ quiz.Store = (*Disk)(nil)

func opened(t *testing.T) *Disk {
	t.Helper()
	d, err := Open(t.TempDir())
	require.NoError(t, err)
	t.Cleanup(d.Wait) // before the folder is removed
	return d
}

func TestJournal(t *testing.T) {
	d := opened(t)
	require.Empty(t, seeds(t, d))
	require.NoError(t, <-d.Append(review(1)))
	require.NoError(t, <-d.Append(review(2), review(3)))
	require.NoError(t, <-d.Append())
	again, err := Open(d.dir)
	require.NoError(t, err)
	require.NoError(t, <-again.Append(review(4)))
	for _, d := range []*Disk{d, again} {
		require.Equal(t, []int{1, 2, 3, 4}, seeds(t, d))
		require.Empty(t, d.Torn())
	}
}

func TestOpenSetsAsideHalfALine(t *testing.T) {
	one, two := string(review(1)), string(review(2))
	for _, c := range []struct {
		name, journal, aside string
		want                 []int
	}{
		{name: "nothing"},
		{name: "whole", journal: one + "\n" + two + "\n", want: []int{1, 2}},
		{name: "half a line", journal: one + "\n" + two[:20], aside: two[:20], want: []int{1}},
		{name: "only the end is missing", journal: one + "\n" + two, aside: two, want: []int{1}},
		{name: "nothing but half a line", journal: one[:1], aside: one[:1]},
		{name: "room that was never filled", journal: one + "\n\x00\x00\x00", aside: "\x00\x00\x00", want: []int{1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			require.NoError(t, os.WriteFile(filepath.Join(dir, journalName), []byte(c.journal), filePerm))
			d, err := Open(dir)
			require.NoError(t, err)
			require.Equal(t, c.want, seeds(t, d))
			aside, err := readIfThere(filepath.Join(dir, "journal-torn-1.txt"))
			require.NoError(t, err)
			require.Equal(t, c.aside, string(aside))
			require.Equal(t, c.aside != "", d.Torn() != "")
			require.NoError(t, <-d.Append(review(3)))
			require.Equal(t, append(c.want, 3), seeds(t, d))
		})
	}
}

// Half a line that another program left since the start is set aside too, beside what is there already.
func TestAppendSetsAsideHalfALine(t *testing.T) {
	d := opened(t)
	for i, half := range []string{`{"v":1,"ti`, `{`} {
		require.NoError(t, <-d.Append(review(i)))
		f, err := os.OpenFile(d.path(journalName), os.O_APPEND|os.O_WRONLY, 0)
		require.NoError(t, err)
		_, err = f.WriteString(half)
		require.NoError(t, errors.Join(err, f.Close()))
	}
	require.Equal(t, []int{0, 1}, seeds(t, d), "half a line is no line")
	require.NoError(t, <-d.Append(review(2)))
	require.Equal(t, []int{0, 1, 2}, seeds(t, d))
	require.Equal(t, "The last line of the journal had not been saved whole: its 1 bytes are set aside in "+
		d.path("journal-torn-2.txt")+", and every answer before it is kept.", d.Torn())
}

// A write that fails leaves the journal as it was, so that the next line is not glued to a piece of this one.
func TestFailedAppend(t *testing.T) {
	full := &os.PathError{Op: "write", Path: journalName, Err: syscall.ENOSPC}
	const length = len("two\nthree\n")
	for n := range length + 1 {
		d := opened(t)
		require.NoError(t, <-d.Append(review(1)))
		d.write = func(f *os.File, data []byte) (int, error) {
			wrote, err := f.Write(data[:n])
			if n%2 == 0 || n == length { // odd ones are short writes that say nothing
				err = full
			}
			return wrote, err
		}
		err := <-d.Append([]byte("two"), []byte("three"))
		require.ErrorContains(t, err, "save to the journal: write ")
		require.Equal(t, []int{1}, seeds(t, d), "failed at byte %d", n)
		d.write = (*os.File).Write
		require.NoError(t, <-d.Append(review(4)))
		require.Equal(t, []int{1, 4}, seeds(t, d), "failed at byte %d", n)
		require.Empty(t, d.Torn())
	}
}

// What could not be made safe is not said to be, and is not kept.
func TestFailedSync(t *testing.T) {
	d := opened(t)
	require.NoError(t, <-d.Append(review(1)))
	broken := errors.New("broken disk")
	d.sync = func(*os.File) error { return broken }
	require.ErrorIs(t, <-d.Append(review(2)), broken)
	d.sync = (*os.File).Sync
	require.Equal(t, []int{1}, seeds(t, d))
}

func TestSyncedBeforeConfirmed(t *testing.T) {
	d := opened(t)
	var did []string
	d.write = func(f *os.File, data []byte) (int, error) {
		did = append(did, "write "+string(data))
		return f.Write(data)
	}
	d.sync = func(f *os.File) error {
		did = append(did, "sync")
		return f.Sync()
	}
	require.NoError(t, <-d.Append([]byte("a"), []byte("b")))
	require.NoError(t, <-d.Append([]byte("c")))
	require.Equal(t, []string{"write a\nb\n", "sync", "write c\n", "sync"}, did)
}

func TestAppendRefusesWhatIsNotALine(t *testing.T) {
	d := opened(t)
	for _, line := range []string{"", "\n", "a\n", "a\nb"} {
		require.ErrorContains(t, <-d.Append(review(1), []byte(line)), "is not one line")
	}
	require.Empty(t, seeds(t, d))
}

// The caller may use its bytes again at once, and need not wait for one line before the next.
func TestAppendInOrder(t *testing.T) {
	d := opened(t)
	var want []int
	for i := range 50 {
		line := review(i)
		d.Append(line)
		clear(line)
		want = append(want, i)
	}
	d.Wait()
	require.Equal(t, want, seeds(t, d))
}

func TestAppendAtOnce(t *testing.T) {
	dir := t.TempDir()
	var all sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		all.Go(func() {
			d, err := Open(dir)
			if err == nil {
				err = <-d.Append(review(2*i), review(2*i+1))
			}
			errs[i] = err
		})
	}
	all.Wait()
	require.NoError(t, errors.Join(errs...))
	d, err := Open(dir)
	require.NoError(t, err)
	got := seeds(t, d)
	require.Len(t, got, 2*len(errs))
	slices.Sort(got)
	require.Len(t, slices.Compact(got), 2*len(errs))
}

func TestErase(t *testing.T) {
	dir := t.TempDir()
	mine := filepath.Join(dir, "journal-of-mine.txt")
	for name, text := range map[string]string{"journal-torn-1.txt": "x", "journal-of-mine.txt": "x", journalName: "half"} {
		require.NoError(t, os.WriteFile(filepath.Join(dir, name), []byte(text), filePerm))
	}
	d, err := Open(dir)
	require.NoError(t, err)
	other, err := Open(dir)
	require.NoError(t, err)
	d.Append(review(1))
	require.NoError(t, <-d.Erase())
	require.NoFileExists(t, d.path(journalName))
	require.NoFileExists(t, d.path("journal-torn-1.txt"))
	require.NoFileExists(t, d.path("journal-torn-2.txt"))
	require.FileExists(t, mine)
	require.NoError(t, <-d.Erase(), "there is nothing left to erase")
	require.NoError(t, <-other.Append(review(2)))
	require.Equal(t, []int{2}, seeds(t, d))
}

// However the journal ends, what was whole stays, byte for byte, and the next line is whole.
func FuzzMend(f *testing.F) {
	f.Add([]byte(""))
	f.Add([]byte("a\nb"))
	f.Add([]byte("\n\n\x00"))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, journal []byte) {
		d := newDisk(dir)
		require.NoError(t, <-d.Erase())
		require.NoError(t, os.WriteFile(d.path(journalName), journal, filePerm))
		require.NoError(t, <-d.Append([]byte("next")))
		whole := journal[:bytes.LastIndexByte(journal, '\n')+1]
		got, err := os.ReadFile(d.path(journalName))
		require.NoError(t, err)
		require.Equal(t, string(whole)+"next\n", string(got))
		aside, err := readIfThere(d.path("journal-torn-1.txt"))
		require.NoError(t, err)
		require.Equal(t, string(journal[len(whole):]), string(aside))
	})
}

func TestPermissions(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no such permissions")
	}
	d, err := Open(filepath.Join(t.TempDir(), "a", "b"))
	require.NoError(t, err)
	require.NoError(t, <-d.Append([]byte("a")))
	require.NoError(t, <-d.SaveSettings([]byte("{}")))
	info, err := os.Stat(d.dir)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(folderPerm), info.Mode().Perm())
	entries, err := os.ReadDir(d.dir)
	require.NoError(t, err)
	require.Len(t, entries, 3)
	for _, e := range entries {
		info, err := e.Info()
		require.NoError(t, err)
		require.Equal(t, os.FileMode(filePerm), info.Mode().Perm(), e.Name())
	}
}
