package screen

import (
	"encoding/binary"
	"math"
)

// sampleRate is that of all sounds, in samples a second.
const sampleRate = 44_100

// note is a struck tone: its pitch in Hz, when it is struck and how long it rings, in seconds.
type note struct{ pitch, at, rings float64 }

// soundOf returns a cue as 32-bit floats, little-endian, one channel, or nil for a cue that nobody knows. The sounds are
// soft and short: two notes up for right, one low for "not yet", a chord at the end of a round.
func soundOf(cue string) []byte {
	switch cue {
	case "right":
		return strike(0.16, note{659.3, 0, 0.28}, note{987.8, 0.09, 0.4})
	case "wrong":
		return strike(0.14, note{233.1, 0, 0.3}, note{196, 0.1, 0.4})
	case "done":
		return strike(0.12, note{523.3, 0, 0.6}, note{659.3, 0.11, 0.6}, note{784, 0.22, 0.7}, note{1046.5, 0.33, 0.9})
	}
	return nil
}

// strike strikes notes, like a small mallet: a sine and a little of its octave that die away. None is
// louder than peak, of 1.
func strike(peak float64, notes ...note) []byte {
	length := 0.0
	for _, n := range notes {
		length = max(length, n.at+n.rings)
	}
	samples := make([]float64, int(length*sampleRate))
	for _, n := range notes {
		first, count := int(n.at*sampleRate), int(n.rings*sampleRate)
		for i := 0; i < count && first+i < len(samples); i++ {
			t := float64(i) / sampleRate
			attack := min(1, t/0.005)
			release := 1 - t/n.rings
			wave := 0.8*math.Sin(2*math.Pi*n.pitch*t) + 0.2*math.Sin(4*math.Pi*n.pitch*t)*release
			samples[first+i] += peak * attack * release * math.Exp(-5*t/n.rings) * wave
		}
	}
	data := make([]byte, 0, 4*len(samples))
	for _, s := range samples {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(float32(s)))
	}
	return data
}
