package nodepeer

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"time"

	"coderounds/cmd/bench/contest"
)

// process is a contender in a process of its own.
type process struct {
	name string
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
}

// start starts a contender; end ends it.
func start(ctx context.Context, name string, cmd *exec.Cmd) (*process, error) {
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		return nil, fmt.Errorf("start %s: %w", name, err)
	}
	p := &process{name, cmd, in, bufio.NewReaderSize(out, 1<<20)}
	// One that hangs is ended with the whole run.
	context.AfterFunc(ctx, func() { cmd.Process.Kill() })
	return p, nil
}

// end closes the input, after which a contender ends by itself.
func (p *process) end() error {
	p.in.Close()
	if err := p.cmd.Wait(); err != nil {
		return fmt.Errorf("end %s: %w", p.name, err)
	}
	return nil
}

// say sends a line and returns the one that comes back.
func (p *process) say(format string, args ...any) (string, error) {
	line := fmt.Sprintf(format, args...)
	if _, err := fmt.Fprintln(p.in, line); err != nil {
		return "", fmt.Errorf("ask %s for %q: %w", p.name, line, err)
	}
	answer, err := p.out.ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("ask %s for %q: it has ended: %w", p.name, line, err)
	}
	return strings.TrimSpace(answer), nil
}

// totals asks for the number of matches of each query of a kind.
func (p *process) totals(kind string) ([]int, error) {
	answer, err := p.say("totals %s", kind)
	if err != nil {
		return nil, err
	}
	var all []int
	if err := json.Unmarshal([]byte(answer), &all); err != nil {
		return nil, fmt.Errorf("read the totals of %s: %w", p.name, err)
	}
	return all, nil
}

// turn is a contender that asks for the queries of a kind.
func (p *process) turn(kind string) contest.Contender {
	return func() (time.Duration, error) {
		answer, err := p.say("time %s %d", kind, passes(kind))
		if err != nil {
			return 0, err
		}
		took, err := strconv.ParseFloat(answer, 64)
		if err != nil {
			return 0, fmt.Errorf("read the time of %s: %w", p.name, err)
		}
		return time.Duration(took), nil
	}
}
