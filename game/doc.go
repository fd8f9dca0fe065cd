// Package game is the game's scenes: input in, view out.
//
// A [Scene] is one screen. Its Update takes what happened and returns the scene shown next; its View describes
// the screen as a tree of parts. What scenes share lies on a [Desk]: the open books, the journal, the
// settings. [Open] opens a desk and returns the first scene:
//
//	desk, scene, err := game.Open(game.Start{Store: store, Device: device, Rand: rng, Now: now})
//	for scene != nil {
//		show(scene.View())
//		scene = scene.Update(game.Input{Now: now, Events: events})
//	}
//
// No scene touches a device, a disk or a clock: the time comes with the [Input], the rest through [Device] and
// quiz.Store. A script of events therefore plays a whole game in a test.
package game
