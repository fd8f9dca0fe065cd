package main

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func files() fstest.MapFS {
	file := func(text string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(text)} }
	return fstest.MapFS{
		"index.html":         file("<page>"),
		"index.html.br":      file("page in brotli"),
		"index.html.gz":      file("page in gzip"),
		"coderounds.wasm":    file("\x00asm and more"),
		"coderounds.wasm.gz": file("program in gzip"),
		"icon.png":           file("picture"),
		"style.css":          file("style"),
		"boot.js":            file("script"),
		"app.webmanifest":    file("{}"),
		".made.json":         file("secret"),
		"notes.secret":       file("secret"),
	}
}

func TestHandler(t *testing.T) {
	const everything = "gzip, deflate, br, zstd"
	for _, test := range []struct {
		name, method, path, accept string
		status                     int
		body, mediaType, encoding  string
	}{
		{"start page", "GET", "/", everything, 200, "page in brotli", "text/html; charset=utf-8", "br"},
		{"by name", "GET", "/index.html", "gzip", 200, "page in gzip", "text/html; charset=utf-8", "gzip"},
		{"plain", "GET", "/", "", 200, "<page>", "text/html; charset=utf-8", ""},
		{"brotli refused", "GET", "/", "br;q=0, gzip", 200, "page in gzip", "text/html; charset=utf-8", "gzip"},
		{"anything", "GET", "/", "*", 200, "page in brotli", "text/html; charset=utf-8", "br"},
		{"anything but", "GET", "/", "*, br; q=0", 200, "page in gzip", "text/html; charset=utf-8", "gzip"},
		{"only one form there", "GET", "/coderounds.wasm", everything, 200, "program in gzip", "application/wasm", "gzip"},
		{"not compressible", "GET", "/icon.png", everything, 200, "picture", "image/png", ""},
		{"script", "GET", "/boot.js", "", 200, "script", "text/javascript; charset=utf-8", ""},
		{"style", "GET", "/style.css", "", 200, "style", "text/css; charset=utf-8", ""},
		{"manifest", "GET", "/app.webmanifest", "", 200, "{}", "application/manifest+json", ""},
		{"head", "HEAD", "/", "br", 200, "", "text/html; charset=utf-8", "br"},
		{"post", "POST", "/", "", 405, "only GET and HEAD\n", "text/plain; charset=utf-8", ""},
		{"missing", "GET", "/gone.js", everything, 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
		{"hidden", "GET", "/.made.json", "", 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
		{"unknown type", "GET", "/notes.secret", "", 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
		{"compressed form by name", "GET", "/index.html.br", "", 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
		{"upwards", "GET", "/../../etc/passwd.txt", "", 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
		{"folder", "GET", "/deep/", "", 404, "there is no such file here\n", "text/plain; charset=utf-8", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			answer := ask(site{files()}, test.method, test.path, http.Header{"Accept-Encoding": {test.accept}})
			require.Equal(t, test.status, answer.Code)
			require.Equal(t, test.body, answer.Body.String())
			require.Equal(t, test.mediaType, answer.Header().Get("Content-Type"))
			require.Equal(t, test.encoding, answer.Header().Get("Content-Encoding"))
			require.Equal(t, "Accept-Encoding", answer.Header().Get("Vary"))
			require.Contains(t, answer.Header().Get("Content-Security-Policy"), "default-src 'none'")
			require.Equal(t, "nosniff", answer.Header().Get("X-Content-Type-Options"))
		})
	}
}

func TestHandlerKept(t *testing.T) {
	first := ask(site{files()}, "GET", "/", http.Header{"Accept-Encoding": {"br"}})
	tag := first.Header().Get("ETag")
	require.NotEmpty(t, tag)
	require.Equal(t, "no-cache", first.Header().Get("Cache-Control"))

	again := ask(site{files()}, "GET", "/", http.Header{"Accept-Encoding": {"br"}, "If-None-Match": {tag}})
	require.Equal(t, http.StatusNotModified, again.Code)
	require.Empty(t, again.Body.String())

	other := ask(site{files()}, "GET", "/", http.Header{"Accept-Encoding": {"gzip"}, "If-None-Match": {tag}})
	require.Equal(t, http.StatusOK, other.Code, "each form has a tag of its own")

	changed := files()
	changed["index.html.br"].Data = []byte("new")
	newer := ask(site{changed}, "GET", "/", http.Header{"Accept-Encoding": {"br"}, "If-None-Match": {tag}})
	require.Equal(t, http.StatusOK, newer.Code)
}

func TestHandlerRange(t *testing.T) {
	for _, test := range []struct {
		asked  string
		status int
		body   string
	}{
		{"bytes=1-3", http.StatusPartialContent, "asm"},
		{"bytes=-4", http.StatusPartialContent, "more"},
		{"bytes=100-", http.StatusRequestedRangeNotSatisfiable, "invalid range: failed to overlap\n"},
		{"nonsense", http.StatusRequestedRangeNotSatisfiable, "invalid range\n"},
	} {
		answer := ask(site{files()}, "GET", "/coderounds.wasm", http.Header{"Range": {test.asked}})
		require.Equal(t, test.status, answer.Code, test.asked)
		require.Equal(t, test.body, answer.Body.String(), test.asked)
	}
}

// brokenFS fails as a disk does.
type brokenFS struct{}

func (brokenFS) Open(string) (fs.File, error) { return nil, errors.New("the disk is on fire") }

func TestHandlerBrokenDisk(t *testing.T) {
	for _, accept := range []string{"", "br"} {
		answer := ask(site{brokenFS{}}, "GET", "/", http.Header{"Accept-Encoding": {accept}})
		require.Equal(t, http.StatusInternalServerError, answer.Code)
		require.Equal(t, "the file cannot be read\n", answer.Body.String())
	}
}

func TestAccepts(t *testing.T) {
	for _, test := range []struct {
		header, coding string
		want           bool
	}{
		{"", "br", false},
		{"br", "br", true},
		{"BR", "br", true},
		{"gzip;q=1.0, br;q=0.1", "br", true},
		{"br;q=0.000", "br", false},
		{"br; q=0", "br", false},
		{"br;Q=0", "br", false},
		{"br;q=nonsense", "br", false},
		{"brotli", "br", false},
		{"*;q=0.5", "gzip", true},
		{"*;q=0", "gzip", false},
		{"identity", "gzip", false},
		{" ,, gzip", "gzip", true},
	} {
		require.Equal(t, test.want, accepts(test.header, test.coding), "%q %s", test.header, test.coding)
	}
}

func ask(h http.Handler, method, path string, header http.Header) *httptest.ResponseRecorder {
	r := httptest.NewRequest(method, "http://localhost"+path, nil)
	r.Header = header
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}
