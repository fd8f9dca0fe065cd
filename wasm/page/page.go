// Package page holds the files of the web edition that are not Go: the page, its style, its scripts and its icons.
// The site builder copies them beside the program; wasm.Page talks to what the scripts leave in globalThis.codeRounds.
package page

import "embed"

// Files are the files, all at the root.
//
//go:embed *.html *.js *.css *.svg *.png *.webmanifest
var Files embed.FS

// Policy is the page's Content-Security-Policy: nothing from any other host, and no script or style inside the page.
// The blob is the one that the sound library makes for its audio worklet; only code that already runs can make one.
const Policy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; script-src-elem 'self' blob:; style-src 'self'; " +
	"img-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"
