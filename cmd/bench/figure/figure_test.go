package figure_test

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/cmd/bench/figure"
)

func TestLines(t *testing.T) {
	for want, f := range map[string]figure.Figure{
		"prefix/mixed/native 41 ns goal<=60":           {Name: "prefix/mixed/native", Value: 41, Unit: figure.Nanoseconds, Goal: figure.AtMost(60)},
		"prefix/mixed/native 41.3 ns":                  {Name: "prefix/mixed/native", Value: 41.28, Unit: figure.Nanoseconds},
		"words/worst/native 1235 µs goal<=300":         {Name: "words/worst/native", Value: 1234.6, Unit: figure.Microseconds, Goal: figure.AtMost(300)},
		"web/wire 3.4 MB goal<=4.5":                    {Name: "web/wire", Value: 3.4, Unit: figure.Megabytes, Goal: figure.AtMost(4.5)},
		"search/top3 97 % goal>=95":                    {Name: "search/top3", Value: 97, Unit: "%", Goal: figure.AtLeast(95)},
		"prefix/len3/native/allocs 0 allocs goal<=0":   {Name: "prefix/len3/native/allocs", Value: 0, Unit: figure.Allocations, Goal: figure.AtMost(0)},
		"words/native/ratio-to-bleve 0.00123 x":        {Name: "words/native/ratio-to-bleve", Value: 0.001234, Unit: figure.Times},
		"prefix/len3/native/ratio-to-map 1 x goal<=1":  {Name: "prefix/len3/native/ratio-to-map", Value: 1, Unit: figure.Times, Goal: figure.AtMost(1)},
		"prefix/len3/native/ratio-to-map 10 x goal<=1": {Name: "prefix/len3/native/ratio-to-map", Value: 9.999, Unit: figure.Times, Goal: figure.AtMost(1)},
	} {
		require.Equal(t, want, f.String())
	}
}

func TestNoExponentAndNoSpace(t *testing.T) {
	for _, v := range []float64{0, 1e-9, 1e-300, 0.5, 1, 99.95, 999.5, 1e6, 1e15, -3.25, math.Inf(1), math.NaN()} {
		line := figure.Figure{Name: "a/b", Value: v, Unit: "ns"}.String()
		require.Len(t, strings.Fields(line), 3, line)
		require.NotContains(t, line[4:], "e", line)
	}
}

func TestSheet(t *testing.T) {
	var out strings.Builder
	sheet := figure.NewSheet(&out)
	sheet.Put("a", 1, "ns")
	sheet.Put("b", 2, "ns", figure.AtMost(3))
	sheet.Note("no Chromium:\n%s", "not measured")
	require.Equal(t, "a 1 ns\nb 2 ns goal<=3\n# no Chromium: not measured\n", out.String())
}
