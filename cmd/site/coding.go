package main

import (
	"bytes"
	"compress/gzip"
	"io"
	"path"
	"strconv"
	"strings"

	"github.com/andybalholm/brotli"

	"coderounds/codesets"
)

// level is how hard to compress.
type level int

// fast is for playing now: 19 MB take two seconds. best is for publishing, and saves a third of it.
const (
	fast level = iota
	best
)

// coding is a way to compress that browsers know, best first in [codings].
type coding struct {
	name   string // as in Accept-Encoding
	suffix string
	pack   func(data []byte, l level) ([]byte, error)
}

var codings = [...]coding{
	{"br", ".br", func(data []byte, l level) ([]byte, error) {
		return pack(data, func(w io.Writer) (io.WriteCloser, error) {
			return brotli.NewWriterLevel(w, map[level]int{fast: 4, best: brotli.BestCompression}[l]), nil
		})
	}},
	{"gzip", ".gz", func(data []byte, l level) ([]byte, error) {
		return pack(data, func(w io.Writer) (io.WriteCloser, error) {
			return gzip.NewWriterLevel(w, map[level]int{fast: gzip.BestSpeed, best: gzip.BestCompression}[l])
		})
	}},
}

func pack(data []byte, open func(io.Writer) (io.WriteCloser, error)) ([]byte, error) {
	var out bytes.Buffer
	w, err := open(&out)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// compressible tells whether a file is worth compressing: not what is compressed already, nor what is not served.
func compressible(name string) bool {
	switch path.Ext(name) {
	case ".wasm", ".js", ".html", ".css", ".svg", ".json", ".webmanifest", ".txt", codesets.PackSuffix:
		return !strings.HasPrefix(name, ".")
	}
	return false
}

// accepts tells whether an Accept-Encoding header allows a coding (RFC 9110, section 12.5.3).
func accepts(header, name string) bool {
	any := false
	for _, element := range strings.Split(header, ",") {
		token, parameters, _ := strings.Cut(element, ";")
		quality := 1.0
		if q, ok := strings.CutPrefix(strings.ReplaceAll(strings.ToLower(parameters), " ", ""), "q="); ok {
			// A malformed quality is read as 0: what cannot be understood is not asked for.
			quality, _ = strconv.ParseFloat(q, 64)
		}
		switch token = strings.TrimSpace(token); {
		case strings.EqualFold(token, name):
			return quality > 0
		case token == "*":
			any = quality > 0
		}
	}
	return any
}
