package main

import (
	"fmt"
	"strings"

	"coderounds/codesets"
)

// diff compares releases.
type diff struct {
	Old string `arg:"" help:"The older release."`
	New string `arg:"" help:"The newer release."`
}

// compared is the document of diff.
type compared struct {
	Systems []comparedSystem `json:"systems"`
}

// comparedSystem is what changed in one system. Unannounced counts the changes that the addenda of the newer release, where it
// has them, do not name: they came with an amendment in between.
type comparedSystem struct {
	System      string         `json:"system"`
	Old         string         `json:"old"`
	New         string         `json:"new"`
	Counts      map[string]int `json:"counts"`
	Added       []changed      `json:"added"`
	Deleted     []changed      `json:"deleted"`
	Revised     []changed      `json:"revised"`
	Turned      []changed      `json:"turned"`
	Terminated  []changed      `json:"terminated"`
	Unannounced int            `json:"unannounced,omitempty"`
}

// changed is a code as it is now, or was when deleted; what it was before; and what took its place.
type changed struct {
	code
	Was     *code    `json:"was,omitempty"`
	Instead []string `json:"instead,omitempty"`
}

// Run implements the command.
func (c *diff) Run(d *desk) error {
	libs := [2]*codesets.Library{codesets.NewLibrary(), codesets.NewLibrary()}
	for i, path := range []string{c.Old, c.New} {
		if err := d.read(libs[i], []string{path}); err != nil {
			return err
		}
	}
	doc := compared{Systems: []comparedSystem{}}
	for _, newer := range libs[1].Sets() {
		older := libs[0].Set(newer.Release().System)
		if older == nil {
			continue
		}
		step, end := d.progress("Comparing")
		changes, err := codesets.Compare(older, newer, step)
		end()
		if err != nil {
			return err
		}
		doc.Systems = append(doc.Systems, compare(&changes, newer.Changes()))
	}
	if len(doc.Systems) == 0 {
		return fmt.Errorf("%s is of %s and %s of %s; name two releases of one system", c.Old, systems(libs[0]), c.New, systems(libs[1]))
	}
	return d.answer(doc, doc.set)
}

func systems(lib *codesets.Library) string {
	var names []string
	for _, set := range lib.Sets() {
		names = append(names, set.Release().System.String())
	}
	return strings.Join(names, " and ")
}

func compare(d *codesets.Diff, addenda []codesets.Change) comparedSystem {
	system := d.New.System
	instead := func(of string) []string {
		var codes []string
		for _, c := range d.Instead[of] {
			codes = append(codes, c.Code)
		}
		return codes
	}
	rows := func(codes []codesets.Code) []changed {
		all := make([]changed, 0, len(codes))
		for _, c := range codes {
			all = append(all, changed{code: codeOf(system, c), Instead: instead(c.Code)})
		}
		return all
	}
	revisions := func(list []codesets.Revision) []changed {
		all := make([]changed, 0, len(list))
		for _, r := range list {
			was := codeOf(system, r.Was)
			all = append(all, changed{code: codeOf(system, r.Is), Was: &was, Instead: instead(r.Is.Code)})
		}
		return all
	}
	s := comparedSystem{
		System: system.Key(), Old: d.Old.String(), New: d.New.String(),
		Added: rows(d.Added), Deleted: rows(d.Deleted), Revised: revisions(d.Revised), Turned: revisions(d.Turned), Terminated: revisions(d.Terminated),
	}
	s.Counts = map[string]int{
		"added": len(s.Added), "deleted": len(s.Deleted), "revised": len(s.Revised), "turned": len(s.Turned), "terminated": len(s.Terminated),
	}
	if len(addenda) > 0 {
		s.Unannounced = len(d.Unannounced(addenda))
	}
	return s
}

func (doc compared) set(p *page) {
	for _, s := range doc.Systems {
		p.heading(fmt.Sprintf("From %s to %s: %d added, %d deleted, %d with another title, %d turned from billable to header or back, %d terminated.",
			s.Old, s.New, len(s.Added), len(s.Deleted), len(s.Revised), len(s.Turned), len(s.Terminated)))
		if s.Unannounced > 0 {
			p.text(fmt.Sprintf("%d of these changes are not in the addenda of the newer release: they came with an amendment in between.", s.Unannounced))
		}
		s.set(p)
	}
}

func (s comparedSystem) set(p *page) {
	system, _ := codesets.SystemByKey(s.System)
	for _, part := range []struct {
		heading string
		rows    []changed
	}{
		{"Deleted", s.Deleted}, {"Turned", s.Turned}, {"Terminated", s.Terminated}, {"Another title", s.Revised}, {"Added", s.Added},
	} {
		if len(part.rows) == 0 {
			continue
		}
		p.heading(part.heading)
		for _, c := range part.rows {
			p.code(c.code, codeColumn)
			if was := c.was(); was != "" {
				p.row("", codeColumn, was)
			}
			if len(c.Instead) > 0 {
				p.row("", codeColumn, "now: "+strings.Join(printed(system, c.Instead), ", "))
			}
		}
	}
}

// was says what a code was called before, "" when that is what it is called now.
func (c changed) was() string {
	switch {
	case c.Was == nil:
		return ""
	case c.Was.Title != c.Title:
		return "was: " + c.Was.Title
	case c.Was.Short != c.Short && c.Was.Short != "" && c.Short != "":
		return "short title: " + c.Short + "; was: " + c.Was.Short
	}
	return ""
}

func printed(system codesets.System, codes []string) []string {
	all := make([]string, len(codes))
	for i, c := range codes {
		all[i] = system.Format(c)
	}
	return all
}
