package main

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
)

func TestPackedSetsLieBesideThePage(t *testing.T) {
	sets, out := t.TempDir(), t.TempDir()
	pack := func(name string, private bool) []byte {
		set, err := codesets.Build(codesets.Draft{
			Release: codesets.Release{System: codesets.HCPCS, Private: private}, Codes: codesets.CodesOf([]codesets.Code{{Code: "A0001", Long: "Transport"}}),
		}, nil)
		require.NoError(t, err)
		var file bytes.Buffer
		require.NoError(t, set.Pack(&file))
		require.NoError(t, os.WriteFile(filepath.Join(sets, name), file.Bytes(), 0o600))
		return file.Bytes()
	}
	want := pack("hcpcs-2026.set", false)
	pack("cpt2-2026.set", true)
	require.NoError(t, os.WriteFile(filepath.Join(sets, "broken.set"), []byte("coderounds set\n"), 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(out, "old.set"), nil, 0o600))
	require.NoError(t, os.WriteFile(filepath.Join(out, programFile), nil, 0o600))
	var log bytes.Buffer
	b := build{out: out, sets: sets, log: &log}
	books, err := b.copySets()
	require.NoError(t, err)
	require.Equal(t, []string{"hcpcs-2026.set"}, books)
	require.Contains(t, log.String(), "broken.set is left out")
	require.Contains(t, log.String(), "cpt2-2026.set is left out")
	require.NoFileExists(t, filepath.Join(out, "old.set"))
	require.NoError(t, b.writeList(books))
	require.NoError(t, b.compress())
	var l list
	require.NoError(t, json.Unmarshal(read(t, out, listFile), &l))
	require.Equal(t, books, l.Books)

	server := httptest.NewServer(site{os.DirFS(out)})
	defer server.Close()
	answer, err := http.Get(server.URL + "/hcpcs-2026.set")
	require.NoError(t, err)
	defer answer.Body.Close()
	var got bytes.Buffer
	_, err = got.ReadFrom(answer.Body)
	require.NoError(t, err)
	require.Equal(t, want, got.Bytes())
	require.FileExists(t, filepath.Join(out, "hcpcs-2026.set.br"))

	b.sets = filepath.Join(sets, "missing")
	books, err = b.copySets()
	require.NoError(t, err)
	require.Empty(t, books)
	require.NoFileExists(t, filepath.Join(out, "hcpcs-2026.set.br"))
}
