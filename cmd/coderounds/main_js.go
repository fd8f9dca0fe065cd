// Command coderounds in a browser: the page around it is package wasm's.
package main

import (
	"math/rand/v2"
	"time"

	"coderounds/game"
	"coderounds/game/screen"
	"coderounds/wasm"
)

func main() {
	page, err := wasm.Open()
	if err != nil {
		wasm.Fail(err)
		return
	}
	if err := run(page); err != nil {
		wasm.Fail(err)
	}
}

func run(page *wasm.Page) error {
	store, notices := page.Store()
	settings, err := store.LoadSettings()
	if err != nil {
		notices = append(notices, err.Error())
	}
	desk, scene, err := game.Open(game.Start{
		Store: store, Settings: settings, Device: page, Now: time.Now(), Notices: notices,
		Rand:  rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64())),
		Shelf: page.Shelf(), Stock: page.Stock(),
	})
	if err != nil {
		return err
	}
	return screen.Run(screen.Options{
		Title: "Code Rounds", Scene: scene, Shell: page, Now: time.Now,
		Look: func() game.Look { return desk.Settings.Look },
	})
}
