//go:build !js

// Command coderounds is the game in a window.
//
//	coderounds                         play with the codes that come with the program
//	coderounds -release FILE           open an official release: a zip as published, its folder, or the order file
//	coderounds -questions FILE         ask an instructor's questions (CSV) too
//	coderounds -data DIR               keep the journal, the settings and the books there
//	coderounds -sets DIR               open the packed sets in a folder (make sets makes one)
//	coderounds -seed NUMBER            play the same rounds as another with this number
package main

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"time"

	"coderounds/cmd/internal/disk"
	"coderounds/game"
	"coderounds/game/screen"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "coderounds:", err)
		}
		os.Exit(1)
	}
}

func run(args []string) error {
	flags := flag.NewFlagSet("coderounds", flag.ContinueOnError)
	release := flags.String("release", "", "`FILE` of an official release: the zip, its folder, or the order file")
	questions := flags.String("questions", "", "`FILE` of questions (CSV)")
	seed := flags.Uint64("seed", 0, "play the same rounds as another with this `NUMBER`; 0 leaves it to chance")
	data := flags.String("data", "", "`DIR` to keep journal, settings and books in (default: your configuration folder)")
	sets := flags.String("sets", "", "`DIR` of packed sets to open, as make sets makes it; it may be missing")
	if err := flags.Parse(args); err != nil {
		return err
	}
	var files []fs.FS
	for _, name := range []string{*release, *questions} {
		if name == "" {
			continue
		}
		f, err := disk.Files(name)
		if err != nil {
			return err
		}
		files = append(files, f)
	}
	store, err := openDisk(*data)
	if err != nil {
		return err
	}
	defer store.Wait()
	settings, err := store.LoadSettings()
	if err != nil {
		return err
	}
	var notices []string
	if torn := store.Torn(); torn != "" {
		notices = append(notices, torn)
	}
	desk, scene, err := game.Open(game.Start{
		Store: store, Settings: settings, Device: store, Now: time.Now(), Files: files, Notices: notices,
		Rand: chance(*seed), Shelf: store, Stock: stock(*sets),
	})
	if err != nil {
		return err
	}
	return screen.Run(screen.Options{
		Title: "Code Rounds", Scene: scene, Now: time.Now,
		Look: func() game.Look { return desk.Settings.Look },
	})
}

// stock is the books of a folder, nil for none.
func stock(dir string) game.Stock {
	if dir == "" {
		return nil
	}
	return disk.Stock(dir)
}

// chance returns the randomness of a game; the same seed makes the same rounds.
func chance(seed uint64) *rand.Rand {
	if seed == 0 {
		seed = rand.Uint64()
	}
	return rand.New(rand.NewPCG(seed, seed))
}

func openDisk(dir string) (*disk.Disk, error) {
	if dir == "" {
		var err error
		if dir, err = disk.Dir(); err != nil {
			return nil, err
		}
	}
	return disk.Open(dir)
}
