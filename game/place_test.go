package game

import (
	"archive/zip"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"coderounds/codesets"
	"coderounds/codesets/release"
	"coderounds/codesets/starter"
	"coderounds/game/view"

	"github.com/stretchr/testify/require"
)

// everything is a library of all official releases, or the test is skipped.
func everything(t *testing.T) *codesets.Library {
	t.Helper()
	if runtime.GOOS == "js" {
		t.Skip("as WebAssembly it takes minutes to open every page, and does nothing else")
	}
	library, err := starter.Library()
	require.NoError(t, err)
	for _, name := range []string{
		"icd10cm-2026-code-descriptions.zip", "icd10cm-2021-tabular-xml.zip", "icd10cm-2017-index-xml.zip",
		"icd10cm-2025-drug-neoplasm-eindex-xml.zip", "icd10pcs-2026-order-file.zip",
		"icd10pcs-2025-tables-index-definitions-xml.zip", "hcpcs-2025-oct-from-xlsx.zip",
	} {
		files, err := zip.OpenReader(filepath.Join("..", "..", "shared", "data", "releases", name))
		if os.IsNotExist(err) {
			t.Skip("the official releases are not here")
		}
		require.NoError(t, err)
		defer files.Close()
		sets, err := release.Read(files, nil, library.Sets()...)
		require.NoError(t, err)
		for _, set := range sets {
			library.Put(set)
		}
	}
	return library
}

// walk counts how often each code is reached by way of groups, categories and children.
func walk(set *codesets.Set) []int {
	reached := make([]int, set.Len())
	var below func(at int)
	below = func(at int) {
		reached[at]++
		for _, kid := range set.Children(at) {
			below(kid)
		}
	}
	var within func(group int)
	within = func(group int) {
		for _, inner := range set.Inner(group) {
			within(inner)
		}
		for _, at := range set.Categories(group) {
			below(at)
		}
	}
	within(-1)
	return reached
}

// everyCodeIsReachedOnce walks chapter, section, category and on down.
func everyCodeIsReachedOnce(t *testing.T, library *codesets.Library) {
	for _, set := range library.Sets() {
		for at, times := range walk(set) {
			if times != 1 {
				require.Equal(t, 1, times, "%s %s", set.Release(), set.Code(at))
			}
		}
	}
}

func TestEveryCodeOfTheStarterSetsIsReachedOnce(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	everyCodeIsReachedOnce(t, library)
}

func TestOfficialBooks(t *testing.T) {
	library := everything(t)
	t.Run("every code is reached once", func(t *testing.T) { everyCodeIsReachedOnce(t, library) })
	t.Run("every reference opens", func(t *testing.T) { everyReferenceOpens(t, library) })
	t.Run("pages stay small", func(t *testing.T) { pagesStaySmall(t, library) })
}

// everyReferenceOpens opens whatever the indexes name. Codes that the loaded release does not have open a page that
// says why; how many those are shows the years between an index and the codes. Words lead to a term, or as far as there are terms.
func everyReferenceOpens(t *testing.T, library *codesets.Library) {
	type counts struct{ codes, gone, terms, part, lost int }
	got := make(map[string]counts)
	for _, set := range library.Sets() {
		for n := range set.Indexes() {
			x := &set.Indexes()[n]
			var c counts
			for at, term := range x.Terms {
				for r, ref := range term.References {
					if none(ref.Text) {
						continue
					}
					words := ref.Kind == codesets.See || ref.Kind == codesets.SeeAlso || ref.Kind == codesets.Use
					if words && at%10 > 0 {
						continue // finding a term by its words takes a millisecond
					}
					to := open(library, addressOf("refer", set, indexKey(x.Kind), fmt.Sprint(at), fmt.Sprint(r)))
					require.NotNil(t, to, "%s: %s", term.Title, ref.Text)
					missing, isMissing := to.(*missingPage)
					found, isTerm := to.(*termPage)
					switch {
					case words && isMissing:
						c.lost++
					case words && isTerm && found.rest != "":
						c.part++
					case words:
						c.terms++
					case isMissing:
						c.gone++
						says := view.Print(missing.show(&spot{place: missing}))
						require.Contains(t, says, "so it was deleted or divided since")
					default:
						c.codes++
					}
				}
			}
			got[set.Release().System.String()+" "+x.Kind.String()] = c
		}
	}
	require.Equal(t, map[string]counts{
		"ICD-10-CM Alphabetic Index":             {codes: 60288, gone: 15, terms: 1167, part: 206, lost: 11},
		"ICD-10-CM External Cause Index":         {codes: 6664, terms: 83, part: 13, lost: 3},
		"ICD-10-CM Neoplasm Table":               {codes: 9018, gone: 1, terms: 16},
		"ICD-10-CM Table of Drugs and Chemicals": {codes: 40026, terms: 12, part: 1, lost: 1},
		"ICD-10-PCS Alphabetic Index":            {codes: 16343, gone: 18, terms: 296, part: 106, lost: 8},
	}, got, "the indexes are of FY2017 and FY2025, the codes of FY2026")
}

