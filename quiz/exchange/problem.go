package exchange

import "fmt"

// Problem is a row that was left out, or, in the header's row, columns that were passed over.
type Problem struct {
	File string
	// Row is the number that a spreadsheet shows beside the row, Line the one that a text editor shows where it begins. They
	// differ once a cell holds several lines. Both count from 1.
	Row, Line int
	// Says is what is wrong and what to do.
	Says string
}

func (p Problem) Error() string { return p.String() }

// String returns for example "week 3.csv, row 7 (line 9): no question; …".
func (p Problem) String() string {
	if p.Line != p.Row {
		return fmt.Sprintf("%s, row %d (line %d): %s", p.File, p.Row, p.Line, p.Says)
	}
	return fmt.Sprintf("%s, row %d: %s", p.File, p.Row, p.Says)
}
