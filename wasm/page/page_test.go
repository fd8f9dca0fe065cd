package page

import (
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestPolicy checks that the page itself carries the policy, for servers that send none, and keeps to it.
func TestPolicy(t *testing.T) {
	html, err := Files.ReadFile("index.html")
	require.NoError(t, err)
	require.Contains(t, string(html), `content="`+Policy+`"`)
	require.NotRegexp(t, `<script>|<style|style=|\son[a-z]+=|javascript:`, string(html))
}

// TestOneHost checks that nothing names another host, and that every file that is named is there.
func TestOneHost(t *testing.T) {
	entries, err := Files.ReadDir(".")
	require.NoError(t, err)
	there := map[string]bool{"wasm_exec.js": true, "files.json": true, ".": true}
	for _, e := range entries {
		there[e.Name()] = true
	}
	named := regexp.MustCompile(`(?:src=|href=|"src": |from )["'](?:\./)?([^"']+)["']`)
	for _, e := range entries {
		text, err := Files.ReadFile(e.Name())
		require.NoError(t, err)
		require.NotRegexp(t, `(?:https?:)?//(?:[a-z0-9-]+\.)+[a-z]{2,}/`, regexp.MustCompile(`http://www\.w3\.org/2000/svg`).ReplaceAllString(string(text), ""), e.Name())
		for _, m := range named.FindAllStringSubmatch(string(text), -1) {
			require.True(t, there[m[1]], "%s names %s", e.Name(), m[1])
		}
	}
}
