package codesets

import "strings"

// subterm is how "see" names a term: by the one that it stands under, -1 for none, and by its title (see seeKey).
type subterm struct {
	under int32
	title string
}

// readSubterms returns the terms of an index by how they are named.
func readSubterms(x *Index, step Step) (map[subterm]int32, error) {
	if len(x.Columns) > 0 {
		return nil, nil // a table refers to itself seldom
	}
	named := make(map[subterm]int32, len(x.Terms))
	var path []int32
	for at := range x.Terms {
		t := &x.Terms[at]
		path = append(path[:min(int(t.Level), len(path))], int32(at))
		under := int32(-1)
		if len(path) > 1 {
			under = path[len(path)-2]
		}
		for way := range strings.SplitSeq(t.Title, ",") {
			key := subterm{under, seeKey(way)}
			if _, known := named[key]; !known {
				named[key] = int32(at)
			}
		}
		if at%buildStep == 0 {
			if err := step.call(0, 0); err != nil {
				return nil, err
			}
		}
	}
	return named, nil
}

// seeKey is the words of a title without the endings of plurals: "see" says Complications where the term is Complication(s).
func seeKey(title string) string {
	key := ""
	for word, rest := cutWord(fold(title)); word != ""; word, rest = cutWord(rest) {
		if word = strings.TrimSuffix(word, "s"); word != "" {
			key += word + " "
		}
	}
	return key
}

// seeDepth is how often a term that "see" names may itself say "see".
const seeDepth = 3

// follow returns the term that "see" names in full: "Infarct, myocardium".
func (w *indexWriter) follow(text string, depth int) (to int32, ok bool) {
	to = -1
	for part := range strings.SplitSeq(text, ",") {
		if next, known := w.see[subterm{to, seeKey(part)}]; known {
			to = next
		} else if to < 0 || !strings.HasPrefix(strings.TrimSpace(part), "by ") {
			return -1, false // "by site" and the like leave the choice to the coder
		}
	}
	refs := w.x.Terms[to].References
	if depth < seeDepth && len(refs) > 0 && refs[0].Kind == See {
		return w.follow(refs[0].Text, depth+1)
	}
	return to, true
}
