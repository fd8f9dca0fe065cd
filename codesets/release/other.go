package release

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// Other is a file in which nothing was recognised: one that came along with others.
type Other struct {
	// Name is the file's own.
	Name string
	// Is says what it is instead, as the end of a sentence: "it is a picture"; "" when that is not plain.
	Is string
}

// String says in a sentence that the file was passed over.
func (o Other) String() string {
	if o.Is == "" {
		return o.Name + " was passed over: nothing in it is of a release."
	}
	return o.Name + " was passed over: " + o.Is + "."
}

// others returns the files at the top of a folder that none of the sources is of, but for hidden ones. One that cannot be read is left out: that
// was told before.
func others(fsys fs.FS, sources []source) []Other {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil
	}
	of := make(map[string]bool, len(sources))
	for _, s := range sources {
		top, _, _ := strings.Cut(s.path, "/")
		of[top] = true
	}
	var passed []Other
	for _, entry := range entries {
		if of[entry.Name()] || !entry.Type().IsRegular() || strings.HasPrefix(entry.Name(), ".") {
			continue
		}
		if is, err := whatIs(fsys, entry.Name()); err == nil {
			passed = append(passed, Other{entry.Name(), is})
		}
	}
	return passed
}

// nothingIn is [ErrNothing], and for a single file what it is instead, where that is plain.
func nothingIn(others []Other) error {
	if len(others) != 1 || others[0].Is == "" {
		return ErrNothing
	}
	return fmt.Errorf("%s (%w)", others[0].Is, ErrNothing)
}

// whatIs says what a file is, where that is plain: what comes of a download that went wrong, or a file of the same page
// that is no list of codes.
func whatIs(fsys fs.FS, name string) (string, error) {
	head, err := file{path: name, open: func() (io.ReadCloser, error) { return fsys.Open(name) }}.sniff()
	if err != nil {
		return "", err
	}
	text := bytes.ToLower(bytes.TrimLeft(head, " \t\r\n\ufeff"))
	begins := func(with string) bool {
		return bytes.HasPrefix(text, []byte(with)) || bytes.HasPrefix(head, []byte(with))
	}
	switch {
	case len(head) == 0:
		return "it is empty; fetch it again", nil
	case begins("<!doctype html") || begins("<html"):
		return "it is a web page, as a download may be that went wrong; fetch it again", nil
	case begins("%pdf"):
		return "it is a PDF, and codes are read only from text, tables and XML", nil
	case begins("\x89PNG") || begins("\xff\xd8\xff") || begins("GIF8"):
		return "it is a picture", nil
	}
	return "", nil
}
