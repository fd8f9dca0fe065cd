package release

import (
	"errors"
	"slices"

	"coderounds/codesets"
)

// gathering collects what files bring, by system and release.
type gathering struct {
	present []*codesets.Set
	files   []File
	came    []came
	drafts  []*gathered // in the order in which their codes were met
}

// came is what one file brought.
type came struct {
	codesets.Draft
	told   File
	file   int // its number among those of the gathering
	titles map[string]string
}

// gathered is what the files of one release bring.
type gathered struct {
	codesets.Draft
	titles map[string]string // of the Tabular List, to be compared with those of the codes
	codes  string            // the file that the codes are from
	joined string            // the last file that brought something else
	titled int               // the file with the titles, among those of the gathering
	tabled int               // the file with the tables
}

// readAll reads the sources, several at a time; steps are bytes, as declared. What they bring is in their order.
func (g *gathering) readAll(sources []source, step codesets.Step) error {
	var total int
	for _, s := range sources {
		total += int(min(s.size, maxText))
	}
	brought := make([]came, len(sources))
	err := codesets.Abreast(len(sources), step, func(i int, step codesets.Step) (err error) {
		s, size := sources[i], int(min(sources[i].size, maxText))
		brought[i], err = s.readUnless(s.redundant(sources), func(read int) error { return step(min(read, size), total) })
		if err == nil {
			err = step(size, total)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, c := range brought {
		if c.told.Name == "" {
			continue
		}
		c.file = len(g.files)
		g.files = append(g.files, c.told)
		if c.told.Unread == "" {
			g.came = append(g.came, c)
		}
	}
	return nil
}

// readUnless reads a source, unless one of a better format holds the same. A file that was none of its format brings nothing.
func (s source) readUnless(better string, step func(read int) error) (came, error) {
	if better != "" {
		return came{told: File{Name: s.name(), Format: s.format.name, Unread: "the " + better + " beside it says the same and more"}}, nil
	}
	r, err := s.open()
	if err != nil {
		return came{}, &Error{File: s.name(), Err: err}
	}
	defer r.Close()
	limit := &bounded{r: r, step: step}
	in := &input{Reader: decoded(limit, s.head), name: s.name(), path: s.path, size: s.size, limit: limit}
	draft, err := s.format.read(in)
	var told *Error
	switch {
	case limit.err != nil && limit.read > maxText:
		return came{}, &Error{File: s.name(), Err: limit.err}
	case limit.err != nil:
		return came{}, limit.err
	case errors.Is(err, errForeign):
		return came{}, nil
	case err != nil && !errors.As(err, &told):
		return came{}, &Error{File: s.name(), Err: err}
	case err != nil:
		return came{}, err
	}
	draft.Release.Label = label(s.path, draft.Release)
	draft.Release.Source = attribution(draft.Release.System)
	for i := range draft.Indexes {
		draft.Indexes[i].Release = draft.Release
	}
	return came{Draft: draft, told: newFile(in, s.format.name, draft), titles: in.titles}, nil
}

// join joins what came: codes of one release to one another, so that those of two years make two sets; then all else to the
// codes of its year, or to the last there are of its system.
func (g *gathering) join() {
	for _, codes := range []bool{true, false} {
		for _, c := range g.came {
			if codes == (c.Codes.Len() > 0) {
				g.of(c.Release, codes).join(c)
			}
		}
	}
}

// of returns what there is of a release, or for what has no codes of another one of the system.
func (g *gathering) of(r codesets.Release, codes bool) *gathered {
	var last *gathered
	for _, d := range g.drafts {
		if d.Release.System == r.System && (d.Release.Label == r.Label || !codes) {
			if last = d; d.Release.Label == r.Label {
				return d
			}
		}
	}
	if last == nil {
		last = &gathered{Draft: codesets.Draft{Release: codesets.Release{System: r.System}}}
		g.drafts = append(g.drafts, last)
	}
	return last
}

// join joins what a file brought.
func (d *gathered) join(c came) {
	if c.Codes.Len() > 0 {
		d.codes = c.told.Name
	} else {
		d.joined = c.told.Name
	}
	if c.titles != nil {
		d.titles, d.titled = c.titles, c.file
	}
	if len(c.Tables) > 0 {
		d.tabled = c.file
	}
	d.Join(c.Draft)
}

// build makes the sets, several at a time; steps go from 0 to Total for all of them.
func (g *gathering) build(step codesets.Step) ([]*codesets.Set, error) {
	n := len(g.drafts)
	sets := make([]*codesets.Set, n)
	err := codesets.Abreast(n, step, func(i int, step codesets.Step) error {
		d := g.drafts[i]
		own := func(done, total int) error { return step(Total*done/max(total, 1)/n, Total) }
		draft, err := g.whole(d, func() error { return own(0, 1) })
		if err != nil {
			return err
		}
		if sets[i], err = codesets.Build(draft, own); err != nil {
			return &Error{File: d.codes, Err: err}
		}
		if tables := len(d.Tables); tables > 0 {
			g.files[d.tabled].Unfit = tables - len(sets[i].Tables())
		}
		return nil
	})
	return sets, err
}

// whole returns a draft with codes, its own or those of the present set of the system, with all else joined
// onto them. pause is called now and then.
func (g *gathering) whole(d *gathered, pause func() error) (codesets.Draft, error) {
	whole := d.Draft
	if d.Codes.Len() == 0 {
		i := slices.IndexFunc(g.present, func(s *codesets.Set) bool { return s.Release().System == d.Release.System })
		if i < 0 {
			return codesets.Draft{}, &Error{File: d.joined, Err: ErrNoCodes}
		}
		var err error
		if whole, err = g.present[i].Draft(func(int, int) error { return pause() }); err != nil {
			return codesets.Draft{}, err
		}
		whole.Join(d.Draft)
		d.codes = d.joined
	}
	if d.titles != nil {
		return whole, g.files[d.titled].compare(whole.Codes, d.titles, pause)
	}
	return whole, nil
}
