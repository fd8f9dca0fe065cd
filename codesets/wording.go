package codesets

import (
	"fmt"
	"strings"
)

// either lists the characters as a choice: "A, D or S"; four and more that follow one another are a range: "0 to 9 or A".
func (n Next) either() string { return listed(ranges(n.Chars()), "or") }

// all lists the characters as a sum: "A, D and S".
func (n Next) all() string { return listed(ranges(n.Chars()), "and") }

func ranges(chars string) []string {
	const worth = 4
	var all []string
	for i := 0; i < len(chars); {
		end := i + 1
		for end < len(chars) && chars[end] == chars[end-1]+1 {
			end++
		}
		if end-i < worth {
			end = i + 1
			all = append(all, chars[i:end])
		} else {
			all = append(all, chars[i:i+1]+" to "+chars[end-1:end])
		}
		i = end
	}
	return all
}

// listed joins words with commas and a last word between the last two.
func listed(words []string, last string) string {
	switch len(words) {
	case 0:
		return "nothing"
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + last + " " + words[len(words)-1]
}

func ordinal(n int) string {
	switch n {
	case 1:
		return "1st"
	case 2:
		return "2nd"
	case 3:
		return "3rd"
	}
	return fmt.Sprintf("%dth", n)
}

// article puts "a" or "an" before a word.
func article(word string) string {
	if strings.ContainsRune("aeiou", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}
