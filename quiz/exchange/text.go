package exchange

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// MaxBytes is the size of the largest file that is read.
const MaxBytes = 32 << 20

// readText returns the whole of a file as text with plain line feeds.
func readText(r io.Reader) (string, error) {
	raw, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return "", err
	case len(raw) > MaxBytes:
		return "", fmt.Errorf("larger than %d MB; split it into several files", MaxBytes>>20)
	case len(raw) == 0:
		return "", errors.New("the file is empty")
	}
	return decode(raw)
}

// decode turns what spreadsheets save as "CSV", "CSV UTF-8" or "Unicode text" into text.
func decode(raw []byte) (string, error) {
	switch {
	case bytes.HasPrefix(raw, []byte("PK\x03\x04")):
		return "", errors.New("this is a workbook or an archive; open it in a spreadsheet and save the sheet as CSV")
	case bytes.HasPrefix(raw, []byte("\xff\xfe")), bytes.HasPrefix(raw, []byte("\xfe\xff")):
		wide, err := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewDecoder().Bytes(raw)
		if err != nil {
			return "", fmt.Errorf("read as UTF-16: %w; save it as CSV UTF-8", err)
		}
		raw = wide
	}
	raw = bytes.TrimPrefix(raw, []byte("\ufeff"))
	if bytes.IndexByte(raw, 0) >= 0 {
		return "", errors.New("this is no text; save the sheet as CSV UTF-8")
	}
	text := string(raw)
	if !utf8.Valid(raw) {
		text = decodeBytes(raw)
	}
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text), nil
}

// decodeBytes takes what is not UTF-8 for windows-1252, byte by byte: a file to which rows of another were
// pasted comes out right too.
func decodeBytes(raw []byte) string {
	var b strings.Builder
	b.Grow(len(raw) + len(raw)/8)
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(raw[0])
		}
		b.WriteRune(r)
		raw = raw[size:]
	}
	return b.String()
}
