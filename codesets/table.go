package codesets

// Table is one table of ICD-10-PCS: three characters and the rows that complete them.
// A code takes one value from each column of a single row (guideline A7 to A9).
type Table struct {
	// Prefix is the first three characters: section, body system, root operation (or type).
	Prefix string
	// Names are the labels of those three characters.
	Names [3]string
	// Axes name characters 4 to 7, for example "Body Part", "Approach", "Device", "Qualifier".
	Axes [4]string
	Rows []Row
}

// Row is one row of a table: the legal values of characters 4 to 7.
type Row [4][]Value

// Value is one legal value of an axis.
type Value struct {
	Char  byte
	Label string
}
