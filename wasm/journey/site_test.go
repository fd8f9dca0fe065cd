//go:build !js

package journey

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// The programs that are played.
const (
	demo = "./wasm/journey/testdata/demo"
	game = "./cmd/coderounds"
)

// serve builds a program's site with the site builder, as a developer does, serves it until the test ends, and
// returns its address.
func serve(t *testing.T, program string) string { return serveWith(t, program, t.TempDir()) }

// serveWith is serve with the packed sets of a folder beside the page.
func serveWith(t *testing.T, program, sets string) string {
	t.Helper()
	root, err := filepath.Abs(filepath.Join("..", ".."))
	require.NoError(t, err)
	out := os.Getenv("JOURNEY_OUT")
	if out == "" {
		out = t.TempDir()
	}
	builder := filepath.Join(t.TempDir(), "site")
	compile := exec.Command("go", "build", "-o", builder, "./cmd/site")
	compile.Dir = root
	output, err := compile.CombinedOutput()
	require.NoError(t, err, "compile the site builder: %s", output)

	ctx, cancel := context.WithCancel(context.Background())
	site := exec.CommandContext(ctx, builder, "--serve", "--port=0", "--no-open", "--out="+out, "--program="+program, "--sets="+sets)
	site.Dir = root
	site.Cancel = func() error { return site.Process.Signal(syscall.SIGTERM) }
	site.WaitDelay = 10 * time.Second
	site.Stderr = os.Stderr
	stdout, err := site.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, site.Start())
	t.Cleanup(func() {
		cancel()
		_ = site.Wait()
	})
	return printedAddress(t, stdout)
}

func printedAddress(t *testing.T, stdout io.Reader) string {
	t.Helper()
	address := regexp.MustCompile(`http://\S+/`)
	lines := bufio.NewScanner(stdout)
	for lines.Scan() {
		if found := address.FindString(lines.Text()); found != "" {
			return found
		}
	}
	require.Fail(t, "the site builder ended without an address", "what it said is above")
	return ""
}
