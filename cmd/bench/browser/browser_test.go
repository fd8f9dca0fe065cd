package browser

import (
	"io"
	"net/http"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"
)

func TestWire(t *testing.T) {
	sized := func(n int) *fstest.MapFile { return &fstest.MapFile{Data: make([]byte, n)} }
	site := fstest.MapFS{
		"game.wasm": sized(9000), "game.wasm.br": sized(1000), "game.wasm.gz": sized(2000),
		"index.html": sized(90), "index.html.br": sized(10),
		"boot.js":    sized(5), // not worth compressing
		".made.json": sized(70), "icon.png": sized(800),
	}
	sum, err := Wire(site)
	require.NoError(t, err)
	require.EqualValues(t, 1015, sum)

	delete(site, "game.wasm.br")
	_, err = Wire(site)
	require.ErrorContains(t, err, "game.wasm.br")
	delete(site, "game.wasm")
	_, err = Wire(site)
	require.ErrorContains(t, err, "no program")
}

func TestServesBrotliWhereThereIsSome(t *testing.T) {
	server := serve(fstest.MapFS{
		"index.html":   {Data: []byte("<p>")},
		"game.wasm":    {Data: []byte("plain")},
		"game.wasm.br": {Data: []byte("small")},
	})
	defer server.Close()
	for name, want := range map[string]struct{ body, kind, encoding string }{
		"":          {"<p>", "text/html; charset=utf-8", ""},
		"game.wasm": {"small", "application/wasm", "br"},
	} {
		answer, err := http.Get(server.URL + "/" + name)
		require.NoError(t, err)
		body, err := io.ReadAll(answer.Body)
		require.NoError(t, err)
		require.NoError(t, answer.Body.Close())
		require.Equal(t, want.body, string(body))
		require.Equal(t, want.kind, answer.Header.Get("Content-Type"))
		require.Equal(t, want.encoding, answer.Header.Get("Content-Encoding"))
	}
}
