package wasm

import (
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

func TestMessages(t *testing.T) {
	all, err := parseMessages(`[{"k":"press","id":"start"},{"k":"edit","id":"code","text":"S72"},{"k":"key","text":"PageDown"},
		{"k":"focus","id":"b"},{"k":"back"},{"k":"resumed"},
		{"k":"caret","start":1,"end":3},{"k":"wish","dark":true},{"k":"from a newer page"}]`)
	require.NoError(t, err)
	var events []view.Event
	for _, m := range all {
		if e, ok := m.event(); ok {
			events = append(events, e)
		}
	}
	require.Equal(t, []view.Event{
		{Kind: view.Press, ID: "start"}, {Kind: view.Edit, ID: "code", Text: "S72"}, {Kind: view.Key, Text: "PageDown"},
		{Kind: view.Focus, ID: "b"}, {Kind: view.Back}, {Kind: view.Resumed},
	}, events)
	require.Equal(t, 3, all[6].End)
	require.True(t, all[7].Dark)

	_, err = parseMessages(`[{"k":`)
	require.ErrorContains(t, err, "read the page's events")
}

func TestBreath(t *testing.T) {
	var b breath
	waits := 0
	wait := func() { waits++ }
	b.take(wait)
	first := b.last
	require.False(t, first.IsZero())
	for b.last.Equal(first) { // as long work does
		b.take(wait)
	}
	require.Equal(t, 2, waits)
}
