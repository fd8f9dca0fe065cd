package release

import (
	"encoding/xml"
	"strconv"

	"coderounds/codesets"
)

func isPCSTables(head []byte) bool { return opens(head, "ICD10PCS.tabular") }

// pcsReader reads the ICD-10-PCS tables in XML (CMS): tables hold rows hold axes hold labels, each a legal value.
type pcsReader struct {
	*markup
	draft codesets.Draft
}

func readPCSTables(in *input) (codesets.Draft, error) {
	t := pcsReader{markup: newMarkup(in)}
	t.draft.Release.System = codesets.ICD10PCS
	if err := t.root("ICD10PCS.tabular"); err != nil {
		return codesets.Draft{}, err
	}
	err := t.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "version":
			t.draft.Release.Label, err = t.words()
			return err
		case "pcsTable":
			return t.table()
		}
		return t.skip()
	})
	if err == nil && len(t.draft.Tables) == 0 {
		err = t.errorf("no tables")
	}
	return t.draft, err
}

// table reads the three axes that name a table, and its rows.
func (t *pcsReader) table() error {
	var table codesets.Table
	err := t.children(func(tag xml.StartElement) error {
		switch tag.Name.Local {
		case "axis":
			position, _, values, err := t.axis(tag)
			if err != nil {
				return err
			}
			if position != len(table.Prefix)+1 || position > len(table.Names) || len(values) != 1 {
				return t.errorf("an axis %d with %d values does not go on the name %q of a table", position, len(values), table.Prefix)
			}
			table.Prefix += string(values[0].Char)
			table.Names[position-1] = values[0].Label
			return nil
		case "pcsRow":
			return t.row(&table, attribute(tag, "codes"))
		}
		return t.skip()
	})
	if err == nil && (len(table.Prefix) != 3 || len(table.Rows) == 0) {
		err = t.errorf("table %q has %d rows; three characters and rows are wanted", table.Prefix, len(table.Rows))
	}
	if len(t.draft.Tables) == maxRows {
		return t.errorf("more than %d tables", maxRows)
	}
	t.draft.Tables = append(t.draft.Tables, table)
	return err
}

// row reads axes 4 to 7. The file says how many codes they make, which is checked.
func (t *pcsReader) row(table *codesets.Table, codes string) error {
	var row codesets.Row
	made := 1
	err := t.children(func(tag xml.StartElement) error {
		if tag.Name.Local != "axis" {
			return t.skip()
		}
		position, title, values, err := t.axis(tag)
		if err != nil {
			return err
		}
		if position < 4 || position > 7 || row[position-4] != nil || len(values) == 0 {
			return t.errorf("an axis %d with %d values cannot stand in a row of table %s", position, len(values), table.Prefix)
		}
		row[position-4] = values
		table.Axes[position-4] = title
		made *= len(values)
		return nil
	})
	if err != nil {
		return err
	}
	for i, values := range row {
		if values == nil {
			return t.errorf("a row of table %s lacks axis %d", table.Prefix, i+4)
		}
	}
	if codes != "" && codes != strconv.Itoa(made) {
		return t.errorf("a row of table %s makes %d codes, not %s as the file says", table.Prefix, made, codes)
	}
	table.Rows = append(table.Rows, row)
	return nil
}

// axis reads <axis pos="4"><title>Body Part</title><label code="6">Cerebral Ventricle</label>…
func (t *pcsReader) axis(tag xml.StartElement) (position int, title string, values []codesets.Value, err error) {
	position, _ = strconv.Atoi(attribute(tag, "pos"))
	err = t.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "title":
			title, err = t.words()
		case "label":
			code := attribute(tag, "code")
			if len(code) != 1 || !isValue(code[0]) {
				return t.errorf("%q is no value of an axis: a digit or a letter other than I and O", code)
			}
			for _, v := range values {
				if v.Char == code[0] {
					return t.errorf("value %s stands twice on one axis", code)
				}
			}
			label, err := t.words()
			values = append(values, codesets.Value{Char: code[0], Label: label})
			return err
		default:
			err = t.skip()
		}
		return err
	})
	return position, title, values, err
}

// isValue tells the characters of ICD-10-PCS, which has no I and no O (guideline A2).
func isValue(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' && c != 'I' && c != 'O'
}
