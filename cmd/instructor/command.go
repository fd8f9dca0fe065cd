package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/alecthomas/kong"
)

// Exit codes.
const (
	exitFine  = 0
	exitNot   = 1 // not found, or not valid
	exitUsage = 2 // used wrongly, or a file cannot be read or written
)

// options are the command line.
type options struct {
	Release []string `short:"r" sep:"none" placeholder:"FILE" help:"Official release to open: a zip as published, its folder, a file of it, or a packed set. May be given several times."`
	JSON    bool     `name:"json" help:"Answer with a JSON document."`

	Search   search   `cmd:"" help:"Find codes by words of their names, or by how they begin."`
	Explain  explain  `cmd:"" help:"Say what codes are and where they stand, or why they are none; of several, whether they exclude each other."`
	Diff     diff     `cmd:"" help:"Say what changed from one release to another."`
	Pack     pack     `cmd:"" help:"Write releases as packed sets, which are ready at once."`
	Releases releases `cmd:"" help:"Say what is loaded."`
}

const description = "Looks codes of ICD-10-CM, ICD-10-PCS, HCPCS Level II and CPT Category II up, checks and explains them, compares releases and packs them. " +
	"Exit: 0 fine; 1 not found or not valid; 2 used wrongly, or a file cannot be read or written."

// streams are where a command writes to.
type streams struct {
	out, errors io.Writer
	// width is how many characters a line of out holds.
	width int
	// watched tells that errors is a terminal, where a bar may show progress.
	watched bool
}

// desk is what a command works with.
type desk struct {
	streams
	releases []string
	json     bool
}

// errNot is the error of an answer that is no: it was told already.
var errNot = errors.New("no")

// run runs a command line and returns the exit code.
func run(args []string, s streams) int {
	var o options
	helped := false
	parser, err := kong.New(&o, kong.Name("instructor"), kong.Description(description), kong.Writers(s.out, s.errors),
		kong.Exit(func(int) { helped = true }), kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: s.width}))
	if err != nil {
		return s.fail(err, exitUsage)
	}
	context, err := parser.Parse(args)
	if helped {
		return exitFine
	}
	if err != nil {
		return s.fail(fmt.Errorf("%w; see instructor --help", err), exitUsage)
	}
	err = context.Run(&desk{streams: s, releases: o.Release, json: o.JSON})
	switch {
	case errors.Is(err, errNot):
		return exitNot
	case err != nil:
		return s.fail(err, exitUsage)
	}
	return exitFine
}

// fail says an error as a sentence.
func (s streams) fail(err error, code int) int {
	says := strings.TrimRight(err.Error(), ".")
	p := page{width: s.width}
	p.text("instructor: " + says + ".")
	fmt.Fprint(s.errors, p.String())
	return code
}
