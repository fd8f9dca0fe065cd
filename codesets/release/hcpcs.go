package release

import (
	"strings"
	"unicode/utf8"

	"coderounds/codesets"

	"golang.org/x/text/encoding/charmap"
)

// hcpcs gathers what a HCPCS release says, be it in fixed-width text or in a sheet.
type hcpcs struct {
	in    *input
	draft codesets.Draft
}

func newHCPCS(in *input) *hcpcs {
	return &hcpcs{in: in, draft: codesets.Draft{
		Release:   codesets.Release{System: codesets.HCPCS},
		Codes:     codesets.NewCodes(0),
		Standings: make(map[string]codesets.Standing),
	}}
}

// entry is what one record of a release says of a code or a modifier, before it is checked.
type entry struct {
	code, long, short                         string
	coverage, action, added, effective, ended string
}

// add checks an entry and takes it. Codes of others' systems are counted and left out: D codes are the ADA's, codes that
// begin with a digit are the AMA's.
func (h *hcpcs) add(e entry, line int) error {
	code := strings.ToUpper(strings.TrimSpace(e.code))
	switch {
	case len(code) == 5 && code[0] == 'D' && digits(code[1:]):
		h.in.dental++
		return nil
	case len(code) == 5 && digits(code[:4]) || len(code) == 2 && digits(code):
		h.in.ama++
		return nil
	case len(code) != 2 && (len(code) != 5 || code[0] < 'A' || code[0] > 'Z' || !digits(code[1:])):
		return h.in.errorf(line, "%q is neither a HCPCS code, a letter and four digits, nor a modifier of two characters", code)
	case e.long == "":
		return h.in.errorf(line, "%s has no long description", code)
	case len(h.draft.Standings) == maxRows:
		return h.in.errorf(line, "more than %d codes; this is no code set", maxRows)
	}
	standing, err := h.standing(e, line)
	if err != nil {
		return err
	}
	if _, twice := h.draft.Standings[code]; twice {
		return h.in.errorf(line, "%s stands twice; keep one of them", code)
	}
	code = strings.Clone(code)
	h.draft.Standings[code] = standing
	if len(code) == 2 {
		h.draft.Modifiers = append(h.draft.Modifiers, codesets.Modifier{
			Code: code, Short: strings.Clone(e.short), Long: strings.Clone(e.long), Ended: standing.Ended,
		})
		return nil
	}
	h.draft.Codes.Append(codesets.Code{
		Code: code, Billable: true, Ended: standing.Ended, Order: h.draft.Codes.Len() + 1, Short: e.short, Long: e.long,
	})
	return nil
}

func (h *hcpcs) standing(e entry, line int) (s codesets.Standing, err error) {
	for _, d := range []struct {
		to         *codesets.Date
		text, what string
	}{{&s.Added, e.added, "day added"}, {&s.Effective, e.effective, "day of the last action"}, {&s.Ended, e.ended, "day of termination"}} {
		date, ok := parseDate(d.text)
		if !ok {
			return s, h.in.errorf(line, "the %s of %s is %q, not a day as 20251001", d.what, strings.TrimSpace(e.code), d.text)
		}
		*d.to = date
	}
	if coverage := strings.TrimSpace(e.coverage); len(coverage) == 1 {
		s.Coverage = codesets.Coverage(coverage[0])
	}
	if action := strings.TrimSpace(e.action); len(action) == 1 {
		s.Action = action[0]
	}
	return s, nil
}

// finish returns what was gathered.
func (h *hcpcs) finish() (codesets.Draft, error) {
	if h.draft.Codes.Len() == 0 {
		return h.draft, h.in.errorf(0, "no HCPCS codes")
	}
	return h.draft, nil
}

// parseDate reads 20251001, also as spreadsheets make a number of it: 20251001.0. Nothing and zeros are no date.
func parseDate(text string) (codesets.Date, bool) {
	text = strings.TrimSuffix(strings.TrimSpace(text), ".0")
	if strings.Trim(text, "0") == "" {
		return 0, true
	}
	if len(text) != 8 || !digits(text) {
		return 0, false
	}
	d := codesets.Date(0)
	for _, c := range text {
		d = 10*d + codesets.Date(c-'0')
	}
	month, day := d/100%100, d%100
	return d, month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// western returns text as UTF-8. What is not UTF-8 is taken for Windows-1252, in which CMS wrote for years.
func western(text string) string {
	if utf8.ValidString(text) {
		return text
	}
	decoded, err := charmap.Windows1252.NewDecoder().String(text)
	if err != nil {
		return strings.ToValidUTF8(text, "\uFFFD")
	}
	return decoded
}
