package screen

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/game/view"
)

func TestSounds(t *testing.T) {
	for _, cue := range []string{"right", "wrong", "done"} {
		data := soundOf(cue)
		require.NotEmpty(t, data, cue)
		require.Zero(t, len(data)%4)
		peak, last := 0.0, 0.0
		for i := 0; i < len(data); i += 4 {
			s := float64(math.Float32frombits(binary.LittleEndian.Uint32(data[i:])))
			peak = max(peak, math.Abs(s))
			require.Less(t, math.Abs(s-last), 0.1, "%s: a click at sample %d", cue, i/4)
			last = s
		}
		require.Greater(t, peak, 0.05, cue)
		require.Less(t, peak, 0.4, "%s: soft", cue)
		require.Less(t, math.Abs(last), 0.001, "%s: ends in silence", cue)
		require.Less(t, len(data)/4, 2*sampleRate, "%s: short", cue)
	}
	require.Nil(t, soundOf(""))
	require.Nil(t, soundOf("unknown"))
}

func TestACueIsHeardOnce(t *testing.T) {
	question := view.Part{ID: "round"}
	right := view.Part{ID: "round", Children: []view.Part{{Role: view.Heading, Name: "Right", Cue: "right"}}}
	again := right
	again.Children = append([]view.Part{{Role: view.Text}}, right.Children...)
	require.Equal(t, "right", newCue(&question, &right))
	require.Empty(t, newCue(&right, &again), "it was there already")
	require.Empty(t, newCue(&right, &question))
	other := right
	other.ID = "another"
	require.Equal(t, "right", newCue(&right, &other), "another page")
}

func TestMuteSpeaker(t *testing.T) {
	s := speaker{mute: true}
	s.wake()
	s.play("right")
	require.Nil(t, s.context)
}
