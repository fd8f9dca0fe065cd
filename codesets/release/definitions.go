package release

import (
	"encoding/xml"
	"strconv"

	"coderounds/codesets"
)

func isDefinitions(head []byte) bool { return opens(head, "ICD10PCS.definitions") }

// readDefinitions reads the ICD-10-PCS Definitions in XML (CMS): sections hold axes hold terms. The table of devices
// that broader values stand for, at the end of the file, is not read.
func readDefinitions(in *input) (codesets.Draft, error) {
	t := pcsReader{markup: newMarkup(in)}
	t.draft.Release.System = codesets.ICD10PCS
	if err := t.root("ICD10PCS.definitions"); err != nil {
		return codesets.Draft{}, err
	}
	err := t.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "version":
			t.draft.Release.Label, err = t.words()
			return err
		case "section":
			return t.defineSection(attribute(tag, "code"))
		}
		return t.skip()
	})
	if err == nil && len(t.draft.Definitions) == 0 {
		err = t.errorf("no definitions")
	}
	return t.draft, err
}

func (t *pcsReader) defineSection(code string) error {
	if len(code) != 1 || !isValue(code[0]) {
		return t.errorf("%q is no section", code)
	}
	return t.children(func(tag xml.StartElement) error {
		if tag.Name.Local != "axis" {
			return t.skip()
		}
		position, err := strconv.Atoi(attribute(tag, "pos"))
		if err != nil || position < 1 || position > 7 {
			return t.errorf("%q is no position of a code", attribute(tag, "pos"))
		}
		axis := codesets.Definition{Section: code[0], Position: position}
		return t.children(func(tag xml.StartElement) (err error) {
			switch tag.Name.Local {
			case "title":
				axis.Axis, err = t.words()
				return err
			case "terms":
				return t.define(axis)
			}
			return t.skip()
		})
	})
}

// define reads the terms that share a definition.
func (t *pcsReader) define(d codesets.Definition) error {
	if len(t.draft.Definitions) == maxRows {
		return t.errorf("more than %d definitions", maxRows)
	}
	err := t.children(func(tag xml.StartElement) error {
		text, err := t.words()
		switch tag.Name.Local {
		case "title":
			d.Titles = append(d.Titles, text)
		case "definition":
			d.Text = text
		case "explanation":
			d.Explanation = text
		case "includes":
			d.Includes = append(d.Includes, text)
		}
		return err
	})
	t.draft.Definitions = append(t.draft.Definitions, d)
	return err
}
