package main

import (
	"fmt"
	"strings"

	"coderounds/codesets"
)

// search finds codes.
type search struct {
	System string   `enum:"icd10cm,icd10pcs,hcpcs,cpt2," default:"" placeholder:"SYSTEM" help:"Search only this system: icd10cm, icd10pcs, hcpcs or cpt2."`
	Most   int      `short:"n" default:"10" placeholder:"10" help:"How many codes of each system to show."`
	Query  []string `arg:"" help:"Beginnings of words (frac fem neck), or of a code (S72.0)."`
}

// searched is the document of search.
type searched struct {
	Query   string           `json:"query"`
	Total   int              `json:"total"`
	Systems []searchedSystem `json:"systems"`
	// Choice tells that some of the sets hold a choice of codes.
	Choice bool `json:"-"`
}

// searchedSystem is what one system has for a query: its best codes, the best first, and how many there are in all.
type searchedSystem struct {
	System  string `json:"system"`
	Release string `json:"release"`
	Total   int    `json:"total"`
	Hits    []hit  `json:"hits"`
	// Slips are the words that were taken for others, since nothing matched them.
	Slips []slip `json:"slips,omitempty"`
	// Left is the word that was left out, since nothing has all of them.
	Left string `json:"left,omitempty"`
}

// hit is a code that was found, and why where its title does not show it.
type hit struct {
	code
	Why string `json:"why,omitempty"`
}

type slip struct {
	Typed string `json:"typed"`
	Taken string `json:"taken"`
}

// code is a code in a document.
type code struct {
	Code     string `json:"code"`
	Printed  string `json:"printed"`
	Billable bool   `json:"billable"`
	Title    string `json:"title"`
	Short    string `json:"short,omitempty"`
	Ended    string `json:"ended,omitempty"`
}

func codeOf(system codesets.System, c codesets.Code) code {
	return code{Code: c.Code, Printed: system.Format(c.Code), Billable: c.Billable, Title: c.Long, Short: c.Short, Ended: c.Ended.String()}
}

// state says what keeps a code from being reported, "" when nothing does.
func (c code) state() string {
	switch {
	case c.Ended != "":
		return "terminated " + c.Ended
	case !c.Billable:
		return "header"
	}
	return ""
}

// row sets a code as a row.
func (p *page) code(c code, column int) {
	title := c.Title
	if state := c.state(); state != "" {
		title += " (" + state + ")"
	}
	p.row(c.Printed, column, title)
}

// codeColumn is as wide as the longest code as printed.
const codeColumn = 8

// Run implements the command.
func (s *search) Run(d *desk) error {
	if s.Most < 0 {
		return fmt.Errorf("-n %d: give a number of codes, 0 for the totals alone", s.Most)
	}
	lib, err := d.library()
	if err != nil {
		return err
	}
	doc := searched{Query: strings.Join(s.Query, " "), Systems: []searchedSystem{}}
	var sets []*codesets.Set
	for _, set := range lib.Sets() {
		if r := set.Release(); s.System == "" || s.System == r.System.Key() {
			doc.Choice = doc.Choice || r.Starter
			sets = append(sets, set)
		}
	}
	for i, found := range codesets.Answer(sets, doc.Query, func(*codesets.Set) int { return s.Most }) {
		doc.add(sets[i].Release(), found)
	}
	if err := d.answer(doc, doc.set); err != nil {
		return err
	}
	if doc.Total == 0 {
		return errNot
	}
	return nil
}

// add adds what a system has, if it has any.
func (doc *searched) add(r codesets.Release, looked codesets.Found) {
	if looked.Total == 0 {
		return
	}
	found := searchedSystem{System: r.System.Key(), Release: r.String(), Total: looked.Total, Hits: []hit{}, Left: looked.Left}
	for _, h := range looked.Hits {
		found.Hits = append(found.Hits, hit{codeOf(r.System, h.Code()), h.Why})
	}
	for _, s := range looked.Slips {
		found.Slips = append(found.Slips, slip{s.Typed, s.Taken})
	}
	doc.Systems = append(doc.Systems, found)
	doc.Total += found.Total
}

func (doc searched) set(p *page) {
	if doc.Total == 0 {
		p.text(fmt.Sprintf("No code matches “%s”. Try fewer letters, or another word; titles use official terms.", doc.Query))
		if doc.Choice {
			p.text("Or the code is not among those of the starter sets, which hold a choice: name a full release with --release.")
		}
	}
	for _, s := range doc.Systems {
		says := fmt.Sprintf("%s: %d found", s.Release, s.Total)
		if s.Total > len(s.Hits) {
			says += fmt.Sprintf(", the first %d shown", len(s.Hits))
		}
		p.heading(says)
		for _, slip := range s.Slips {
			p.item(1, fmt.Sprintf("Nothing matches “%s”; “%s” was looked for.", slip.Typed, slip.Taken))
		}
		if s.Left != "" {
			p.item(1, fmt.Sprintf("Nothing matches all words; “%s” was left out.", s.Left))
		}
		for _, h := range s.Hits {
			p.code(h.code, codeColumn)
			if h.Why != "" {
				p.row("", codeColumn, "("+h.Why+")")
			}
		}
	}
}
