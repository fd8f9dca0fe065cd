package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"coderounds/wasm/page"
)

// Names of what is not in the page's own folder.
const (
	programFile = "coderounds.wasm"
	supportFile = "wasm_exec.js"
	listFile    = "files.json"
	// madeFile remembers what each compressed file was made from. It begins with a dot and is not served.
	madeFile = ".made.json"
)

// build makes the site in a folder.
type build struct {
	program string // Go package
	out     string
	sets    string // folder of packed sets, which may be missing
	level   level
	log     io.Writer
}

// list is files.json: what the loading page must know before it loads.
type list struct {
	Program string `json:"program"`
	// Sizes are uncompressed, in bytes: a server that compresses does not say them.
	Sizes map[string]int64 `json:"sizes"`
	// Books are the packed sets that lie beside the page.
	Books []string `json:"books,omitempty"`
}

// run builds everything. What is already as it should be is left alone.
func (b build) run(ctx context.Context) error {
	if err := os.MkdirAll(b.out, 0o755); err != nil {
		return err
	}
	fmt.Fprintln(b.log, "compiling", b.program, "for the browser …")
	if err := b.compile(ctx); err != nil {
		return err
	}
	if err := b.copySupport(ctx); err != nil {
		return err
	}
	if err := b.copyPage(); err != nil {
		return err
	}
	books, err := b.copySets()
	if err != nil {
		return err
	}
	if err := b.writeList(books); err != nil {
		return err
	}
	return b.compress()
}

func (b build) compile(ctx context.Context) error {
	// The old one goes first: after a failure nothing stale is served.
	target := filepath.Join(b.out, programFile)
	cmd := exec.CommandContext(ctx, "go", "build", "-trimpath", "-ldflags=-s -w", "-o", target, b.program)
	cmd.Env = append(os.Environ(), "GOOS=js", "GOARCH=wasm", "CGO_ENABLED=0")
	if output, err := cmd.CombinedOutput(); err != nil {
		return errors.Join(
			fmt.Errorf("compile %s: %w\n%s", b.program, err, bytes.TrimSpace(output)),
			removeAll(target, target+".br", target+".gz"))
	}
	return nil
}

func removeAll(names ...string) error {
	var all error
	for _, name := range names {
		if err := os.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}

// copySupport takes the script from the toolchain that compiled the program: they must be of one version.
func (b build) copySupport(ctx context.Context) error {
	output, err := exec.CommandContext(ctx, "go", "env", "GOROOT").Output()
	if err != nil {
		return fmt.Errorf("ask for the Go toolchain: %w", err)
	}
	from := filepath.Join(strings.TrimSpace(string(output)), "lib", "wasm", supportFile)
	data, err := os.ReadFile(from)
	if err != nil {
		return fmt.Errorf("copy the toolchain's script: %w", err)
	}
	return b.write(supportFile, data)
}

func (b build) copyPage() error {
	return fs.WalkDir(page.Files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(page.Files, name)
		if err != nil {
			return err
		}
		return b.write(name, data)
	})
}

// write leaves a file that is right already as it is, with its time.
func (b build) write(name string, data []byte) error {
	target := filepath.Join(b.out, name)
	if old, err := os.ReadFile(target); err == nil && bytes.Equal(old, data) {
		return nil
	}
	return os.WriteFile(target, data, 0o644)
}

func (b build) writeList(books []string) error {
	info, err := os.Stat(filepath.Join(b.out, programFile))
	if err != nil {
		return err
	}
	data, err := json.MarshalIndent(list{programFile, map[string]int64{programFile: info.Size()}, books}, "", "\t")
	if err != nil {
		return err
	}
	return b.write(listFile, append(data, '\n'))
}

// made tells what a compressed file was made from, and how well.
type made struct {
	Sum   string `json:"sum"`
	Level level  `json:"level"`
}

// compress makes the compressed files that are missing, or whose source has changed, or that were made
// less well than is asked for now.
func (b build) compress() error {
	remembered := make(map[string]made)
	memory := filepath.Join(b.out, madeFile)
	if data, err := os.ReadFile(memory); err == nil {
		// An unreadable memory only means more work.
		_ = json.Unmarshal(data, &remembered)
	}
	entries, err := os.ReadDir(b.out)
	if err != nil {
		return err
	}
	now := make(map[string]made)
	for _, entry := range entries {
		name := entry.Name()
		if !compressible(name) {
			continue
		}
		data, err := os.ReadFile(filepath.Join(b.out, name))
		if err != nil {
			return err
		}
		sum := sha256.Sum256(data)
		m := made{hex.EncodeToString(sum[:]), b.level}
		if old := remembered[name]; old.Sum == m.Sum && old.Level >= m.Level && b.has(name) {
			now[name] = old
			continue
		}
		if err := b.compressFile(name, data); err != nil {
			return fmt.Errorf("compress %s: %w", name, err)
		}
		now[name] = m
	}
	data, err := json.MarshalIndent(now, "", "\t")
	if err != nil {
		return err
	}
	return b.write(madeFile, data)
}

// has tells whether a file has all its compressed forms.
func (b build) has(name string) bool {
	for _, c := range codings {
		if _, err := os.Stat(filepath.Join(b.out, name+c.suffix)); err != nil {
			return false
		}
	}
	return true
}

func (b build) compressFile(name string, data []byte) error {
	if len(data) > 1e6 {
		fmt.Fprintf(b.log, "compressing %s (%.1f MB) …\n", name, float64(len(data))/1e6)
	}
	for _, c := range codings {
		packed, err := c.pack(data, b.level)
		if err != nil {
			return err
		}
		if err := b.write(name+c.suffix, packed); err != nil {
			return err
		}
	}
	return nil
}
