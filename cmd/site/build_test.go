package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/andybalholm/brotli"
	"github.com/stretchr/testify/require"

	"coderounds/wasm/page"
)

// long ago, to see which files are written again.
var longAgo = time.Date(2001, 2, 3, 4, 5, 6, 0, time.UTC)

func TestBuild(t *testing.T) {
	out := filepath.Join(t.TempDir(), "deep", "site")
	var log bytes.Buffer
	b := build{program: "./testdata/hello", out: out, level: fast, log: &log}
	require.NoError(t, b.run(context.Background()))

	for _, name := range []string{"index.html", "boot.js", "mirror.js", "style.css", "icon.svg", "icon.png", "wasm_exec.js", "files.json", "coderounds.wasm"} {
		require.FileExists(t, filepath.Join(out, name))
	}
	program := read(t, out, programFile)
	require.Equal(t, []byte("\x00asm"), program[:4])
	require.Equal(t, program, unpacked(t, brotli.NewReader(bytes.NewReader(read(t, out, programFile+".br")))))
	unzip, err := gzip.NewReader(bytes.NewReader(read(t, out, programFile+".gz")))
	require.NoError(t, err)
	require.Equal(t, program, unpacked(t, unzip))
	require.NoFileExists(t, filepath.Join(out, "icon.png.br"))

	var l list
	require.NoError(t, json.Unmarshal(read(t, out, listFile), &l))
	require.Equal(t, list{Program: programFile, Sizes: map[string]int64{programFile: int64(len(program))}}, l)

	age(t, out)
	require.NoError(t, b.run(context.Background()))
	for _, name := range []string{"index.html.br", "coderounds.wasm.br", "coderounds.wasm.gz", "files.json", "wasm_exec.js"} {
		require.False(t, written(t, out, name), "%s was made again though nothing changed", name)
	}
	require.NoError(t, os.WriteFile(filepath.Join(out, "boot.js"), []byte("altered"), 0o644))
	require.NoError(t, os.Remove(filepath.Join(out, "style.css.gz")))
	require.NoError(t, b.run(context.Background()))
	require.True(t, written(t, out, "boot.js"))
	require.FileExists(t, filepath.Join(out, "style.css.gz"))

	b.program = "./testdata/broken"
	err = b.run(context.Background())
	require.ErrorContains(t, err, "compile ./testdata/broken")
	require.ErrorContains(t, err, "undefined: missing")
	require.NoFileExists(t, filepath.Join(out, programFile))
	require.NoFileExists(t, filepath.Join(out, programFile+".br"))
}

// TestCompressLevels checks that a build for publishing improves what a fast one made, and not the other way round.
func TestCompressLevels(t *testing.T) {
	out := t.TempDir()
	text, err := page.Files.ReadFile("mirror.js")
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(out, "a.js"), text, 0o644))
	b := build{out: out, log: io.Discard}
	require.NoError(t, b.compress())
	quick := len(read(t, out, "a.js.br"))
	b.level = best
	require.NoError(t, b.compress())
	good := read(t, out, "a.js.br")
	require.Less(t, len(good), quick)
	b.level = fast
	require.NoError(t, b.compress())
	require.Equal(t, good, read(t, out, "a.js.br"))

	require.NoError(t, os.WriteFile(filepath.Join(out, madeFile), []byte("{torn"), 0o644))
	require.NoError(t, b.compress(), "an unreadable memory only means more work")
	require.Len(t, read(t, out, "a.js.br"), quick)
}

func TestBuildOutNotAFolder(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o644))
	require.Error(t, build{program: "./testdata/hello", out: file, log: io.Discard}.run(context.Background()))
}

func read(t *testing.T, folder, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	require.NoError(t, err)
	return data
}

func unpacked(t *testing.T, r io.Reader) []byte {
	t.Helper()
	data, err := io.ReadAll(r)
	require.NoError(t, err)
	return data
}

func age(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	require.NoError(t, err)
	for _, e := range entries {
		require.NoError(t, os.Chtimes(filepath.Join(folder, e.Name()), longAgo, longAgo))
	}
}

func written(t *testing.T, folder, name string) bool {
	t.Helper()
	info, err := os.Stat(filepath.Join(folder, name))
	require.NoError(t, err)
	return !info.ModTime().Equal(longAgo)
}
