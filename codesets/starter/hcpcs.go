package starter

import (
	"io/fs"
	"strings"

	"coderounds/codesets"
)

// readHCPCS reads "section A Title", "A0428 Title" and "modifier RT Title" lines.
func readHCPCS(fsys fs.FS, draft *codesets.Draft) error {
	return readLines(fsys, "hcpcs.txt", func(l line) error {
		first, rest, _ := strings.Cut(l.text, " ")
		rest = strings.TrimSpace(rest)
		switch {
		case rest == "":
			return l.errorf("a title is wanted behind %q", first)
		case first == "section":
			letter, title, _ := strings.Cut(rest, " ")
			draft.Groups = append(draft.Groups, codesets.Group{
				Level: codesets.Section, Label: letter, Title: title, First: letter, Last: letter,
			})
		case first == "modifier":
			code, title, _ := strings.Cut(rest, " ")
			draft.Modifiers = append(draft.Modifiers, codesets.Modifier{Code: code, Long: title})
		case len(first) != 5:
			return l.errorf("%q is not a HCPCS code: a letter and four digits", first)
		default:
			draft.Codes.Append(codesets.Code{Code: first, Billable: true, Order: draft.Codes.Len() + 1, Long: rest})
		}
		return nil
	})
}
