package exchange

import (
	"strings"
	"testing"
)

func BenchmarkReadCSV(b *testing.B) {
	var file strings.Builder
	file.WriteString("tag,type,question,answer,option_a,option_b,option_c,option_d,correct_option,rationale\n")
	for i := range 1000 {
		file.WriteString("ICD-10-CM,choose,\"Question " + strings.Repeat("x", i) + ", and what follows?\",,one,two,three,four,B,Because it is so.\n")
	}
	b.ReportAllocs()
	for b.Loop() {
		items, bad, err := ReadCSV(strings.NewReader(file.String()), "f")
		if len(items) != 1000 || len(bad) != 0 || err != nil {
			b.Fatal(bad, err)
		}
	}
}
