//go:build !js

package journey

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestShots takes pictures of the pages on every screen into the folder that JOURNEY_SHOTS names, to be looked at.
func TestShots(t *testing.T) {
	folder := os.Getenv("JOURNEY_SHOTS")
	if folder == "" {
		t.Skip("no pictures asked for: make shots")
	}
	chromium(t)
	require.NoError(t, os.MkdirAll(folder, 0o755))
	address := serve(t, game)
	student := newStudent(t)
	for _, on := range []screen{phone, phone.inDark(), desktop, desktop.inDark()} {
		t.Run(on.name, func(t *testing.T) {
			b := open(t, address, on)
			shoot := func(name string) { b.shoot(filepath.Join(folder, name+"-"+on.name+".png")) }
			b.await("start")
			shoot("home")
			b.press("settings")
			b.awaitGone("start")
			shoot("settings")
			b.press("back")
			b.press("exam")
			b.await("set")
			shoot("exam")
			b.press("back")
			b.await("start")
			b.press("lookup")
			b.awaitGone("start")
			shoot("lookup")
			b.awaitFocus("search")
			b.keys("e11.9")
			b.press("code/icd10cm/E119")
			b.await("results")
			shoot("code")
			b.press("results")
			b.awaitGone("results")
			b.press("back")
			b.await("start")
			b.press("lookup")
			for _, place := range []struct{ name, way string }{
				{"chapters", "group/icd10cm/all"}, {"chapter", "group/icd10cm/all group/icd10cm/0"},
				{"table", "procedures/icd10pcs procedures/icd10pcs/0 procedures/icd10pcs/0D table/icd10pcs/0DT"},
				{"build", "build/icd10pcs build/icd10pcs/0 build/icd10pcs/0D build/icd10pcs/0DT"},
			} {
				b.browse(place.way)
				shoot(place.name)
				b.press("crumb:books")
				b.awaitGone("crumb:books")
			}
			b.press("back")
			b.await("start")
			student.pictured(b, shoot)
		})
	}
}

// browse goes on in the look-up by the parts of a way.
func (b *browser) browse(way string) {
	for _, id := range strings.Fields(way) {
		b.await(id)
		b.press(id)
		b.awaitGone(id)
	}
	b.frames()
}

// pictured plays a round, right and wrong by turns, and takes pictures of each kind of question and answer and of the
// end.
func (s *student) pictured(b *browser, shoot func(name string)) {
	b.t.Helper()
	b.press("start")
	seen := make(map[string]bool)
	answers := 0
	for k := b.question(); k != "summary"; k = b.question() {
		b.frames()
		if !seen[k] {
			shoot(k)
		}
		if right := answers%3 > 0; right {
			s.answerRight(b, k, hands()[3])
		} else {
			b.press("dontknow")
		}
		b.await("continue")
		b.frames()
		if !seen[k] {
			shoot(k + "-answer")
		}
		seen[k] = true
		answers++
		b.press("continue")
		b.awaitGone("continue")
	}
	b.frames()
	shoot("summary")
}
