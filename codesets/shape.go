package codesets

// shapeOf tells the codes of others by their shape alone: CDT (D and four digits) is the ADA's, CPT (five digits) and
// CPT Category II (four digits and F) are the AMA's. It is Unknown for all else.
func shapeOf(typed string) Finding {
	const length = 5
	if len(typed) != length {
		return Unknown
	}
	for i := 1; i < length-1; i++ {
		if !isDigit(typed[i]) {
			return Unknown
		}
	}
	first, last := typed[0], typed[length-1]
	switch {
	case first == 'D' && isDigit(last):
		return Dental
	case isDigit(first) && isDigit(last):
		return CategoryI
	case isDigit(first) && last == 'F':
		return CategoryII
	}
	return Unknown
}

// isHCPCS tells whether a string has the shape of a code of HCPCS Level II: a letter and four digits. Many codes of ICD-10-CM have
// it too.
func isHCPCS(typed string) bool {
	const length = 5
	if len(typed) != length || isDigit(typed[0]) {
		return false
	}
	for i := 1; i < length; i++ {
		if !isDigit(typed[i]) {
			return false
		}
	}
	return true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
