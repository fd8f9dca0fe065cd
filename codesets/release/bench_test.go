package release

import (
	"bytes"
	"maps"
	"testing"

	"coderounds/codesets"
)

// BenchmarkOpen measures from the published archives to sets that answer.
func BenchmarkOpen(b *testing.B) {
	for name, archives := range map[string][]string{
		"codes": {"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip"},
		"notes": {"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip"},
		"index": {"icd10cm-2026-code-descriptions.zip", "icd10cm-2017-index-xml.zip", "icd10cm-2025-drug-neoplasm-eindex-xml.zip"},
	} {
		b.Run(name, func(b *testing.B) {
			files := reference(b, archives[0])
			for _, a := range archives[1:] {
				maps.Copy(files, reference(b, a))
			}
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Open(files, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkUnpack measures from packed sets to sets that answer.
func BenchmarkUnpack(b *testing.B) {
	var packed [][]byte
	for _, archive := range []string{"icd10cm-2026-code-descriptions.zip", "icd10pcs-2026-order-file.zip", "hcpcs-2019-alpha-numeric.zip"} {
		sets, err := Read(reference(b, archive), nil)
		if err != nil {
			b.Fatal(err)
		}
		for _, set := range sets {
			var file bytes.Buffer
			if err := set.Pack(&file); err != nil {
				b.Fatal(err)
			}
			packed = append(packed, file.Bytes())
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, file := range packed {
			if _, err := codesets.Unpack(bytes.NewReader(file), nil); err != nil {
				b.Fatal(err)
			}
		}
	}
}
