package main

import (
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"regexp"
	"slices"
)

//go:embed archives.json
var archivesFile []byte

// list is archives.json.
type list struct {
	About    []string  `json:"about"`
	Archives []archive `json:"archives"`
}

// archive is what an agency publishes as one file.
type archive struct {
	System string `json:"system"` // as codesets.System.Key
	Name   string `json:"name"`   // what it is kept as
	What   string `json:"what"`
	Page   string `json:"page"` // where a person finds it
	// Optional tells that the set is made without it when it cannot be had.
	Optional  bool      `json:"optional,omitempty"`
	Addresses []address `json:"addresses"` // the newest first
}

// address is where an archive is, and what is known of that.
type address struct {
	URL     string `json:"url"`
	Year    string `json:"year"`
	Checked string `json:"checked"` // the day on which Known was true
	Known   string `json:"known"`
}

// readList reads a file of addresses, or the one in the program.
func readList(name string) (list, error) {
	data := archivesFile
	if name != "" {
		var err error
		if data, err = os.ReadFile(name); err != nil {
			return list{}, fmt.Errorf("read the addresses: %w", err)
		}
	}
	var l list
	if err := json.Unmarshal(data, &l); err != nil {
		return list{}, fmt.Errorf("read the addresses: %w", err)
	}
	plain := regexp.MustCompile(`^[a-z0-9-]+$`)
	for _, a := range l.Archives {
		if !plain.MatchString(a.Name) || len(a.Addresses) == 0 || a.System == "" {
			return list{}, fmt.Errorf("read the addresses: archive %q needs a system, addresses, and a name of small letters, digits and hyphens", a.Name)
		}
	}
	if len(l.Archives) == 0 {
		return list{}, errors.New("read the addresses: there are none")
	}
	return l, nil
}

// systems are the systems, in the order of the list.
func (l list) systems() []string {
	var all []string
	for _, a := range l.Archives {
		if !slices.Contains(all, a.System) {
			all = append(all, a.System)
		}
	}
	return all
}

func (l list) of(system string) []archive {
	var all []archive
	for _, a := range l.Archives {
		if a.System == system {
			all = append(all, a)
		}
	}
	return all
}
