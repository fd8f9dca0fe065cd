package release

import (
	"strings"

	"coderounds/codesets"
)

func attribution(s codesets.System) string {
	switch s {
	case codesets.ICD10CM:
		return "Source: CDC/NCHS and CMS, available free of charge from the agencies; no endorsement implied"
	case codesets.CPT2:
		return "CPT is a registered trademark of the American Medical Association. Loaded from a file of your own."
	}
	return "Source: CMS"
}

// months are those in which releases take force, with the short form in the names of quarterly files.
var months = [...]struct{ long, short string }{
	{"January", "_jan"}, {"April", "_apr"}, {"July", "_jul"}, {"October", "_oct"},
}

// label says of which year or quarter a release is: the year that its content tells, and what the file's name or those
// of the folders and archives around it tell, which know the month. It is "" when neither does.
func label(path string, r codesets.Release) string {
	year := yearIn(path)
	if r.Label != "" && year != r.Label {
		return prefixed(r.System, r.Label)
	}
	if year == "" {
		return ""
	}
	lower := strings.ToLower(path)
	for _, m := range months {
		if strings.Contains(lower, strings.ToLower(m.long)) || r.System == codesets.HCPCS && strings.Contains(lower, m.short) {
			return m.long + " " + year
		}
	}
	return prefixed(r.System, year)
}

// prefixed writes a year as the system's publisher counts it: ICD-10 by fiscal years, which begin in October.
func prefixed(s codesets.System, year string) string {
	if s == codesets.ICD10CM || s == codesets.ICD10PCS {
		return "FY" + year
	}
	return year
}

// yearIn returns the last year that a path names, "" for none.
func yearIn(path string) string {
	for i := len(path) - 4; i >= 0; i-- {
		year := path[i : i+4]
		if strings.HasPrefix(year, "20") && digits(year) && (i == 0 || !digits(path[i-1:i])) && (i+4 == len(path) || !digits(path[i+4:i+5])) {
			return year
		}
	}
	return ""
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
