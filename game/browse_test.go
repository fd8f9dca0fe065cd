package game_test

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"coderounds/codesets"
	"coderounds/game"
	"coderounds/game/view"
	"coderounds/quiz"

	"github.com/stretchr/testify/require"
)

// released returns the files of official archives, or skips the test where they are not.
func released(t testing.TB, archives ...string) []fs.FS {
	t.Helper()
	var all []fs.FS
	for _, name := range archives {
		data, err := os.ReadFile(filepath.Join("..", "..", "shared", "data", "releases", name))
		if os.IsNotExist(err) {
			t.Skip("the official releases are not here")
		}
		require.NoError(t, err)
		files, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		require.NoError(t, err)
		all = append(all, files)
	}
	return all
}

// official are the archives that make every book whole.
var official = []string{
	"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip",
	"icd10cm-2025-drug-neoplasm-eindex-xml.zip", "icd10pcs-2026-order-file.zip",
	"icd10pcs-2025-tables-index-definitions-xml.zip", "hcpcs-2025-oct-from-xlsx.zip",
}

var _ = codesets.ICD10CM
var _ game.Scene
var _ view.Part
var _ quiz.Store
