package release

import (
	"path"

	"coderounds/codesets"
)

// format is a kind of file that publishers release.
type format struct {
	name string
	// instead names formats that hold the same and more: where a file of one, of the same year, lies in the same folder,
	// one of this format is left out.
	instead []string
	// procedures tells a file of ICD-10-PCS from one of ICD-10-CM where both come in the format; nil where not.
	procedures func(head []byte) bool
	// recognise tells the format by the beginning of a file, whatever its name.
	recognise func(head []byte) bool
	// read returns what the file brings. errForeign says that it was none of this format after all.
	read func(in *input) (codesets.Draft, error)
}

// The names of formats, as people say them.
const (
	orderFile    = "order file"
	orderAddenda = "order addenda"
	codesFile    = "codes file"
	codesAddenda = "codes addenda"
	tabularList  = "Tabular List"
	cmIndex      = "index"
	pcsIndex     = "procedure index"
	pcsTables    = "tables"
	pcsWords     = "definitions"
	hcpcsText    = "fixed-width text"
	hcpcsBook    = "workbook"
	hcpcsSheet   = "sheet"
	cptCodes     = "list"
)

// formats are all that can be read, in the order in which a file is tried for them.
var formats = [...]format{
	{name: orderFile, procedures: startsWithDigit(orderCode), recognise: isOrder, read: readOrder},
	{name: orderAddenda, procedures: isProcedureAddenda, recognise: isOrderAddenda, read: readAddenda},
	{name: codesAddenda, procedures: isProcedureAddenda, instead: []string{orderAddenda}, recognise: isCodesAddenda, read: readAddenda},
	{name: tabularList, recognise: isTabular, read: readTabular},
	{name: cmIndex, recognise: isCMIndex, read: readCMIndex},
	{name: pcsTables, recognise: isPCSTables, read: readPCSTables},
	{name: pcsIndex, recognise: isPCSIndex, read: readPCSIndex},
	{name: pcsWords, recognise: isDefinitions, read: readDefinitions},
	{name: hcpcsText, recognise: isHCPCS, read: readHCPCS},
	{name: hcpcsBook, instead: []string{hcpcsText}, recognise: isWorkbook, read: readWorkbook},
	{name: hcpcsSheet, instead: []string{hcpcsText, hcpcsBook}, recognise: isSheet, read: readSheet},
	{name: cptCodes, recognise: isCPT, read: readCPT},
	{name: codesFile, procedures: startsWithDigit(codesCode), instead: []string{orderFile}, recognise: isCodes, read: readCodes},
}

// recognised returns the format of a file that begins with head, or nil.
func recognised(head []byte) *format {
	for i := range formats {
		if formats[i].recognise(head) {
			return &formats[i]
		}
	}
	return nil
}

// redundant returns the format of another source that makes this one needless, or "".
func (s source) redundant(all []source) string {
	for _, better := range s.format.instead {
		for _, other := range all {
			if other.format.name == better && other.beside(s) {
				return better
			}
		}
	}
	return ""
}

// beside reports whether two sources lie in one folder and are of one year and system, as far as their names tell.
func (s source) beside(t source) bool {
	return path.Dir(s.path) == path.Dir(t.path) && yearIn(s.path) == yearIn(t.path) && s.procedures() == t.procedures()
}

// procedures reports whether the file is of ICD-10-PCS rather than ICD-10-CM, which matters only among formats that
// both come in.
func (s source) procedures() bool {
	return s.format.procedures != nil && s.format.procedures(plain(s.head))
}

// startsWithDigit recognises ICD-10-PCS by its first code in a column: its first section is 0, and every code of ICD-10-CM
// begins with a letter.
func startsWithDigit(column int) func(head []byte) bool {
	return func(head []byte) bool { return len(head) > column && head[column] <= '9' }
}
