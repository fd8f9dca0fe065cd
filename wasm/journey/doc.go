// Package journey plays the web edition in a real Chromium: it builds the site, serves it and drives the page as a
// player would, with a mouse, a finger, a keyboard or a screen reader. All of it is tests:
//
//	go test -count=1 ./wasm/journey
//
// What a test needs is in site_test.go (build and serve) and browser_test.go (drive). A test opens a site and then
// says what a player does and what is there to be seen after it:
//
//	b := open(t, serve(t, demo), phone)
//	b.await("start")
//	b.tap("start")
//	b.awaitText("said", "Right")
//
// Software rendering shows 7 to 17 frames a second on a machine with two cores, so a test waits for a state, never
// for a time. Errors on the console and requests to other hosts fail every test.
//
// Without a Chromium the tests are skipped, unless JOURNEY=required says that there must be one. -count=1 is needed
// because Go does not see that the program under test has changed.
package journey
