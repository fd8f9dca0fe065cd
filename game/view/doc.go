// Package view says what a screen shows and where: a tree of parts with roles, its layout and its focus order.
//
// A scene describes its screen as one [Part] of role [Page]. That value is drawn by game/screen, hit by
// pointers, walked by keyboards and gamepads, mirrored into a web page's DOM for screen readers, and printed by
// tests ([Print]). Each of them reports a press of the same id, so they cannot drift apart:
//
//	view.Part{Role: view.Page, ID: "home", Name: "Code Rounds", Children: []view.Part{
//		{Role: view.Heading, Name: "Good evening"},
//		{Role: view.Button, ID: "start", Name: "Start round", State: view.Primary | view.Wanted},
//	}}
//
// [Lay] places a page in a [Room] with the help of [Faces], which measure text. A [Stage] keeps the focus and the
// scroll and turns raw events (a pointer went down here, this key) into meant ones (this part was pressed).
//
// Layout is a small box model: children follow one another down or across, with gaps, padding, growth, wrapping,
// and columns that become rows where there is room. A page has parts that stay at the top and at the bottom;
// what is between them scrolls. There are no other scrolling areas and no overlaps but a [Dialog], which scrolls
// instead of the page while it is open.
//
// Lengths are CSS pixels at a text size of 100 %; a larger text size is a smaller room, drawn larger.
package view
