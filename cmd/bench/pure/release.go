package pure

import (
	"fmt"
	"runtime"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
	"coderounds/codesets/starter"
)

// release measures from published archives to sets that answer.
func (b bench) release() error {
	if !b.corpus.IsRelease() {
		b.sheet.Note("%s was not measured: there are no release files", b.name("release/ready"))
		return nil
	}
	want := corpus.Len(b.corpus.Sets)
	read := func(step codesets.Step) error {
		sets, err := b.corpus.ReadIn(step)
		if err == nil && corpus.Len(sets) != want {
			err = fmt.Errorf("read releases: %d codes, and %d before", corpus.Len(sets), want)
		}
		return err
	}
	took, err := b.alone(func() error { return read(nil) })
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("release/ready"), took, figure.Milliseconds, b.side.goal(150, 450))
	return b.longestStep("release/longest-step", read)
}

// starter measures opening what comes inside the program.
func (b bench) starter() error {
	took, err := b.alone(func() error {
		_, err := starter.Library()
		return err
	})
	if err != nil {
		return err
	}
	b.sheet.Put(b.name("starter/open"), took, figure.Milliseconds)
	return nil
}

// Retained measures the memory that sets read from the archives keep, index and titles and all, and puts it on the
// sheet by code. It is for a process that does nothing else meanwhile.
func Retained(c *corpus.Corpus, sheet *figure.Sheet) error {
	if !c.IsRelease() {
		sheet.Note("memory by code was not measured: there are no release files")
		return nil
	}
	before := inUse()
	sets, err := c.Read()
	if err != nil {
		return err
	}
	kept := inUse() - before
	codes := corpus.Len(sets)
	runtime.KeepAlive(sets)
	sheet.Put("memory/retained/native", float64(kept)/float64(codes), figure.BytesPerCode, figure.AtMost(55))
	var parts codesets.Memory
	for _, set := range sets {
		m := set.Memory()
		parts.Prefixes, parts.Titles, parts.Words = parts.Prefixes+m.Prefixes, parts.Titles+m.Titles, parts.Words+m.Words
	}
	sheet.Put("memory/prefixes/native", float64(parts.Prefixes)/float64(codes), figure.BytesPerCode, figure.AtMost(6))
	sheet.Put("memory/titles/native", float64(parts.Titles)/float64(codes), figure.BytesPerCode)
	sheet.Put("memory/words/native", float64(parts.Words)/float64(codes), figure.BytesPerCode)
	sheet.Note("memory is that of %d codes in %d sets%s", codes, len(sets), labels(sets))
	return nil
}

func labels(sets []*codesets.Set) string {
	names := ""
	for _, set := range sets {
		names += ", " + set.Release().String()
	}
	return names
}

// inUse is the memory that is still referred to, in bytes.
func inUse() int64 {
	var stats runtime.MemStats
	// What the first collection finds to finalise, the second one frees.
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}
