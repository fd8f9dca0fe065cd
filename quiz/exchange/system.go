package exchange

import (
	"strings"

	"coderounds/codesets"
)

// systemNamed reads the name of a code system, folded; 0 is what belongs to no single book.
func systemNamed(folded string) (system codesets.System, ok bool) {
	switch folded {
	case "icd10cm", "cm", "10cm":
		return codesets.ICD10CM, true
	case "icd10pcs", "pcs", "10pcs":
		return codesets.ICD10PCS, true
	case "hcpcs", "hcpcslevelii", "hcpcslevel2", "hcpcsii", "hcpcs2", "levelii", "level2":
		return codesets.HCPCS, true
	case "cpt2", "cptii", "cptcategoryii", "cptcategory2", "cptcatii", "cptcat2", "categoryii", "category2":
		return codesets.CPT2, true
	case "across", "all", "any", "mixed", "none", "general":
		return 0, true
	}
	return 0, false
}

// guessSystem looks for the name of a code system in a tag such as "PCS: approaches"; 0 if there is
// none, or more than one.
func guessSystem(tag string) codesets.System {
	words := codesets.Words(tag)
	var found codesets.System
	for i := range words {
		for end := i + 1; end <= min(len(words), i+longestName); end++ {
			system, _ := systemNamed(strings.Join(words[i:end], ""))
			if system == 0 {
				continue
			}
			if found != 0 && found != system {
				return 0
			}
			found = system
		}
	}
	return found
}

// longestName is the words in the longest name of a system, "ICD 10 CM" or "CPT Category II".
const longestName = 3
