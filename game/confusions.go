package game

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"coderounds/codesets"
	"coderounds/game/view"
	"coderounds/quiz"
)

// How much of what is confused is shown: pairs in words, pairs in the table, families to choose from, codes in the picture.
const (
	pairsShown    = 5
	pairsListed   = 20
	familiesShown = 4
	codesShown    = 8
)

// muddle is what is confused, as it is shown: worked out once, for there may be thousands of pairs.
type muddle struct {
	confused *quiz.Confusions
	day      quiz.Day
	worst    []quiz.Confusion
	families []string
	chosen   string // the family whose matrix is shown
	matrix   quiz.Matrix
}

func newMuddle(confused *quiz.Confusions, day quiz.Day) muddle {
	return muddle{confused: confused, day: day, worst: confused.Worst(day, pairsListed)}
}

// group finds the families; it comes after the worst pairs, in a frame of its own.
func (m *muddle) group() {
	m.families = m.confused.Families(m.day)
	m.families = m.families[:min(len(m.families), familiesShown)]
	if len(m.families) > 0 {
		m.choose(m.families[0])
	}
}

// choose shows a family.
func (m *muddle) choose(family string) {
	if slices.Contains(m.families, family) {
		m.chosen, m.matrix = family, m.confused.Matrix(family, m.day)
	}
}

// confusions shows what was taken for what: the worst pairs in words, and the codes of one family as a matrix.
func (s *Statistics) confusions() view.Part {
	title := "Taken for another"
	worst := s.muddle.worst
	if len(worst) == 0 {
		return card(8, heading(title, view.Large),
			text("You have taken no code for another yet. When you do, both are shown here, and asked some days apart."))
	}
	var rows [][]string
	pairs := view.Part{Role: view.List, Name: "Worst pairs", Layout: view.Layout{Gap: 4}}
	for i, c := range worst {
		rows = append(rows, []string{c.System.Format(c.Meant), c.System.Format(c.Taken), number(c.Count)})
		if i < pairsShown {
			pairs.Children = append(pairs.Children, s.pair(fmt.Sprintf("pair/%d", i), c))
		}
	}
	c := card(16, down(4, heading(title, view.Large), muted("What you answered, and what was right. What is long ago counts less.")), pairs)
	if s.muddle.chosen != "" {
		c.Children = append(c.Children, s.matrix()...)
	}
	if n := len(s.desk.Journal.Memory().Leeches()); n > 0 {
		c.Children = append(c.Children, view.Part{Layout: view.Layout{Align: view.Start},
			Children: []view.Part{link("slipping", counted(n, "card keeps slipping", "cards keep slipping"))}})
	}
	return s.open.below(c, figure{ID: "confusions", Title: title, Table: table(title, []string{"Right", "Answered", "Times"}, rows...)})
}

// pair is a confusion in a line; a code that was right can be looked up.
func (s *Statistics) pair(id string, c quiz.Confusion) view.Part {
	times := muted(fmt.Sprintf("%d×", c.Count))
	item := view.Part{Role: view.Item, Layout: view.Layout{Axis: view.Across, Gap: 12, Pad: 4, Align: view.Center, MinH: 48}}
	if c.System == 0 {
		item.Name = fmt.Sprintf("%s, where %s is right: %s", c.Taken, c.Meant, counted(c.Count, "time", "times"))
		item.Children = []view.Part{grow(down(0, text(c.Taken), muted("right is: "+c.Meant))), times}
		return item
	}
	meant, taken := c.System.Format(c.Meant), c.System.Format(c.Taken)
	item.ID = id
	item.Name = fmt.Sprintf("%s, where %s is right: %s", taken, meant, counted(c.Count, "time", "times"))
	codes := view.Part{Layout: view.Layout{Axis: view.Across, Gap: 8, Align: view.Center, Wrap: true},
		Children: []view.Part{code(taken, view.Body), muted("for"), code(meant, view.Body)}}
	codes.Children[2].Style.Tone = tone(c.System)
	says := down(0, codes)
	if set := s.desk.Library.Set(c.System); set != nil {
		differ := set.Differ(c.Taken, c.Meant)
		if at, ok := set.Find(c.Meant); ok && differ == "" {
			differ = set.Title(at)
		}
		says.Children = append(says.Children, muted(differ))
	}
	item.Children = []view.Part{grow(says), times}
	return item
}

// matrix is the picture of the family chosen, and buttons for the others.
func (s *Statistics) matrix() []view.Part {
	var picks []view.Part
	for _, f := range s.muddle.families {
		_, category := familyParts(f)
		picks = append(picks, pick("family/"+f, category, f == s.muddle.chosen))
	}
	system, _ := familyParts(s.muddle.chosen)
	m := s.muddle.matrix
	c := view.Chart{Kind: view.Heat}
	shown := heaviest(m)
	for _, i := range shown {
		row := view.Series{Name: system.Format(m.Names[i]), Tone: view.ToneWrong}
		for _, j := range shown {
			n := float64(m.Counts[i][j])
			if i == j {
				n = math.NaN()
			}
			row.Values = append(row.Values, n)
		}
		c.Series = append(c.Series, row)
		c.X = append(c.X, system.Format(m.Names[i]))
	}
	says := fmt.Sprintf("%s: what was right in rows, what you answered in columns.", s.familyTitle(s.muddle.chosen))
	return []view.Part{wrap(8, picks...), muted(says), {Role: view.Picture, Name: says, Chart: &c}}
}

// heaviest returns the places of the codes that are confused most, in the order of the matrix.
func heaviest(m quiz.Matrix) []int {
	weights := make([]int, len(m.Names))
	places := make([]int, len(m.Names))
	for i := range m.Names {
		places[i] = i
		for j := range m.Names {
			weights[i] += m.Counts[i][j]
			weights[j] += m.Counts[i][j]
		}
	}
	slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(weights[b], weights[a]) })
	places = places[:min(len(places), codesShown)]
	slices.Sort(places)
	return places
}

// familyParts takes "icd10cm/S72" apart.
func familyParts(family string) (codesets.System, string) {
	key, category, _ := strings.Cut(family, "/")
	for _, system := range codesets.Systems() {
		if system.Key() == key {
			return system, category
		}
	}
	return 0, category
}

// familyTitle is the category of a family in words.
func (s *Statistics) familyTitle(family string) string {
	system, category := familyParts(family)
	if set := s.desk.Library.Set(system); set != nil {
		if at, ok := set.Find(category); ok {
			return category + " " + set.Title(at)
		}
	}
	return category
}
