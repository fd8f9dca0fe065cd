package release

import (
	"encoding/xml"
	"strings"

	"coderounds/codesets"
)

// tabular reads the ICD-10-CM Tabular List in XML (CDC/NCHS, icd10cm_tabular.xsd): chapters hold sections hold categories
// hold codes, and each of them may bear notes. It lists no codes with a 7th character, and what it says of them in prose
// cannot be trusted to make codes, so it brings none: notes are joined onto the codes of an order file.
type tabular struct {
	*markup
	draft  codesets.Draft
	titles map[string]string
}

// noteTags are the elements that hold notes.
var noteTags = map[string]codesets.NoteKind{
	"includes": codesets.Includes, "inclusionTerm": codesets.Inclusion,
	"excludes1": codesets.Excludes1, "excludes2": codesets.Excludes2,
	"codeFirst": codesets.CodeFirst, "useAdditionalCode": codesets.UseAdditional, "codeAlso": codesets.CodeAlso,
	"notes": codesets.General,
}

func isTabular(head []byte) bool { return opens(head, "ICD10CM.tabular") }

func readTabular(in *input) (codesets.Draft, error) {
	t := tabular{markup: newMarkup(in), titles: make(map[string]string)}
	t.draft.Release.System = codesets.ICD10CM
	t.draft.Notes = make(map[string][]codesets.Note)
	t.draft.Sevenths = make(map[string]codesets.Seventh)
	if err := t.root("ICD10CM.tabular"); err != nil {
		return codesets.Draft{}, err
	}
	err := t.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "version":
			t.draft.Release.Label, err = t.words()
			return err
		case "chapter":
			return t.chapter()
		}
		return t.skip()
	})
	if err == nil && len(t.draft.Groups) == 0 {
		err = t.errorf("no chapters")
	}
	in.titles = t.titles
	return t.draft, err
}

// chapter reads <chapter><name>1</name><desc>Certain infectious … (A00-B99)</desc> notes, sections.
func (t *tabular) chapter() error {
	chapter := codesets.Group{Level: codesets.Chapter}
	at := len(t.draft.Groups)
	t.draft.Groups = append(t.draft.Groups, chapter)
	return t.children(func(tag xml.StartElement) (err error) {
		switch tag.Name.Local {
		case "name":
			chapter.Label, err = t.words()
			t.draft.Groups[at] = chapter
		case "desc":
			desc, err := t.words()
			if err != nil {
				return err
			}
			if chapter.Title, chapter.First, chapter.Last, err = t.span(desc); err != nil {
				return err
			}
			t.draft.Groups[at] = chapter
		case "section":
			return t.section(attribute(tag, "id"))
		default:
			return t.note(tag, chapter.Key())
		}
		return err
	})
}

// section reads <section id="A00-A09"><desc>Intestinal infectious diseases (A00-A09)</desc> notes, categories.
func (t *tabular) section(id string) error {
	section := codesets.Group{Level: codesets.Section, Label: id}
	at := len(t.draft.Groups)
	t.draft.Groups = append(t.draft.Groups, section)
	return t.children(func(tag xml.StartElement) error {
		switch tag.Name.Local {
		case "desc":
			desc, err := t.words()
			if err != nil {
				return err
			}
			if section.Title, section.First, section.Last, err = t.span(desc); err != nil {
				return err
			}
			if section.Label == "" {
				section.Label = section.First + "-" + section.Last
			}
			t.draft.Groups[at] = section
			return nil
		case "diag":
			return t.diagnosis("")
		}
		return t.note(tag, section.Key())
	})
}

// span takes "Intestinal infectious diseases (A00-A09)" apart.
func (t *tabular) span(desc string) (title, first, last string, err error) {
	at := strings.LastIndexByte(desc, '(')
	if at < 0 || !strings.HasSuffix(desc, ")") {
		return "", "", "", t.errorf("%q does not end with the range of its codes in parentheses", desc)
	}
	first, last, isRange := strings.Cut(desc[at+1:len(desc)-1], "-")
	if !isRange {
		last = first
	}
	first, last = codesets.Normalize(first), codesets.Normalize(last)
	if !isCode(first) || !isCode(last) || len(first) != 3 || len(last) != 3 {
		return "", "", "", t.errorf("%q does not end with a range of categories", desc)
	}
	return strings.TrimSpace(desc[:at]), first, last, nil
}

// diagnosis reads <diag><name>A00.0</name><desc>…</desc> notes, codes below. They are of the same category, but in some
// years not of the same code: FY2021 prints H54.512A under H54.511.
func (t *tabular) diagnosis(category string) error {
	var code, says string
	return t.children(func(tag xml.StartElement) error {
		switch tag.Name.Local {
		case "name":
			name, err := t.words()
			if err != nil {
				return err
			}
			code = codesets.Normalize(name)
			if !isCode(code) || !strings.HasPrefix(code, category) {
				return t.errorf("%q is not a code of %q", name, category)
			}
			if _, twice := t.titles[code]; twice {
				return t.errorf("%s stands twice", name)
			}
			t.titles[code] = ""
			return nil
		case "desc":
			title, err := t.words()
			if err == nil && code == "" {
				err = t.errorf("a title without a code: %q", title)
			}
			t.titles[code] = title
			return err
		case "sevenChrNote":
			return t.children(func(xml.StartElement) (err error) { says, err = t.words(); return err })
		case "sevenChrDef":
			return t.seventh(code, says)
		case "diag":
			return t.diagnosis(code[:min(3, len(code))])
		}
		return t.note(tag, code)
	})
}

// seventh reads the list of 7th characters; a note in it goes on with the meaning of the character before.
func (t *tabular) seventh(code, says string) error {
	def := codesets.Seventh{Says: says}
	err := t.children(func(tag xml.StartElement) error {
		text, err := t.words()
		if err != nil {
			return err
		}
		char := attribute(tag, "char")
		switch last := len(def.Values) - 1; {
		case tag.Name.Local == "extension" && len(char) == 1:
			def.Values = append(def.Values, codesets.Value{Char: char[0], Label: text})
		case tag.Name.Local == "extension":
			return t.errorf("%q is not a 7th character", char)
		case last >= 0:
			def.Values[last].Label += "; " + text
		}
		return nil
	})
	t.draft.Sevenths[code] = def
	return err
}

// note reads the notes of a kind, or leaves out what is none.
func (t *tabular) note(tag xml.StartElement, owner string) error {
	kind, ok := noteTags[tag.Name.Local]
	if !ok {
		return t.skip()
	}
	return t.children(func(xml.StartElement) error {
		text, err := t.words()
		if err == nil && text != "" {
			t.draft.Notes[owner] = append(t.draft.Notes[owner], codesets.Note{Kind: kind, Text: text})
		}
		return err
	})
}
