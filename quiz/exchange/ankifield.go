package exchange

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// sound is how Anki writes one.
var sound = regexp.MustCompile(`\[sound:[^\]]*\]`)

// plainField is the text of a field, in lines, with no more than one empty line between. A picture or a sound is refused: without it the question may have no answer.
func plainField(field string, isHTML bool) (string, error) {
	if sound.MatchString(field) {
		return "", errors.New("it holds a sound, which is not read; add what it says in words")
	}
	text := field
	if isHTML {
		var err error
		if text, err = textOf(field); err != nil {
			return "", err
		}
	}
	if n := utf8.RuneCountInString(text); n > maxText {
		return "", fmt.Errorf("%d characters, at most %d are read; shorten it", n, maxText)
	}
	var lines []string
	for _, line := range strings.Split(text, "\n") {
		line = oneLine(line)
		if strings.ContainsFunc(line, unicode.IsControl) {
			return "", errors.New("it holds a character that cannot be shown; type it anew")
		}
		if line != "" || len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, line)
		}
	}
	return strings.TrimSuffix(strings.Join(lines, "\n"), "\n"), nil
}

// textOf returns what a person reads of HTML.
func textOf(field string) (string, error) {
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(field))
	tokens.SetMaxBuf(MaxBytes)
	for hidden := 0; ; {
		kind := tokens.Next()
		if kind == html.ErrorToken {
			return b.String(), nil
		}
		t := tokens.Token()
		switch {
		case kind == html.TextToken && hidden == 0:
			b.WriteString(strings.ReplaceAll(t.Data, "\n", " "))
		case t.Data == "img" || t.Data == "audio" || t.Data == "video" || t.Data == "svg":
			return "", errors.New("it holds a picture or a sound, which is not read; add what it shows in words")
		case t.Data == "script" || t.Data == "style":
			hidden += map[html.TokenType]int{html.StartTagToken: 1, html.EndTagToken: -1}[kind]
		case t.Data == "hr":
			b.WriteString("\n\n")
		case t.Data == "br":
			b.WriteByte('\n')
		case blocks[t.Data] && !strings.HasSuffix(b.String(), "\n"):
			b.WriteByte('\n')
		case t.Data == "td", t.Data == "th":
			b.WriteByte(' ')
		}
	}
}

// blocks are the elements that begin and end on a line of their own.
var blocks = map[string]bool{
	"div": true, "p": true, "li": true, "ul": true, "ol": true, "tr": true, "table": true,
	"h1": true, "h2": true, "h3": true, "blockquote": true, "pre": true,
}
