package disk

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"coderounds/quiz"
	"coderounds/quiz/fsrs"
)

// The tests start themselves as other programs that use the same folder, and kill them. What such a child is to do comes
// in childKey: a word and numbers. What was confirmed to it, it prints, a line each.

const (
	childKey = "CODEROUNDS_TEST_CHILD"
	dirKey   = "CODEROUNDS_TEST_DIR"

	childFailed = 3 // unlike 1, with which Windows ends what is killed
)

func TestMain(m *testing.M) {
	task := os.Getenv(childKey)
	if task == "" {
		os.Exit(m.Run())
	}
	if err := child(os.Getenv(dirKey), task); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(childFailed)
	}
}

// child does one task; some end in its death.
func child(dir, task string) error {
	var from, n int
	var word string
	if _, err := fmt.Sscan(task, &word, &from, &n); err != nil {
		return err
	}
	d := newDisk(dir)
	if word == "mend" {
		d.write = dieAt(n)
	}
	if err := <-d.inTurn(d.mend); err != nil {
		return err
	}
	switch word {
	case "append": // n lines, and live
		return confirm(d, from, n)
	case "die": // two lines, and die at byte n of the third
		if err := confirm(d, from, 2); err != nil {
			return err
		}
		d.write = dieAt(n)
		return confirm(d, from+2, 1)
	case "sync": // two lines, and die when the third is written and not synced
		if err := confirm(d, from, 2); err != nil {
			return err
		}
		d.sync = func(*os.File) error { return die() }
		return confirm(d, from+2, 1)
	case "settings": // die at byte n
		d.write = dieAt(n)
		return <-d.SaveSettings(newSettings())
	}
	return fmt.Errorf("no such task: %s", task)
}

// confirm appends n reviews and prints the number of each that is safe.
func confirm(d *Disk, from, n int) error {
	for i := from; i < from+n; i++ {
		if err := <-d.Append(review(i)); err != nil {
			return err
		}
		fmt.Println(i)
	}
	return nil
}

// dieAt writes n bytes and kills the program.
func dieAt(n int) func(*os.File, []byte) (int, error) {
	return func(f *os.File, data []byte) (int, error) {
		if _, err := f.Write(data[:n]); err != nil {
			return 0, err
		}
		return 0, die()
	}
}

// die kills the program as a system does that has lost patience: nothing deferred runs.
func die() error {
	self, err := os.FindProcess(os.Getpid())
	if err != nil {
		return err
	}
	if err := self.Kill(); err != nil {
		return err
	}
	select {}
}

// start starts a child; what it prints is to be read from out once it has ended.
func start(t *testing.T, dir, task string) (cmd *exec.Cmd, out *bytes.Buffer) {
	t.Helper()
	out = new(bytes.Buffer)
	cmd = exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childKey+"="+task, dirKey+"="+dir)
	cmd.Stdout, cmd.Stderr = out, os.Stderr
	require.NoError(t, cmd.Start())
	return cmd, out
}

// killed runs a child that dies, and returns what was confirmed to it.
func killed(t *testing.T, dir, task string) []int {
	t.Helper()
	cmd, out := start(t, dir, task)
	require.Error(t, cmd.Wait(), "the child was to be killed")
	require.NotEqual(t, childFailed, cmd.ProcessState.ExitCode(), "the child failed")
	return numbers(t, out.String())
}

func numbers(t *testing.T, printed string) []int {
	t.Helper()
	var all []int
	for word := range strings.FieldsSeq(printed) {
		n, err := strconv.Atoi(word)
		require.NoError(t, err)
		all = append(all, n)
	}
	return all
}

// review is a line like those the game saves; no two are the same.
func review(n int) []byte {
	r := quiz.Review{
		Version: quiz.Version, Time: time.Date(2026, 3, 1, 9, 0, n, 0, time.FixedZone("", -5*3600)), Card: "icd10cm/find/S72",
		Kind: quiz.Find, Seed: uint64(n), Response: "S72.001A", Outcome: quiz.Right, Grade: fsrs.Good, FirstMS: 900, TookMS: 4200,
	}
	line, err := r.Line()
	if err != nil {
		panic(err)
	}
	return line
}

// seeds reads a journal's reviews back as their numbers. Every line must be one.
func seeds(t *testing.T, d *Disk) []int {
	t.Helper()
	lines, err := d.Lines()
	require.NoError(t, err)
	var all []int
	for _, line := range lines {
		r, err := quiz.ParseReview(line)
		require.NoError(t, err, "%s", line)
		require.Equal(t, string(review(int(r.Seed))), string(line))
		all = append(all, int(r.Seed))
	}
	return all
}
