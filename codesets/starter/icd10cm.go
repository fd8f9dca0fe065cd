package starter

import (
	"io/fs"
	"slices"
	"strings"

	"coderounds/codesets"
)

// tabular gathers the ICD-10-CM files: chapters, sections, codes in official order, notes, and the
// 7th characters that complete codes.
type tabular struct {
	draft    *codesets.Draft
	sevenths map[string][]codesets.Value // by name; a file's own
	seventh  string                      // the block that indented lines go to, "" for none
	owner    string                      // what indented notes belong to
}

// noteKinds are the words that open a note line.
var noteKinds = map[string]codesets.NoteKind{
	"includes": codesets.Includes, "inclusion": codesets.Inclusion,
	"excludes1": codesets.Excludes1, "excludes2": codesets.Excludes2,
	"code first": codesets.CodeFirst, "use additional": codesets.UseAdditional, "code also": codesets.CodeAlso,
}

// readTabular reads one file a chapter. The format is told in icd10cm/README.md.
func readTabular(fsys fs.FS, draft *codesets.Draft) error {
	names, err := fs.Glob(fsys, "icd10cm/*.txt")
	if err != nil {
		return err
	}
	slices.Sort(names)
	draft.Notes = make(map[string][]codesets.Note)
	for _, name := range names {
		t := tabular{draft: draft, sevenths: make(map[string][]codesets.Value)}
		if err := readLines(fsys, name, t.take); err != nil {
			return err
		}
	}
	return nil
}

func (t *tabular) take(l line) error {
	first, rest, _ := strings.Cut(l.text, " ")
	switch {
	case l.indented && t.seventh != "":
		return t.takeSeventh(l, first, rest)
	case l.indented:
		return t.takeNote(l)
	case first == "seventh":
		t.seventh = rest
		return nil
	}
	t.seventh = ""
	if first == "chapter" || first == "section" {
		return t.takeGroup(l, first, rest)
	}
	return t.takeCode(l, first, rest)
}

func (t *tabular) takeSeventh(l line, char, meaning string) error {
	if len(char) != 1 || meaning == "" {
		return l.errorf("a 7th character and its meaning are wanted, not %q", l.text)
	}
	t.sevenths[t.seventh] = append(t.sevenths[t.seventh], codesets.Value{Char: char[0], Label: meaning})
	return nil
}

func (t *tabular) takeNote(l line) error {
	word, text, _ := strings.Cut(l.text, ":")
	kind, ok := noteKinds[word]
	if !ok || t.owner == "" {
		return l.errorf("a note opens with its kind, such as \"excludes1:\", below a code; %q does not", l.text)
	}
	t.draft.Notes[t.owner] = append(t.draft.Notes[t.owner], codesets.Note{Kind: kind, Text: strings.TrimSpace(text)})
	return nil
}

// takeGroup reads "chapter 4 (E00-E89) Title" and "section (E08-E13) Title".
func (t *tabular) takeGroup(l line, word, rest string) error {
	before, after, ok := strings.Cut(rest, "(")
	span, title, ok2 := strings.Cut(after, ")")
	if !ok || !ok2 || len(span) < 3 {
		return l.errorf("a %s wants its range in parentheses and its title", word)
	}
	first, last, isRange := strings.Cut(span, "-")
	if !isRange {
		last = first
	}
	g := codesets.Group{Level: codesets.Section, Label: span, Title: strings.TrimSpace(title), First: first, Last: last}
	if word == "chapter" {
		g.Level, g.Label = codesets.Chapter, strings.TrimSpace(before)
	}
	t.draft.Groups = append(t.draft.Groups, g)
	t.owner = g.Key()
	return nil
}

// takeCode reads "E11.- Title" (a header), "E11.9 Title" (billable) and "S72.001- @fracture[AB] Title" (a header and
// the codes that 7th characters make of it).
func (t *tabular) takeCode(l line, code, title string) error {
	header := strings.HasSuffix(code, "-")
	normal := codesets.Normalize(code)
	if len(normal) < 3 || len(normal) > 7 || title == "" {
		return l.errorf("a code and its title are wanted, not %q", l.text)
	}
	var ending string
	if strings.HasPrefix(title, "@") {
		ending, title, _ = strings.Cut(title[1:], " ")
	}
	t.add(normal, !header, title)
	t.owner = normal
	if ending == "" {
		return nil
	}
	name, only, _ := strings.Cut(strings.TrimSuffix(ending, "]"), "[")
	values, ok := t.sevenths[name]
	if !ok || !header || len(normal) == 7 {
		return l.errorf("%s cannot be completed by 7th characters %q: no such block above, or not a header", code, name)
	}
	stem := normal + "XXXXXX"[:6-len(normal)]
	for _, v := range values {
		if only == "" || strings.IndexByte(only, v.Char) >= 0 {
			t.add(stem+string(v.Char), true, title+", "+v.Label)
		}
	}
	return nil
}

func (t *tabular) add(code string, billable bool, title string) {
	t.draft.Codes.Append(codesets.Code{Code: code, Billable: billable, Order: t.draft.Codes.Len() + 1, Long: title})
}
