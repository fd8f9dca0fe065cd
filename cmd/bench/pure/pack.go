package pure

import (
	"bytes"
	"fmt"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// pack measures from packed sets to sets that answer.
func (b bench) pack() error {
	var files [][]byte
	for _, set := range b.corpus.Sets {
		var file bytes.Buffer
		if err := set.Pack(&file); err != nil {
			return err
		}
		files = append(files, file.Bytes())
	}
	unpack := func(step codesets.Step) error {
		sets := make([]*codesets.Set, len(files))
		err := codesets.Abreast(len(files), step, func(i int, step codesets.Step) (err error) {
			sets[i], err = codesets.Unpack(bytes.NewReader(files[i]), step)
			return err
		})
		if err != nil {
			return err
		}
		codes := corpus.Len(sets)
		if want := corpus.Len(b.corpus.Sets); codes != want {
			return fmt.Errorf("unpack: %d codes, and %d before", codes, want)
		}
		return nil
	}
	took, err := b.alone(func() error { return unpack(nil) })
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("pack/ready"), took, figure.Milliseconds, b.scaled(40, 120))
	return b.longestStep("pack/longest-step", unpack)
}
