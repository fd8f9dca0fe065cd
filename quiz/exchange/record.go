package exchange

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The longest text of a cell, in characters, and the longest id: each review keeps it.
const (
	maxText = 4000
	maxID   = 100
	// maxQuote keeps problems short enough to be read in a list.
	maxQuote = 60
)

// record is a row while it is read: what is found wrong is gathered, so that the author can mend it in one go.
type record struct {
	header header
	cells  []string
	faults []string
}

func (c *record) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Sprintf(format, args...))
}

// raw returns what is written in a column; "" if the file has no such column.
func (c *record) raw(col column) string {
	if i, ok := c.header.at[col]; ok && i < len(c.cells) {
		return strings.Join(strings.Fields(c.cells[i]), " ")
	}
	return ""
}

// text returns what is written in a column and finds fault with what cannot be shown.
func (c *record) text(col column) string {
	text := c.raw(col)
	if n := utf8.RuneCountInString(text); n > maxText {
		c.fault("%s has %d characters, at most %d are read; shorten it", col, n, maxText)
	}
	if strings.ContainsFunc(text, unicode.IsControl) {
		c.fault("%s holds a character that cannot be shown; type it anew", col)
	}
	return text
}

// fits finds fault with a row that has other cells than the header: a comma or a line break is out of place then, and
// no cell can be trusted.
func (c *record) fits() bool {
	names := c.header.row.cells
	if len(c.cells) != len(names) {
		c.fault("%d cells where the header has %d; put cells that hold a separator or a line break in quotation marks", len(c.cells), len(names))
		return false
	}
	for i, cell := range c.cells {
		if strings.TrimSpace(names[i]) == "" && strings.TrimSpace(cell) != "" {
			c.fault("%s stands in column %d, which the header does not name; name it or empty it", quote(cell), i+1)
		}
	}
	return len(c.faults) == 0
}

// quote puts what was written into quotation marks, its beginning if it is long.
func quote(s string) string {
	if runes := []rune(s); len(runes) > maxQuote {
		s = string(runes[:maxQuote]) + "…"
	}
	return strconv.Quote(s)
}
