// Inwasm measures the WebAssembly side, in a process of its own under node:
//
//	inwasm DIR           puts all figures on the standard output; DIR is where the release files are
//	inwasm -turns DIR    takes turns in a contest with another program: see [nodepeer.Serve]
package main

import (
	"flag"
	"fmt"
	"os"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/cmd/bench/nodepeer"
	"coderounds/cmd/bench/pure"
	"coderounds/codesets"
)

func main() {
	turns := flag.Bool("turns", false, "take turns in a contest")
	flag.Parse()
	if err := run(flag.Arg(0), *turns); err != nil {
		fmt.Fprintln(os.Stderr, "inwasm:", err)
		os.Exit(1)
	}
}

func run(dir string, turns bool) error {
	c, err := corpus.Load(dir)
	if err != nil {
		return err
	}
	if turns {
		return nodepeer.Serve(c.Set(codesets.ICD10CM), os.Stdin, os.Stdout)
	}
	return pure.Run(pure.Wasm, c, figure.NewSheet(os.Stdout))
}
