// Package figure writes measured figures for people and programs: one a line, and nothing else on that line.
//
//	prefix/mixed/native 41 ns
//	prefix/len3/native/ratio-to-map 0.9 x goal<=1
//	# no Chromium: the first view was not measured
//
// A line is name, value, unit and, where there is one, the goal. A note begins with "# ".
package figure

import (
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"
)

// Units of figures.
const (
	Nanoseconds  = "ns"
	Microseconds = "µs"
	Milliseconds = "ms"
	Megabytes    = "MB" // of 1,000,000 bytes
	Kilobytes    = "KB" // of 1,000 bytes
	BytesPerCode = "B/code"
	Allocations  = "allocs"
	Percent      = "%"
	Times        = "x" // how many times as much as a peer
)

// Figure is one measured value.
type Figure struct {
	// Name is a path without spaces: what, how, on which side, and beside whom.
	Name  string
	Value float64
	Unit  string
	Goal  Goal
}

// Goal bounds a value; the zero Goal is none.
type Goal struct {
	operator string
	limit    float64
}

// AtMost is the goal of a value that should be small.
func AtMost(limit float64) Goal { return Goal{"<=", limit} }

// AtLeast is the goal of a value that should be great.
func AtLeast(limit float64) Goal { return Goal{">=", limit} }

// String returns "goal<=60", or "" for no goal.
func (g Goal) String() string {
	if g.operator == "" {
		return ""
	}
	return "goal" + g.operator + strconv.FormatFloat(g.limit, 'f', -1, 64)
}

// String returns the figure's line, without its end.
func (f Figure) String() string {
	fields := []string{f.Name, number(f.Value), f.Unit}
	if g := f.Goal.String(); g != "" {
		fields = append(fields, g)
	}
	return strings.Join(fields, " ")
}

// number writes a value with three significant digits, or all digits before the point when there are more, and never with
// an exponent.
func number(v float64) string {
	if v == 0 || math.IsNaN(v) || math.IsInf(v, 0) {
		return strconv.FormatFloat(v, 'f', 0, 64)
	}
	decimals := max(0, 2-int(math.Floor(math.Log10(math.Abs(v)))))
	s := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(s, ".") {
		s = strings.TrimRight(strings.TrimRight(s, "0"), ".")
	}
	return s
}

// Sheet is where lines go, as soon as they are known.
type Sheet struct{ w io.Writer }

// NewSheet returns a sheet that writes to w. Errors of w are not told: there is nobody left to tell.
func NewSheet(w io.Writer) *Sheet { return &Sheet{w} }

// Put writes a figure. The goal may be left out.
func (s *Sheet) Put(name string, value float64, unit string, goal ...Goal) {
	f := Figure{Name: name, Value: value, Unit: unit}
	if len(goal) > 0 {
		f.Goal = goal[0]
	}
	fmt.Fprintln(s.w, f)
}

// Note writes a remark on a line of its own.
func (s *Sheet) Note(format string, args ...any) {
	text := strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " ")
	fmt.Fprintln(s.w, "#", text)
}
