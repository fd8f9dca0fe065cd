package main

import (
	"slices"

	"coderounds/codesets"
)

// explained is the document of explain.
type explained struct {
	Codes []explainedCode `json:"codes"`
	// Exclusions are those among the codes, when several are asked for.
	Exclusions []exclusion `json:"exclusions"`
}

// explainedCode is one code that was asked for: the verdict of the system that knows it best and of others to which it is a
// code too, in a sentence and in parts, and what each of them holds of it.
type explainedCode struct {
	Typed    string    `json:"typed"`
	Says     string    `json:"says"`
	Verdicts []verdict `json:"verdicts"`
	Entries  []entry   `json:"entries"`
}

// verdict is a [codesets.Verdict] in a document. Finding is its key: billable, header, unknown …
type verdict struct {
	System   string `json:"system,omitempty"`
	Release  string `json:"release,omitempty"`
	Finding  string `json:"finding"`
	Billable bool   `json:"billable"`
	// Good is how many characters at the beginning are good.
	Good int `json:"good"`
	// Code is the code itself, the header, the deleted code, or the one that may have been meant.
	Code *code `json:"code,omitempty"`
	// Children are directly below a header, Below are all billable codes below it.
	Children  int        `json:"children,omitempty"`
	Below     int        `json:"below,omitempty"`
	Next      *next      `json:"next,omitempty"`
	Modifiers []modifier `json:"modifiers,omitempty"`
	// Instead are the codes that took the place of a deleted one, Since what the release did to the code: added, deleted or revised.
	Instead []string `json:"instead,omitempty"`
	Since   string   `json:"since,omitempty"`
}

// next is what could stand behind the good characters; label is left out where nothing loaded says what a character means.
type next struct {
	Position int     `json:"position"`
	Axis     string  `json:"axis,omitempty"`
	Values   []value `json:"values"`
}

type value struct {
	Char  string `json:"char"`
	Label string `json:"label,omitempty"`
}

type modifier struct {
	Code  string `json:"code"`
	Title string `json:"title"`
}

// exclusion is an Excludes note between two codes.
type exclusion struct {
	Kind      string `json:"kind"`
	Of        string `json:"of"`
	Named     string `json:"named"`
	From      string `json:"from"`
	Text      string `json:"text"`
	Condition string `json:"condition,omitempty"`
	Says      string `json:"says"`
}

func exclusionOf(e codesets.Exclusion) exclusion {
	return exclusion{
		Kind: e.Kind.String(), Of: codesets.Normalize(e.Of), Named: codesets.Normalize(e.Named), From: e.From, Text: e.Text,
		Condition: e.Condition, Says: e.String() + " " + e.Advice(),
	}
}

func verdictOf(v codesets.Verdict) verdict {
	doc := verdict{
		System: v.Release.System.Key(), Finding: v.Finding.Key(), Billable: v.Finding == codesets.Billable,
		Good: v.At, Children: v.Children, Below: v.More, Since: sinceKey(v.Since),
	}
	if v.Release.System != 0 {
		doc.Release = v.Release.String()
	}
	if v.Code.Code != "" {
		c := codeOf(v.Release.System, v.Code)
		doc.Code = &c
	}
	if len(v.Next.Values) > 0 {
		doc.Next = &next{v.Next.Position, v.Next.Axis, valuesOf(v.Next.Values)}
	}
	for _, m := range v.Modifiers {
		doc.Modifiers = append(doc.Modifiers, modifier{m.Code, m.Long})
	}
	for _, c := range v.Instead {
		doc.Instead = append(doc.Instead, c.Code)
	}
	return doc
}

func sinceKey(kind codesets.ChangeKind) string {
	switch kind {
	case codesets.Added:
		return "added"
	case codesets.Deleted:
		return "deleted"
	case codesets.Revised:
		return "revised"
	}
	return ""
}

func valuesOf(values []codesets.Value) []value {
	all := make([]value, 0, len(values))
	for _, v := range values {
		all = append(all, value{string(v.Char), v.Label})
	}
	return all
}

// labelled tells whether the meaning of any value is known.
func (n next) labelled() bool {
	return slices.ContainsFunc(n.Values, func(v value) bool { return v.Label != "" })
}
