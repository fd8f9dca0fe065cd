package codesets

// System is one of the code systems the game trains. The zero System is none of them.
type System uint8

// The code systems. CPT2 is CPT Category II: the AMA owns it, so no set of it comes with the program.
const (
	ICD10CM System = iota + 1
	ICD10PCS
	HCPCS
	CPT2
)

// Systems returns all systems in the order in which they are shown.
func Systems() []System { return []System{ICD10CM, ICD10PCS, HCPCS, CPT2} }

// String returns the name as its publisher writes it.
func (s System) String() string {
	switch s {
	case ICD10CM:
		return "ICD-10-CM"
	case ICD10PCS:
		return "ICD-10-PCS"
	case HCPCS:
		return "HCPCS Level II"
	case CPT2:
		return "CPT Category II"
	}
	return "unknown system"
}

// Key returns the short name used in files and identifiers: icd10cm, icd10pcs, hcpcs, cpt2.
func (s System) Key() string {
	switch s {
	case ICD10CM:
		return "icd10cm"
	case ICD10PCS:
		return "icd10pcs"
	case HCPCS:
		return "hcpcs"
	case CPT2:
		return "cpt2"
	}
	return ""
}

// SystemByKey is the inverse of [System.Key].
func SystemByKey(key string) (System, bool) {
	for _, s := range Systems() {
		if s.Key() == key {
			return s, true
		}
	}
	return 0, false
}

// Format writes a normalised code as the books print it: ICD-10-CM takes a dot after the third
// character, the other systems none.
func (s System) Format(code string) string {
	if s == ICD10CM && len(code) > 3 {
		return code[:3] + "." + code[3:]
	}
	return code
}

// longest is how many characters a code of the system may have.
func (s System) longest() int {
	switch s {
	case HCPCS, CPT2:
		return 5
	}
	return codeChars
}
