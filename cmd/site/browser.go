package main

import (
	"os"
	"os/exec"
	"runtime"
)

// opener returns the command that opens an address in a browser, or nil where there is none to be seen.
func opener(system string, env func(string) string, address string) []string {
	if env("CI") != "" {
		return nil
	}
	switch system {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	}
	if env("DISPLAY") == "" && env("WAYLAND_DISPLAY") == "" {
		return nil
	}
	return []string{"xdg-open", address}
}

// openBrowser opens an address where that works. The address has been printed, so a failure is no news.
func openBrowser(address string) {
	command := opener(runtime.GOOS, os.Getenv, address)
	if command == nil {
		return
	}
	cmd := exec.Command(command[0], command[1:]...)
	if cmd.Start() == nil {
		go func() { _ = cmd.Wait() }()
	}
}
