package screen

import (
	"bytes"
	"slices"

	"github.com/ebitengine/oto/v3"

	"coderounds/game/view"
)

// speaker plays cues. Where there is no sound card, or anything is wrong with it, it is mute for good: the
// game says everything in words too. The zero speaker is asleep.
type speaker struct {
	context *oto.Context
	ready   chan struct{}
	mute    bool
	playing []*oto.Player // held until they end
}

// wake opens the sound card. It does not wait for it.
func (s *speaker) wake() {
	if s.mute || s.context != nil {
		return
	}
	var err error
	s.context, s.ready, err = oto.NewContext(&oto.NewContextOptions{
		SampleRate: sampleRate, ChannelCount: 1, Format: oto.FormatFloat32LE, ApplicationName: "Code Rounds",
	})
	s.mute = err != nil
}

// play plays a cue if the speaker is ready; "" is none.
func (s *speaker) play(cue string) {
	sound := soundOf(cue)
	if sound == nil || s.mute || s.context == nil {
		return
	}
	select {
	case <-s.ready:
	default:
		return // a sound that comes late confuses
	}
	if s.context.Err() != nil {
		s.mute = true
		return
	}
	s.playing = slices.DeleteFunc(s.playing, func(p *oto.Player) bool { return !p.IsPlaying() })
	p := s.context.NewPlayer(bytes.NewReader(sound))
	p.Play()
	s.playing = append(s.playing, p)
}

// newCue returns the first cue of a page that the page before it had not, or "".
func newCue(before, page *view.Part) string {
	heard := make(map[string]bool)
	if before.ID == page.ID {
		before.Each(func(p *view.Part) bool {
			heard[p.Cue+"\n"+p.ID+"\n"+p.Name] = true
			return true
		})
	}
	cue := ""
	page.Each(func(p *view.Part) bool {
		if p.Cue != "" && !heard[p.Cue+"\n"+p.ID+"\n"+p.Name] {
			cue = p.Cue
		}
		return cue == ""
	})
	return cue
}
