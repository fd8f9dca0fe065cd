package main

import (
	"bytes"
	"fmt"
	"strings"

	"github.com/andybalholm/brotli"

	"coderounds/cmd/bench/corpus"
	"coderounds/cmd/bench/figure"
	"coderounds/codesets"
)

// benchPacked weighs packed sets, compressed as a server sends them: all that the releases brought; codes and long titles only;
// and beside it the same as plain text, a line each.
func benchPacked(c *corpus.Corpus, sheet *figure.Sheet) error {
	if !c.IsRelease() {
		sheet.Note("packed sets were not weighed: there are no release files")
		return nil
	}
	var whole, titles, plain int
	for _, set := range c.Sets {
		draft, err := set.Draft(nil)
		if err != nil {
			return err
		}
		var text strings.Builder
		long := codesets.NewCodes(set.Len())
		for _, code := range draft.Codes.All() {
			fmt.Fprintf(&text, "%s %s\n", code.Code, code.Long)
			code.Short = code.Long // a short title that is as the long one takes no room
			long.Append(code)
		}
		bare, err := codesets.Build(codesets.Draft{Release: draft.Release, Codes: long}, nil)
		if err != nil {
			return err
		}
		for sum, of := range map[*int]*codesets.Set{&whole: set, &titles: bare} {
			var file bytes.Buffer
			if err := of.Pack(&file); err != nil {
				return err
			}
			n, err := compressed(file.Bytes())
			if err != nil {
				return err
			}
			*sum += n
		}
		n, err := compressed([]byte(text.String()))
		if err != nil {
			return err
		}
		plain += n
	}
	sheet.Put("pack/brotli/codes-and-long-titles", float64(titles)/1e3, figure.Kilobytes, figure.AtMost(400))
	sheet.Put("pack/brotli/plain-text", float64(plain)/1e3, figure.Kilobytes)
	sheet.Put("pack/brotli/whole", float64(whole)/1e3, figure.Kilobytes)
	return nil
}

// compressed returns how many bytes Brotli makes of data at its best.
func compressed(data []byte) (int, error) {
	var file bytes.Buffer
	w := brotli.NewWriterLevel(&file, brotli.BestCompression)
	if _, err := w.Write(data); err != nil {
		return 0, err
	}
	if err := w.Close(); err != nil {
		return 0, err
	}
	return file.Len(), nil
}
