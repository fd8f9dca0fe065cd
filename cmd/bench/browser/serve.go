package browser

import (
	"errors"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"path"
	"strings"
	"time"
)

// types are given by name, since what the system believes may be wrong, and the program then does not load.
var types = map[string]string{
	".css":         "text/css; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".png":         "image/png",
	".svg":         "image/svg+xml",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
}

// folder serves files as a plain web server that knows Brotli does: both pages are fetched in the same way.
type folder struct{ files fs.FS }

// ServeHTTP answers with the Brotli form where there is one.
func (f folder) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if name == "" {
		name = "index.html"
	}
	w.Header().Set("Content-Type", types[path.Ext(name)])
	data, err := fs.ReadFile(f.files, name+".br")
	if err == nil {
		w.Header().Set("Content-Encoding", "br")
	} else if errors.Is(err, fs.ErrNotExist) {
		data, err = fs.ReadFile(f.files, name)
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	http.ServeContent(w, r, "", time.Time{}, strings.NewReader(string(data)))
}

// serve serves files on a free port of this machine.
func serve(files fs.FS) *httptest.Server { return httptest.NewServer(folder{files}) }
