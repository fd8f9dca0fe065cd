// Sets fetches the official releases of this year from the agencies that publish them, reads them as the game does, and
// packs them for the game to open:
//
//	go run ./cmd/sets                      fetches what is missing or new, into build/sets
//	go run ./cmd/sets --list FILE          from addresses of your own (see archives.json)
//	go run ./cmd/sets --only hcpcs         one system only
//
// What was fetched before is kept beside the packed sets and asked after, not fetched again; a transfer that broke off goes on
// where it ended. Without a network what was fetched before serves, and else the starter sets that come with the game.
//
// It exits with 0 when every system has a set, 1 when one has none, and 2 when it was called wrongly. This is the only program
// of Code Rounds that asks another computer for anything, and it does so only when it is run.
package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/alecthomas/kong"
	"golang.org/x/term"
)

// options are the command line.
type options struct {
	Out  string `help:"Folder for the packed sets; what was fetched is kept in archives/ in it." default:"build/sets" type:"path"`
	List string `help:"File of addresses, instead of the list in the program." placeholder:"FILE" type:"existingfile"`
	Only string `help:"Fetch one system only." enum:",icd10cm,icd10pcs,hcpcs" default:""`
}

// patience is how long a server may take to begin to answer. How long a transfer takes is up to the network.
const patience = 30 * time.Second

func main() {
	var o options
	parser := kong.Must(&o, kong.Name("sets"), kong.Description("Fetches the official releases from the agencies and packs them for the game."))
	if _, err := parser.Parse(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "sets:", err)
		os.Exit(2)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.ResponseHeaderTimeout = patience
	f := fetcher{
		client: &http.Client{Transport: transport}, dir: filepath.Join(o.Out, "archives"),
		out: os.Stdout, errors: os.Stderr, watched: term.IsTerminal(int(os.Stderr.Fd())), pause: time.Second,
	}
	if err := run(ctx, o, f); err != nil {
		fmt.Fprintln(os.Stderr, "sets:", err)
		os.Exit(1)
	}
}

// run fetches, reads and packs one system after the other. One that fails does not keep the others from it.
func run(ctx context.Context, o options, f fetcher) error {
	list, err := readList(o.List)
	if err != nil {
		return err
	}
	var without []string
	for _, system := range list.systems() {
		if o.Only != "" && o.Only != system {
			continue
		}
		if err := makeSet(ctx, f, list.of(system), o.Out); err != nil {
			say(f.errors, "%s: %v", system, err)
			without = append(without, system)
		}
		if ctx.Err() != nil {
			return fmt.Errorf("stopped; run it again to go on: %w", ctx.Err())
		}
	}
	if len(without) > 0 {
		return fmt.Errorf("no set for %s: the starter sets that come with the game serve there; when you are online, run it again", strings.Join(without, ", "))
	}
	say(f.out, "make play and make desktop open them.")
	return nil
}

// makeSet makes the set of one system of its archives.
func makeSet(ctx context.Context, f fetcher, archives []archive, out string) error {
	f.dir = filepath.Join(f.dir, archives[0].System)
	if err := os.MkdirAll(f.dir, 0o755); err != nil {
		return fmt.Errorf("make the folder for what is fetched: %w", err)
	}
	for _, a := range archives {
		err := f.fetch(ctx, a)
		if err != nil && (!a.Optional || ctx.Err() != nil) {
			return err
		}
		if err != nil {
			say(f.errors, "%s: %v; the set is made without it", a.Name, err)
		}
	}
	return packSet(f.dir, out, f.out)
}

// say writes a line for the person at the terminal.
func say(w io.Writer, format string, args ...any) { fmt.Fprintf(w, format+"\n", args...) }
