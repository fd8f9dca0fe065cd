// Package screen shows scenes with Ebitengine and turns devices into their events.
//
//	err := screen.Run(screen.Options{Title: "Code Rounds", Scene: first})
//
// What is seen is a [view.Part] tree, laid out by package view: this package has the fonts that measure it, the
// colours (theme.go), the painter, and a loop that does nothing while nothing happens. No scene is asked and nothing is
// drawn until there is an event, a wait, another size or another look; a new page slides in for 160 ms unless the player or the
// system wants no motion.
//
// # Devices
//
// Mouse, wheel, finger and gamepad come from Ebitengine on every platform. Keys, text, dropped files and the wish for a dark
// screen come from the [Shell]: in a browser the page around the canvas, where real elements serve screen readers and
// input methods; on a desktop a window of this package, which edits text with the system's input method.
// A gamepad's cross walks the focus, A presses, B goes back, the shoulders turn pages.
//
// # Pictures
//
// All shapes are rounded rectangles of one shader, and are drawn in one call for each region of the screen, then the text
// over them. Texts are set in the Go fonts, codes in Go Mono. [Shoot] draws pages into pictures without a window
// to be seen.
//
// # Sounds
//
// A part's Cue is played as it first appears: "right", "wrong", "done". The tones are computed. Without a sound card
// the game is mute; nothing is told by sound alone.
//
// What it does not do: emoji and scripts that the Go fonts lack, text from right to left, selecting text with a finger.
package screen
