package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io/fs"
	"net/http"
	"path"
	"strings"
	"time"

	"coderounds/wasm/page"
)

// headers go with every answer. The page runs what comes from here and nothing else.
var headers = map[string]string{
	"Content-Security-Policy":      page.Policy + "; frame-ancestors 'self'",
	"X-Content-Type-Options":       "nosniff",
	"Referrer-Policy":              "no-referrer",
	"Cross-Origin-Opener-Policy":   "same-origin",
	"Cross-Origin-Resource-Policy": "same-origin",
	"Permissions-Policy":           "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
	// Kept, but asked after each time: a new build is seen at once, and an old one costs a question.
	"Cache-Control": "no-cache",
	"Vary":          "Accept-Encoding",
}

// types are the media types of the files there are. What the system believes does not matter: a wrong type for the program
// stops it from loading.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".set":         "application/octet-stream",
	".svg":         "image/svg+xml",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// site answers requests from a folder as [build] makes it, each with the smallest form the browser takes.
type site struct{ files fs.FS }

// ServeHTTP answers GET and HEAD.
func (s site) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	for name, value := range headers {
		w.Header().Set(name, value)
	}
	if r.Method != http.MethodGet && r.Method != http.MethodHead {
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	mediaType, known := types[path.Ext(name)]
	if !known || strings.HasPrefix(path.Base(name), ".") {
		http.Error(w, "there is no such file here", http.StatusNotFound)
		return
	}
	data, encoding, err := s.read(name, r.Header.Get("Accept-Encoding"))
	switch {
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, fs.ErrInvalid):
		http.Error(w, "there is no such file here", http.StatusNotFound)
		return
	case err != nil:
		http.Error(w, "the file cannot be read", http.StatusInternalServerError)
		return
	}
	sum := sha256.Sum256(data)
	w.Header().Set("Content-Type", mediaType)
	w.Header().Set("ETag", `"`+hex.EncodeToString(sum[:12])+`"`)
	if encoding != "" {
		w.Header().Set("Content-Encoding", encoding)
	}
	http.ServeContent(w, r, "", time.Time{}, bytes.NewReader(data))
}

// read returns a file in the first form that the header allows.
func (s site) read(name, header string) (data []byte, encoding string, err error) {
	for _, c := range codings {
		if !accepts(header, c.name) {
			continue
		}
		data, err = fs.ReadFile(s.files, name+c.suffix)
		if err == nil {
			return data, c.name, nil
		}
		if !errors.Is(err, fs.ErrNotExist) {
			return nil, "", err
		}
	}
	data, err = fs.ReadFile(s.files, name)
	return data, "", err
}
