package starter

import (
	"bufio"
	"fmt"
	"io/fs"
	"strings"
)

// line is one line of a data file that says something.
type line struct {
	file     string
	number   int
	indented bool
	text     string // without spaces around it
}

// errorf returns an error that begins with the place of the line.
func (l line) errorf(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", l.file, l.number, fmt.Sprintf(format, args...))
}

// readLines calls take for each line of a file, comments and empty lines left out.
func readLines(fsys fs.FS, name string, take func(line) error) error {
	f, err := fsys.Open(name)
	if err != nil {
		return fmt.Errorf("read starter set: %w", err)
	}
	defer f.Close()
	scanner := bufio.NewScanner(f)
	scanner.Buffer(nil, 1<<20)
	for n := 1; scanner.Scan(); n++ {
		text := scanner.Text()
		l := line{file: name, number: n, indented: strings.HasPrefix(text, "  "), text: strings.TrimSpace(text)}
		if l.text == "" || strings.HasPrefix(l.text, "#") {
			continue
		}
		if err := take(l); err != nil {
			return err
		}
	}
	if err := scanner.Err(); err != nil {
		return fmt.Errorf("read starter set: %s: %w", name, err)
	}
	return nil
}
