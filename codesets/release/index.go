package release

import (
	"encoding/xml"
	"strings"

	"coderounds/codesets"
)

// The roots of index files. The Neoplasm Table and the Table of Drugs were of another root in old years.
const (
	cmIndexRoot  = "ICD10CM.index"
	cmTableRoot  = "ICD10CM.table"
	pcsIndexRoot = "ICD10PCS.index"
)

func isCMIndex(head []byte) bool  { return opens(head, cmIndexRoot) || opens(head, cmTableRoot) }
func isPCSIndex(head []byte) bool { return opens(head, pcsIndexRoot) }

// index reads the indexes of ICD-10-CM and ICD-10-PCS, and the tables of that of ICD-10-CM, in XML (CDC/NCHS,
// icd10cm_index.xsd and icd10cm_drug_neoplasm.xsd): letters hold main terms hold terms.
type index struct {
	*markup
	codesets.Index
	year, title string
}

func readCMIndex(in *input) (codesets.Draft, error) {
	return readIndex(in, codesets.ICD10CM, cmIndexRoot, cmTableRoot)
}

func readPCSIndex(in *input) (codesets.Draft, error) {
	return readIndex(in, codesets.ICD10PCS, pcsIndexRoot)
}

func readIndex(in *input, system codesets.System, roots ...string) (codesets.Draft, error) {
	x := index{markup: newMarkup(in)}
	if err := x.root(roots...); err != nil {
		return codesets.Draft{}, err
	}
	err := x.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "version":
			x.year, err = x.words()
		case "title":
			x.title, err = x.words()
		case "indexHeading":
			err = x.headings()
		case "letter":
			err = x.children(func(tag xml.StartElement) error {
				if tag.Name.Local == "mainTerm" {
					return x.term(0)
				}
				return x.skip()
			})
		default:
			err = x.skip()
		}
		return err
	})
	if err == nil && len(x.Terms) == 0 {
		err = x.errorf("no terms")
	}
	x.Kind = x.kind()
	return codesets.Draft{
		Release: codesets.Release{System: system, Label: x.year}, Indexes: []codesets.Index{x.Index},
	}, err
}

// kind tells the indexes apart by their headings: the files have one layout.
func (x *index) kind() codesets.IndexKind {
	heading := strings.ToLower(x.title + " " + strings.Join(x.Columns, " "))
	switch {
	case strings.Contains(heading, "substance"):
		return codesets.Drugs
	case len(x.Columns) > 0 && strings.Contains(heading, "neoplasm"):
		return codesets.Neoplasms
	case strings.Contains(heading, "external cause"):
		return codesets.ExternalCauses
	}
	return codesets.Alphabetic
}

// headings reads the names of the columns of a table.
func (x *index) headings() error {
	return x.children(func(xml.StartElement) error {
		name, err := x.words()
		if len(x.Columns) == maxColumns {
			return x.errorf("more than %d columns", maxColumns)
		}
		x.Columns = append(x.Columns, name)
		return err
	})
}

// references are the elements that send the coder somewhere.
var references = map[string]codesets.ReferenceKind{
	"code": codesets.Default, "manif": codesets.Manifestation, "see": codesets.See, "seeAlso": codesets.SeeAlso,
	"seecat": codesets.SeeCategory, "subcat": codesets.Subcategory, "use": codesets.Use,
	"codes": codesets.Beginning, "tab": codesets.Beginning, "cell": codesets.Cell,
}

// term reads a main term or a subterm and those below it, at the level at which they stand.
func (x *index) term(level uint8) error {
	if len(x.Terms) == maxRows {
		return x.errorf("more than %d terms; this is no release file", maxRows)
	}
	at := len(x.Terms)
	x.Terms = append(x.Terms, codesets.Term{Level: level})
	var refs []codesets.Reference
	err := x.children(func(tag xml.StartElement) error {
		kind, ok := references[tag.Name.Local]
		switch {
		case tag.Name.Local == "title":
			before, aside, after, err := x.mixed()
			x.Terms[at] = codesets.NewTerm(level, before, x.once([]byte(aside)), after)
			return err
		case tag.Name.Local == "term":
			return x.term(level + 1)
		case !ok:
			return x.skip()
		}
		found, err := x.reference(kind, tag)
		refs = append(refs, found...)
		return err
	})
	x.Terms[at].References = refs
	return err
}

// reference reads where a term sends the coder: words, and in ICD-10-PCS the beginning of the codes meant by them.
func (x *index) reference(kind codesets.ReferenceKind, tag xml.StartElement) ([]codesets.Reference, error) {
	text, beginning, _, err := x.mixed()
	if err != nil {
		return nil, err
	}
	ref := codesets.Reference{Kind: kind, Text: text}
	if kind == codesets.Cell {
		col := attribute(tag, "col")
		if len(col) != 1 || col[0] < '1' || int(col[0]-'0') > len(x.Columns) {
			return nil, x.errorf("column %q is not among the %d of the table", col, len(x.Columns))
		}
		ref.Column = col[0] - '0'
	}
	refs := []codesets.Reference{ref}
	if beginning != "" {
		refs = append(refs, codesets.Reference{Kind: codesets.Beginning, Text: x.once([]byte(beginning))})
	}
	return refs, nil
}
