// Site builds the web edition of Code Rounds and serves it.
//
//	go run ./cmd/site                       builds into build/site
//	go run ./cmd/site --serve --port 8080   builds, and serves on http://localhost:8080
//	go run ./cmd/site --best                builds for publishing: smaller, and slow to make
//
// What it builds is a folder of plain files that any web server can serve. Beside each file lies the same compressed
// with Brotli and gzip, which a server that knows them can send; the one in here does. Such a server should also send the
// headers that this one sends, above all the type application/wasm; see [headers].
//
// It needs the Go toolchain and nothing else. What has not changed since the last build is not made again.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/alecthomas/kong"
)

// options are the command line.
type options struct {
	Out     string `help:"Folder to build into." default:"build/site" type:"path"`
	Program string `help:"Go package of the program." default:"./cmd/coderounds"`
	Sets    string `help:"Folder of packed sets that the page opens, as make sets makes it; it may be missing." default:"build/sets" type:"path"`
	Best    bool   `help:"Compress as well as possible, for publishing. Takes minutes."`
	Serve   bool   `help:"Serve what was built."`
	Host    string `help:"Address to serve on; 0.0.0.0 lets other machines in." default:"localhost"`
	Port    int    `help:"Port to serve on; 0 takes a free one." default:"8080" env:"PORT"`
	Open    bool   `help:"Open a browser, where there is one." default:"true" negatable:""`
}

func main() {
	var o options
	kong.Parse(&o, kong.Name("site"), kong.Description("Builds the web edition of Code Rounds and serves it."))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, o); err != nil {
		fmt.Fprintln(os.Stderr, "site:", err)
		os.Exit(1)
	}
}

// run takes the port before it builds, so that a taken one is told at once.
func run(ctx context.Context, o options) error {
	var served *server
	if o.Serve {
		var err error
		if served, err = listen(o.Host, o.Port); err != nil {
			return err
		}
	}
	b := build{program: o.Program, out: o.Out, sets: o.Sets, level: fast, log: os.Stderr}
	if o.Best {
		b.level = best
	}
	if err := b.run(ctx); err != nil {
		return fmt.Errorf("build the site: %w", err)
	}
	if served == nil {
		fmt.Println("Built in", o.Out)
		return nil
	}
	fmt.Printf("Code Rounds is at %s (Ctrl+C ends it)\n", served.address())
	if o.Open {
		openBrowser(served.address())
	}
	return served.serve(ctx, os.DirFS(o.Out))
}
