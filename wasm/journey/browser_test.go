//go:build !js

package journey

import (
	"context"
	"encoding/json"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/require"
)

// patience is how long a state may take to come. It only ends a test that has failed.
const patience = 90 * time.Second

// screen is a screen that a page is seen on.
type screen struct {
	name          string
	width, height int64
	phone         bool
	dark          bool
}

// The screens that everything is looked at on.
var (
	phone   = screen{name: "phone", width: 390, height: 844, phone: true}
	desktop = screen{name: "desktop", width: 1280, height: 800}
)

// inDark is the same screen with the system set to dark.
func (s screen) inDark() screen {
	s.dark = true
	s.name += "-dark"
	return s
}

// browser is a page in a Chromium of its own. Its methods fail the test when they cannot do what they say.
type browser struct {
	t      *testing.T
	ctx    context.Context
	faults *faults
}

// faults are what must not happen on a page, whatever is tested.
type faults struct {
	host string
	mu   sync.Mutex
	list []string
}

// chromium returns where a Chromium is. Without one the test is skipped, or fails where there must be one.
func chromium(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	if os.Getenv("JOURNEY") == "required" {
		require.Fail(t, "there is no Chromium, and JOURNEY=required", "apt-get install chromium")
	}
	t.Skip("no Chromium to play in: apt-get install chromium")
	return ""
}

// open starts a Chromium with an empty profile and loads an address.
func open(t *testing.T, address string, on screen) *browser {
	t.Helper()
	b := start(t, address)
	b.show(on)
	b.do(chromedp.Navigate(address))
	return b
}

// show changes the screen.
func (b *browser) show(on screen) {
	b.t.Helper()
	scheme := map[bool]string{false: "light", true: "dark"}[on.dark]
	call(b, emulation.SetDeviceMetricsOverride, emulation.SetDeviceMetricsOverrideParams{
		Width: on.width, Height: on.height, DeviceScaleFactor: 1, Mobile: on.phone})
	call(b, emulation.SetTouchEmulationEnabled, emulation.SetTouchEmulationEnabledParams{Enabled: on.phone})
	call(b, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}}})
}

// start starts a Chromium and listens for faults.
func start(t *testing.T, address string) *browser {
	t.Helper()
	at, err := url.Parse(address)
	require.NoError(t, err)
	options := []chromedp.ExecAllocatorOption{
		chromedp.ExecPath(chromium(t)), chromedp.UserDataDir(t.TempDir()), chromedp.NoFirstRun, chromedp.NoSandbox,
		chromedp.Flag("headless", "new"), chromedp.Flag("use-gl", "angle"), chromedp.Flag("use-angle", "swiftshader"),
		chromedp.Flag("autoplay-policy", "no-user-gesture-required"), chromedp.WSURLReadTimeout(patience),
	}
	for _, flag := range []string{"enable-unsafe-swiftshader", "disable-background-networking", "disable-component-update",
		"disable-sync", "disable-quic", "hide-scrollbars", "mute-audio", "disable-dev-shm-usage"} {
		options = append(options, chromedp.Flag(flag, true))
	}
	f := &faults{host: at.Host}
	allocated, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, cancel := chromedp.NewContext(allocated, chromedp.WithListener(f.hear))
	b := &browser{t: t, ctx: ctx, faults: f}
	t.Cleanup(func() {
		cancel()
		stop()
		require.Empty(t, f.taken(), "errors on the console, and requests to other hosts")
	})
	// The first run starts the browser, which would end with the patience for a single step.
	require.NoError(t, chromedp.Do(ctx))
	call(b, network.Enable, network.EnableParams{})
	call(b, log.Enable, cdp.Empty{})
	// A headless page does not always have the focus of its window.
	call(b, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true})
	return b
}

// in is the same browser in a part of the test.
func (b *browser) in(t *testing.T) *browser { return &browser{t: t, ctx: b.ctx, faults: b.faults} }

// hear notes what must not happen.
func (f *faults) hear(event any) {
	switch e := event.(type) {
	case *runtime.EventExceptionThrown:
		f.note(fmt.Sprint("exception: ", e.ExceptionDetails.Text, e.ExceptionDetails.Exception))
	case *runtime.EventConsoleAPICalled:
		if e.Type == runtime.ConsoleAPICalledTypeError || e.Type == runtime.ConsoleAPICalledTypeAssert {
			var words []string
			for _, a := range e.Args {
				words = append(words, string(a.Value)+a.Description)
			}
			f.note("console: " + strings.Join(words, " "))
		}
	case *log.EventEntryAdded:
		if e.Entry.Level == log.EntryLevelError {
			f.note("log: " + e.Entry.Text + " " + e.Entry.URL)
		}
	case *network.EventRequestWillBeSent:
		at, err := url.Parse(e.Request.URL)
		if err == nil && strings.HasPrefix(at.Scheme, "http") && at.Host != f.host {
			f.note("request to another host: " + e.Request.URL)
		}
	}
}

func (f *faults) note(what string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.list = append(f.list, what)
}

// taken returns the faults so far and forgets them.
func (f *faults) taken() []string {
	f.mu.Lock()
	defer f.mu.Unlock()
	list := f.list
	f.list = nil
	return list
}

// do runs actions.
func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	require.NoError(b.t, chromedp.Do(ctx, actions...))
}

// call runs one command of Chromium's protocol.
func call[P, R any](b *browser, command cdp.Command[P, R], params P) R {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Call(ctx, command, params)
	require.NoError(b.t, err)
	return result
}

// eval returns the value of a JavaScript expression, or of the promise that it is.
func (b *browser) eval(format string, args ...any) any {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	result, err := chromedp.Run(ctx, chromedp.Evaluate[any](fmt.Sprintf(format, args...), chromedp.EvalAwaitPromise))
	require.NoError(b.t, err)
	return result
}

// until waits for a JavaScript expression to be true. The page's policy forbids the polling that chromedp has.
func (b *browser) until(expression string) {
	b.t.Helper()
	for deadline := time.Now().Add(patience); b.eval("!!(%s)", expression) != true; time.Sleep(30 * time.Millisecond) {
		if time.Now().After(deadline) {
			require.Fail(b.t, "it did not come to be", "%s\nthe page says:\n%v\nfaults: %v", expression,
				b.eval("document.body.innerText"), b.faults.taken())
		}
	}
}

// frames waits until the page has painted twice, so that what was done has been seen by the program.
func (b *browser) frames() {
	b.t.Helper()
	b.eval("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
}

// shoot saves what is on the screen as a PNG.
func (b *browser) shoot(file string) {
	b.t.Helper()
	b.frames()
	ctx, cancel := context.WithTimeout(b.ctx, patience)
	defer cancel()
	picture, err := chromedp.Run(ctx, chromedp.CaptureScreenshot())
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(file, picture, 0o644))
}

// quoted is a string as JavaScript.
func quoted(s string) string {
	text, err := json.Marshal(s)
	if err != nil {
		panic(err) // a string can always be marshalled
	}
	return string(text)
}
