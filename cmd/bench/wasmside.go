package main

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"

	"coderounds/cmd/bench/figure"
	"coderounds/cmd/bench/nodepeer"
	"coderounds/codesets"
)

// wasmSide is our side as WebAssembly under node.
type wasmSide struct {
	places
	program string
}

// newWasmSide compiles it; ok is false when there is no node.
func newWasmSide(ctx context.Context, p places) (side wasmSide, ok bool, err error) {
	if _, err := exec.LookPath("node"); err != nil {
		return wasmSide{}, false, nil
	}
	side = wasmSide{p, filepath.Join(p.build, "inwasm.wasm")}
	return side, true, compile(ctx, p, "./inwasm", side.program)
}

// command runs the program under node, with the toolchain's own runner.
func (s wasmSide) command(ctx context.Context, args ...string) *exec.Cmd {
	runner := filepath.Join(s.goroot, "lib", "wasm", "go_js_wasm_exec")
	command := exec.CommandContext(ctx, runner, append([]string{s.program}, args...)...)
	// A program in WebAssembly has room for a few kilobytes of environment only.
	command.Env = []string{"PATH=" + os.Getenv("PATH"), "HOME=" + os.Getenv("HOME")}
	command.Stderr = os.Stderr
	return command
}

// figures measures the WebAssembly side; its lines come through as they are.
func (s wasmSide) figures(ctx context.Context) error {
	command := s.command(ctx, s.releases)
	command.Stdout = os.Stdout
	if err := command.Run(); err != nil {
		return fmt.Errorf("measure under node: %w", err)
	}
	return nil
}

// peers measures our side beside programs that run under node.
func (s wasmSide) peers(ctx context.Context, set *codesets.Set, sheet *figure.Sheet) error {
	ours := func() *exec.Cmd { return s.command(ctx, "-turns", s.releases) }
	return nodepeer.Run(ctx, filepath.Join(s.root, "build", "peers"), set, ours, sheet)
}
