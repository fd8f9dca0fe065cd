package release

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"slices"
	"strconv"
	"strings"

	"coderounds/codesets"
)

// Names within a workbook (ECMA-376, Office Open XML).
const (
	bookSheets  = "xl/worksheets/sheet"
	bookStrings = "xl/sharedStrings.xml"
)

// isWorkbook recognises an .xlsx: a zip whose first files are those of the format.
func isWorkbook(head []byte) bool {
	return isZip(head) && (bytes.Contains(head, []byte("[Content_Types].xml")) || bytes.Contains(head, []byte("xl/worksheets/")))
}

// workbook reads an .xlsx in one pass, and of it only what a table needs: texts and numbers of cells.
//
// It is read here and not by a library, since the complete one adds 1.7 MB to the page and the small one panics on a
// wrong text number and takes a sheet that is cut short for a whole one.
type workbook struct {
	in    *input
	texts []string // that cells refer to by number
}

// readWorkbook reads the first sheet that has the columns of a HCPCS release.
func readWorkbook(in *input) (codesets.Draft, error) {
	archive, err := unzip(in, in.size, in.pause)
	if err != nil {
		return codesets.Draft{}, err
	}
	b := workbook{in: in}
	var sheets []*zip.File
	for _, f := range archive.File {
		switch {
		case f.Name == bookStrings:
			if err := b.each(f, "sst", b.text); err != nil {
				return codesets.Draft{}, err
			}
		case strings.HasPrefix(f.Name, bookSheets):
			sheets = append(sheets, f)
		}
	}
	slices.SortFunc(sheets, func(a, b *zip.File) int { return strings.Compare(a.Name, b.Name) })
	for _, f := range sheets {
		draft, err := b.sheet(f)
		if !errors.Is(err, errForeign) {
			return draft, err
		}
	}
	return codesets.Draft{}, errForeign
}

// each calls take for every child of the root of a packed file.
func (b *workbook) each(f *zip.File, root string, take func(*markup, xml.StartElement) error) error {
	r, err := f.Open()
	if err != nil {
		return b.in.errorf(0, "%s cannot be read (%w); fetch the file again", f.Name, err)
	}
	defer r.Close()
	m := newMarkup(b.in.member(r, f.Name))
	if err := m.root(root); err != nil {
		return err
	}
	return m.children(func(tag xml.StartElement) error { return take(m, tag) })
}

// text reads one shared text, which may be in runs of different looks.
func (b *workbook) text(m *markup, tag xml.StartElement) error {
	if tag.Name.Local != "si" {
		return m.skip()
	}
	text, err := m.spelt()
	if len(b.texts) == maxRows {
		return m.errorf("more than %d texts; this is no release file", maxRows)
	}
	b.texts = append(b.texts, text)
	return err
}

// sheet reads the rows of one sheet.
func (b *workbook) sheet(f *zip.File) (codesets.Draft, error) {
	s := sheet{hcpcs: newHCPCS(b.in)}
	row := 0
	err := b.each(f, "worksheet", func(m *markup, tag xml.StartElement) error {
		if tag.Name.Local != "sheetData" {
			return m.skip()
		}
		return m.children(func(tag xml.StartElement) error {
			row++
			if n, err := strconv.Atoi(attribute(tag, "r")); err == nil {
				row = n
			}
			cells, err := b.row(m)
			if err != nil {
				return err
			}
			return s.row(cells, row)
		})
	})
	if err != nil {
		return codesets.Draft{}, err
	}
	return s.end()
}

// row reads the cells of a row; those that are empty may be left out in the file.
func (b *workbook) row(m *markup) ([]string, error) {
	var cells []string
	err := m.children(func(tag xml.StartElement) error {
		at := columnOf(attribute(tag, "r"))
		if at < 0 {
			at = len(cells)
		}
		if tag.Name.Local != "c" || at >= maxColumns {
			return m.skip()
		}
		for len(cells) <= at {
			cells = append(cells, "")
		}
		text, err := m.spelt()
		if err == nil && attribute(tag, "t") == "s" {
			text, err = b.shared(m, text)
		}
		cells[at] = text
		return err
	})
	return cells, err
}

func (b *workbook) shared(m *markup, number string) (string, error) {
	n, err := strconv.Atoi(number)
	if err != nil || n < 0 || n >= len(b.texts) {
		return "", m.errorf("a cell refers to text %q of %d; the workbook is damaged, fetch it again", number, len(b.texts))
	}
	return b.texts[n], nil
}

// columnOf returns the column of a cell named as "AB12", from 0, and -1 for what is no such name.
func columnOf(name string) int {
	at := 0
	for i := 0; i < len(name) && name[i] >= 'A' && name[i] <= 'Z' && at < 1<<20; i++ {
		at = 26*at + int(name[i]-'A') + 1
	}
	return at - 1
}
