package disk

import (
	"bufio"
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A program killed at any byte of a write loses nothing that was confirmed, and the next line is whole.
func TestKilledAtEveryByte(t *testing.T) {
	const from = 10
	third := append(review(from+2), '\n')
	for n := range len(third) + 1 {
		dir := t.TempDir()
		require.Equal(t, []int{from, from + 1}, killed(t, dir, fmt.Sprint("die ", from, " ", n)))
		d, err := Open(dir)
		require.NoError(t, err)
		want := []int{from, from + 1}
		torn := filepath.Join(dir, "journal-torn-1.txt")
		switch n {
		case len(third):
			want = append(want, from+2) // written whole, though nobody was told
			fallthrough
		case 0:
			require.Empty(t, d.Torn())
			require.NoFileExists(t, torn)
		default:
			require.Contains(t, d.Torn(), torn)
			aside, err := os.ReadFile(torn)
			require.NoError(t, err)
			require.Equal(t, string(third[:n]), string(aside))
		}
		require.Equal(t, want, seeds(t, d), "killed at byte %d", n)
		require.NoError(t, <-d.Append(review(99)))
		require.Equal(t, append(want, 99), seeds(t, d), "killed at byte %d", n)
	}
}

func TestKilledBeforeSync(t *testing.T) {
	dir := t.TempDir()
	require.Equal(t, []int{1, 2}, killed(t, dir, "sync 1 0"))
	d, err := Open(dir)
	require.NoError(t, err)
	require.Empty(t, d.Torn())
	require.Subset(t, seeds(t, d), []int{1, 2})
}

// A program killed while it sets half a line aside leaves the half line where it was.
func TestKilledAtEveryByteOfMending(t *testing.T) {
	half := review(2)[:30]
	for n := range len(half) + 1 {
		dir := t.TempDir()
		journal := bytes.Join([][]byte{review(1), half}, []byte{'\n'})
		require.NoError(t, os.WriteFile(filepath.Join(dir, journalName), journal, filePerm))
		require.Empty(t, killed(t, dir, fmt.Sprint("mend 0 ", n)))
		d, err := Open(dir)
		require.NoError(t, err)
		require.Equal(t, []int{1}, seeds(t, d))
		aside, err := os.ReadFile(filepath.Join(dir, "journal-torn-2.txt"))
		require.NoError(t, err, "the first was not finished")
		require.Equal(t, string(half), string(aside))
	}
}

func TestKilledAtEveryByteOfSettings(t *testing.T) {
	dir := t.TempDir()
	d, err := Open(dir)
	require.NoError(t, err)
	require.NoError(t, <-d.SaveSettings([]byte(`{"v":1}`)))
	for n := range len(newSettings()) + 1 {
		killed(t, dir, fmt.Sprint("settings 0 ", n))
		settings, err := d.LoadSettings()
		require.NoError(t, err)
		require.Equal(t, `{"v":1}`, string(settings), "killed at byte %d", n)
	}
	require.NoError(t, <-d.SaveSettings(newSettings()))
	settings, err := d.LoadSettings()
	require.NoError(t, err)
	require.Equal(t, newSettings(), settings)
}

func newSettings() []byte { return []byte(`{"v":1,"length":20}`) }

// A program killed from outside, wherever it may be, keeps what it was told is safe.
func TestKilledFromOutside(t *testing.T) {
	for _, after := range []int{1, 2, 5, 13} {
		dir := t.TempDir()
		cmd := exec.CommandContext(t.Context(), os.Args[0])
		cmd.Env = append(os.Environ(), childKey+"=append 0 1000000", dirKey+"="+dir)
		out, err := cmd.StdoutPipe()
		require.NoError(t, err)
		require.NoError(t, cmd.Start())
		var printed bytes.Buffer
		lines := bufio.NewScanner(out)
		for n := 1; lines.Scan(); n++ {
			fmt.Fprintln(&printed, lines.Text())
			if n == after {
				require.NoError(t, cmd.Process.Kill())
			}
		}
		require.Error(t, cmd.Wait())
		confirmed := numbers(t, printed.String())
		require.GreaterOrEqual(t, len(confirmed), after)
		d, err := Open(dir)
		require.NoError(t, err)
		require.Equal(t, confirmed, seeds(t, d)[:len(confirmed)])
	}
}

// Several programs append at once while others die in the middle of a line: all that was confirmed is there, once, each
// program's in its order.
func TestManyPrograms(t *testing.T) {
	const programs, each, deaths = 3, 40, 6
	dir := t.TempDir()
	var cmds []*exec.Cmd
	var outs []*bytes.Buffer
	for p := range programs {
		cmd, out := start(t, dir, fmt.Sprint("append ", p*each, " ", each))
		cmds, outs = append(cmds, cmd), append(outs, out)
	}
	want := make([][]int, 0, programs+deaths)
	for i := range deaths {
		want = append(want, killed(t, dir, fmt.Sprint("die ", 1000+10*i, " 25")))
	}
	for i, cmd := range cmds {
		require.NoError(t, cmd.Wait())
		want = append(want, numbers(t, outs[i].String()))
		require.Len(t, want[len(want)-1], each)
	}
	d, err := Open(dir)
	require.NoError(t, err)
	at := make(map[int]int)
	for i, n := range seeds(t, d) {
		require.NotContains(t, at, n, "the line is there twice")
		at[n] = i
	}
	require.Len(t, at, programs*each+deaths*2)
	for _, confirmed := range want {
		for i, n := range confirmed {
			require.Contains(t, at, n)
			require.True(t, i == 0 || at[confirmed[i-1]] < at[n], "%d is out of order", n)
		}
	}
	aside, err := filepath.Glob(filepath.Join(dir, tornPattern))
	require.NoError(t, err)
	require.Len(t, aside, deaths)
}
