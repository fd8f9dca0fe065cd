//go:build !js

package journey

import (
	"context"
	"fmt"

	cdpbrowser "github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/require"
)

// element is the JavaScript that finds a part in the mirror.
func element(id string) string { return `document.querySelector('[data-part=` + quoted(id) + `]')` }

// await waits until a part is there.
func (b *browser) await(id string) {
	b.t.Helper()
	b.until(element(id))
}

// awaitGone waits until a part is not there.
func (b *browser) awaitGone(id string) {
	b.t.Helper()
	b.until("!" + element(id))
}

// awaitText waits until a part says a text, or something with it inside.
func (b *browser) awaitText(id, text string) {
	b.t.Helper()
	b.until(element(id) + `?.textContent.includes(` + quoted(text) + `)`)
}

// awaitPage waits until anything on the page says a text.
func (b *browser) awaitPage(text string) {
	b.t.Helper()
	b.until(`document.getElementById('mirror').textContent.includes(` + quoted(text) + `)`)
}

// awaitSaid waits until the live region says a text: what a screen reader reads out at once.
func (b *browser) awaitSaid(text string) {
	b.t.Helper()
	b.until(`document.getElementById('said').textContent.includes(` + quoted(text) + `)`)
}

// awaitFocus waits until a part has the browser's focus.
func (b *browser) awaitFocus(id string) {
	b.t.Helper()
	b.until(`document.activeElement.dataset.part === ` + quoted(id))
}

// awaitValue waits until a field holds a text.
func (b *browser) awaitValue(id, text string) {
	b.t.Helper()
	b.until(element(id) + `?.value === ` + quoted(text))
}

// text returns what a part says.
func (b *browser) text(id string) string {
	b.t.Helper()
	return fmt.Sprint(b.eval("%s.textContent", element(id)))
}

// press presses a part as a screen reader does: by its element, with no pointer behind it.
func (b *browser) press(id string) {
	b.t.Helper()
	b.await(id)
	b.eval("%s.click()", element(id))
}

// focus puts the browser's focus on a part, as a screen reader does that walks the page.
func (b *browser) focus(id string) {
	b.t.Helper()
	b.await(id)
	b.eval("%s.focus()", element(id))
	b.awaitFocus(id)
}

// middle returns where the middle of a part is.
func (b *browser) middle(id string) (x, y float64) {
	b.t.Helper()
	b.await(id)
	at, ok := b.eval(`(r => [r.x + r.width / 2, r.y + r.height / 2])(%s.getBoundingClientRect())`, element(id)).([]any)
	require.True(b.t, ok && len(at) == 2)
	return at[0].(float64), at[1].(float64)
}

// click presses what is drawn where a part is, with the mouse.
func (b *browser) click(id string) {
	b.t.Helper()
	x, y := b.middle(id)
	b.clickAt(x, y)
}

// clickAt presses what is drawn at a point, in CSS pixels.
func (b *browser) clickAt(x, y float64) {
	b.t.Helper()
	at := input.DispatchMouseEventParams{X: x, Y: y, Type: input.DispatchMouseEventTypeMouseMoved}
	call(b, input.DispatchMouseEvent, at)
	at.Type, at.Button, at.Buttons, at.ClickCount = input.DispatchMouseEventTypeMousePressed, input.MouseButtonLeft, 1, 1
	call(b, input.DispatchMouseEvent, at)
	at.Type, at.Buttons = input.DispatchMouseEventTypeMouseReleased, 0
	call(b, input.DispatchMouseEvent, at)
}

// tap presses what is drawn where a part is, with a finger.
func (b *browser) tap(id string) {
	b.t.Helper()
	x, y := b.middle(id)
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchStart, TouchPoints: []*input.TouchPoint{{X: x, Y: y}}})
	call(b, input.DispatchTouchEvent, input.DispatchTouchEventParams{
		Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}})
}

// scroll turns the mouse wheel over a part, down for positive pixels.
func (b *browser) scroll(id string, pixels float64) {
	b.t.Helper()
	x, y := b.middle(id)
	call(b, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseWheel, X: x, Y: y, DeltaX: 0.001, DeltaY: pixels}) // a zero is left out, and missed
}

// keys types on the keyboard: characters, or keys of package kb. A key and its character are one event, as on a real
// keyboard; in two, the character would come even where the page has prevented it.
func (b *browser) keys(text string, modifiers ...kb.Modifier) {
	b.t.Helper()
	for _, r := range text {
		var down input.DispatchKeyEventParams
		for _, e := range kb.Encode(r) {
			for _, m := range modifiers {
				e.Modifiers |= int64(m)
			}
			switch e.Type {
			case kb.KeyDown:
				down = *e
			case kb.KeyChar:
				if e.Modifiers&^int64(kb.ModifierShift) == 0 {
					down.Text, down.UnmodifiedText = e.Text, e.UnmodifiedText
				}
			case kb.KeyUp:
				call(b, input.DispatchKeyEvent, down)
				call(b, input.DispatchKeyEvent, *e)
			}
		}
	}
}

// compose writes as an input method does: a word grows step by step and is then taken.
func (b *browser) compose(steps ...string) {
	b.t.Helper()
	for _, s := range steps {
		end := int64(len([]rune(s)))
		call(b, input.ImeSetComposition, input.ImeSetCompositionParams{Text: s, SelectionStart: end, SelectionEnd: end})
	}
	b.insert(steps[len(steps)-1])
}

// insert puts a text into the field at once, as pasting does.
func (b *browser) insert(text string) {
	b.t.Helper()
	call(b, input.InsertText, input.InsertTextParams{Text: text})
}

// drop drops files and folders of this machine on the page.
func (b *browser) drop(paths ...string) {
	b.t.Helper()
	data := &input.DragData{Items: []*input.DragDataItem{}, Files: paths, DragOperationsMask: 1}
	for _, kind := range []input.DispatchDragEventType{
		input.DispatchDragEventTypeDragEnter, input.DispatchDragEventTypeDragOver, input.DispatchDragEventTypeDrop,
	} {
		call(b, input.DispatchDragEvent, input.DispatchDragEventParams{Type: kind, X: 200, Y: 200, Data: data})
	}
}

// downloads has what the page offers saved into a folder.
func (b *browser) downloads(folder string) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	_, err := chromedp.CallBrowser(ctx, cdpbrowser.SetDownloadBehavior, cdpbrowser.SetDownloadBehaviorParams{
		Behavior: cdpbrowser.SetDownloadBehaviorBehaviorAllow, DownloadPath: folder})
	require.NoError(b.t, err)
}

// reload loads the page again.
func (b *browser) reload() {
	b.t.Helper()
	b.do(chromedp.Reload())
}
