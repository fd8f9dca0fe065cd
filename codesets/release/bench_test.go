package release

import (
	"maps"
	"testing"
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