// pagesStaySmall shows every page that can be opened by way of lists and holds it to a size that is laid out within a
// frame, with no id on it twice.
func pagesStaySmall(t *testing.T, library *codesets.Library) {
	const most = 2500
	shown := 0
	check := func(address string) {
		to := open(library, address)
		require.NotNil(t, to, address)
		l := &Lookup{desk: &Desk{Library: library}, library: library}
		l.enter(to, "")
		p := l.View()
		parts, ids := 0, make(map[string]bool)
		p.Each(func(q *view.Part) bool {
			parts++
			if q.ID != "" && ids[q.ID] {
				require.Fail(t, "twice on "+address, q.ID)
			}
			ids[q.ID] = true
			return true
		})
		if parts > most {
			require.LessOrEqual(t, parts, most, address)
		}
		shown++
	}
	for _, set := range library.Sets() {
		for g := range set.AllGroups() {
			check(groupAddress(set, g))
		}
		for n := range set.Indexes() {
			x := &set.Indexes()[n]
			check(indexAddress(set, x, ""))
			for _, letter := range x.Letters() {
				check(indexAddress(set, x, letter.Name))
			}
			for at := 0; at < len(x.Terms); at += 37 {
				check(termAddress(set, x, at))
			}
		}
		for at := 0; at < set.Len(); at += 97 {
			check(codeID("", codesets.Hit{Set: set, At: at}))
		}
	}
	pcs := library.Set(codesets.ICD10PCS)
	for at := range pcs.Len() {
		if code := pcs.Code(at); len(code) == 3 {
			check(addressOf("table", pcs, code))
			check(addressOf("build", pcs, code))
			check(addressOf("procedures", pcs, code[:2]))
		}
	}
	for n := range 40 {
		if to := open(library, addressOf("definitions", pcs, fmt.Sprint(n))); to != nil {
			check(to.address())
		}
	}
	t.Log(shown, "pages shown")
}

// TestBuildLeadsToEveryCode picks values to every code of the starter set, and offers nothing that leads nowhere.
func TestBuildLeadsToEveryCode(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	set := library.Set(codesets.ICD10PCS)
	made := 0
	var pick func(prefix string)
	pick = func(prefix string) {
		switch to := open(library, addressOf("build", set, prefix)).(type) {
		case *codePage:
			require.Equal(t, prefix, to.Set.Code(to.At))
			made++
		case *buildPage:
			for _, v := range set.Next(prefix).Values {
				pick(prefix + string(v.Char))
			}
		default:
			require.Fail(t, "nowhere", prefix)
		}
	}
	pick("")
	headers := 0
	for at := range set.Len() {
		if !set.Billable(at) {
			headers++
		}
	}
	require.Equal(t, set.Len()-headers, made)
}

func TestAddresses(t *testing.T) {
	library, err := starter.Library()
	require.NoError(t, err)
	for _, bad := range []string{"", "code", "code/icd10cm", "code/icd10cm/NONE", "group/none/1", "term/icd10cm/1/99999999",
		"refer/icd10cm/1/0/0", "table/icd10cm/A00", "build/icd10pcs/IO", "definitions/icd10pcs", "procedures/icd10pcs/0DT", strings.Repeat("/", 9)} {
		require.Nil(t, open(library, bad), bad)
	}
	for _, good := range []string{"code/icd10cm/E11", "group/icd10cm/0", "group/icd10cm/all", "group/hcpcs/3", "span/icd10cm/E10/E11",
		"procedures/icd10pcs", "procedures/icd10pcs/0D", "table/icd10pcs/0DT", "build/icd10pcs", "build/icd10pcs/0DT", "modifiers/hcpcs"} {
		to := open(library, marked("here", good))
		require.NotNil(t, to, good)
		require.Equal(t, good, to.address())
		require.NotEmpty(t, to.title())
	}
}
