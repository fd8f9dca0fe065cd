package view_test

import (
	"fmt"
	"math"
	"strings"

	"coderounds/game/view"
)

// plan prints where each part stands: its rectangle, and its lines of text.
func plan(laid view.Result) string {
	var b strings.Builder
	planBox(&b, laid.Root, 0)
	return b.String()
}

func planBox(b *strings.Builder, box *view.Box, depth int) {
	name := box.Role.String()
	if box.ID != "" {
		name += " #" + box.ID
	}
	r := box.Rect
	fmt.Fprintf(b, "%s%s %g,%g %gx%g", strings.Repeat("  ", depth), name, round(r.X), round(r.Y), round(r.W), round(r.H))
	for _, line := range box.Lines {
		fmt.Fprintf(b, " |%g", round(line.X))
		for _, run := range line.Runs {
			mark := ""
			if run.Bold {
				mark = "*"
			}
			b.WriteString(" " + mark + run.Text + mark)
		}
	}
	for _, slot := range box.Slots {
		fmt.Fprintf(b, " [%g %g]", round(slot.X), round(slot.W))
	}
	b.WriteByte('\n')
	for _, kid := range box.Kids {
		planBox(b, kid, depth+1)
	}
}

// round hides what a float64 cannot tell exactly.
func round(x float64) float64 { return math.Round(x*100) / 100 }
