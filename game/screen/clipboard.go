//go:build !js

package screen

import (
	"bytes"
	"context"
	"os"
	"os/exec"
	"runtime"
	"time"
)

// clipboard is the system's, by way of the programs that systems have for it. Where there is none, text can be
// copied within the game. The zero clipboard is ready.
type clipboard struct {
	own    string
	result chan string // of the paste under way
}

// patience is how long a clipboard program may take.
const patience = 2 * time.Second

// copy sets the clipboard, without waiting for it.
func (c *clipboard) copy(text string) {
	if text == "" {
		return
	}
	c.own = text
	go func() {
		for _, command := range clipboardPrograms(false) {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			run := exec.CommandContext(ctx, command[0], command[1:]...)
			run.Stdin = bytes.NewReader([]byte(text))
			err := run.Run()
			cancel()
			if err == nil {
				return
			}
		}
	}()
}

// paste asks for what is in the clipboard; a later call of pasted has it.
func (c *clipboard) paste() {
	own, result := c.own, make(chan string, 1)
	c.result = result
	go func() {
		for _, command := range clipboardPrograms(true) {
			ctx, cancel := context.WithTimeout(context.Background(), patience)
			text, err := exec.CommandContext(ctx, command[0], command[1:]...).Output()
			cancel()
			if err == nil {
				result <- string(text)
				return
			}
		}
		result <- own
	}()
}

// pasted returns what paste has brought, once.
func (c *clipboard) pasted() (text string, ok bool) {
	select {
	case text = <-c.result:
		c.result = nil
		return text, true
	default:
		return "", false
	}
}

// clipboardPrograms are the commands to try, in order.
func clipboardPrograms(paste bool) [][]string {
	type pair struct{ copy, paste []string }
	var pairs []pair
	switch runtime.GOOS {
	case "darwin":
		pairs = []pair{{[]string{"pbcopy"}, []string{"pbpaste"}}}
	case "windows":
		pairs = []pair{{[]string{"clip"}, []string{"powershell", "-NoProfile", "-Command", "Get-Clipboard"}}}
	default:
		if os.Getenv("WAYLAND_DISPLAY") != "" {
			pairs = append(pairs, pair{[]string{"wl-copy"}, []string{"wl-paste", "--no-newline"}})
		}
		pairs = append(pairs,
			pair{[]string{"xclip", "-selection", "clipboard"}, []string{"xclip", "-selection", "clipboard", "-o"}},
			pair{[]string{"xsel", "-ib"}, []string{"xsel", "-ob"}})
	}
	var commands [][]string
	for _, p := range pairs {
		if paste {
			commands = append(commands, p.paste)
		} else {
			commands = append(commands, p.copy)
		}
	}
	return commands
}
