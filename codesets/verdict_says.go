package codesets

import (
	"fmt"
	"strings"
	"unicode"
)

// String is the verdict in a sentence or two, and what other systems say to it in one more each.
func (v Verdict) String() string {
	says := v.says()
	for _, other := range v.Others {
		says += " " + other.says()
	}
	return says
}

// says is the verdict of one system.
func (v Verdict) says() string {
	switch v.Finding {
	case Billable, Terminated:
		return v.saysReportable()
	case Header, NoSeventh:
		return v.saysHeader()
	case NoPlaceholder, SeventhEarly, SeventhIllegal, SeventhUncalled:
		return v.saysSeventh()
	case LetterIO, NoTable, NotInRow, NotInTable:
		return v.saysTable()
	case ModifierAlone, ModifierBehind, DeletedSince:
		return v.saysNamed()
	case Dental, CategoryI, CategoryII:
		return v.saysOwner()
	}
	return v.saysSpelling()
}

// system names the code system.
func (v Verdict) system() System { return v.Release.System }

// typed is what was typed as the books print it, cut where it is long.
func (v Verdict) typed() string {
	const most = 24 // characters
	if runes := []rune(v.Typed[:min(len(v.Typed), 4*most)]); len(runes) > most {
		return visible(string(runes[:most])) + "…"
	}
	if !isPlainCode(v.Typed) {
		return visible(v.Typed)
	}
	return v.system().Format(v.Typed)
}

// unread is the string where no system is known to have it. A dot would say that it is of ICD-10-CM, and J0171 is of HCPCS.
func (v Verdict) unread() string {
	if len(v.Typed) <= v.system().longest() && (v.At < categoryChars || isHCPCS(v.Typed)) {
		return v.Typed
	}
	return v.typed()
}

// visible replaces what cannot be shown, or would do something to a terminal.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if !unicode.IsPrint(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}

func (v Verdict) good() string { return v.system().Format(v.Typed[:v.At]) }

func (v Verdict) code() string { return v.system().Format(v.Code.Code) }

// stray is the first character that is not good.
func (v Verdict) stray() string {
	for _, r := range v.Typed[min(v.At, len(v.Typed)):] {
		return string(r)
	}
	return ""
}

// behind is what stands behind a whole code, cut where it is long.
func (v Verdict) behind() string {
	const most = 24
	rest := v.Typed[len(v.Code.Code):]
	return rest[:min(len(rest), most)]
}

func (v Verdict) saysReportable() string {
	if v.Finding == Terminated {
		return fmt.Sprintf("%s is a terminated code of %s: it may not be reported for services after %s. It meant: %s.",
			v.code(), v.system(), v.Code.Ended, v.Code.Long)
	}
	says := fmt.Sprintf("%s is a billable code of %s: %s.", v.code(), v.system(), v.Code.Long)
	if v.Since == Added {
		says += fmt.Sprintf(" It is new in %s.", v.Release.Label)
	}
	return says
}

func (v Verdict) saysHeader() string {
	switch {
	case v.Finding == NoSeventh:
		says := fmt.Sprintf("%s is not billable: it needs its 7th character, %s.", v.typed(), v.Next.either())
		if fill := codeChars - 1 - len(v.Typed); fill > 0 {
			says += fmt.Sprintf(" Fill up with the placeholder X: %s.", v.system().Format(v.Typed+strings.Repeat("X", fill)+v.Next.Chars()[:1]))
		}
		return says + v.was()
	case v.Release.Starter:
		return fmt.Sprintf("%s is a header, not billable; more specific codes below it are.", v.code())
	case v.More == 1:
		return fmt.Sprintf("%s is a header, not billable; the code below it is.%s", v.code(), v.was())
	}
	return fmt.Sprintf("%s is a header, not billable; %d codes below it are. It goes on with %s.%s", v.code(), v.More, v.Next.either(), v.was())
}

// was tells of a header that it was billable before.
func (v Verdict) was() string {
	if len(v.Instead) == 0 {
		return ""
	}
	return fmt.Sprintf(" It was billable before %s; now %s.", v.Release.Label, v.instead())
}

// instead says which codes took a place.
func (v Verdict) instead() string {
	codes := make([]string, len(v.Instead))
	for i, c := range v.Instead {
		codes[i] = v.system().Format(c.Code)
	}
	verb := "stand"
	if len(codes) == 1 {
		verb = "stands"
	}
	return listed(codes, "and") + " " + verb + " in its place"
}

func (v Verdict) saysSeventh() string {
	switch v.Finding {
	case NoPlaceholder:
		if stem := v.Code.Code[:codeChars-1]; strings.TrimRight(stem, "X") == v.Typed[:len(v.Typed)-1] {
			return fmt.Sprintf("%s is no code: the placeholder X is missing before the 7th character. %s would be.", v.typed(), v.code())
		}
		return fmt.Sprintf("%s is no code: a placeholder X is missing. %s would be.", v.typed(), v.code())
	case SeventhEarly:
		return fmt.Sprintf("%s is no code: %s stands in %s place and would be a 7th character. %s goes on with %s first.",
			v.typed(), v.stray(), ordinal(v.At+1), v.good(), v.Next.either())
	case SeventhUncalled:
		return fmt.Sprintf("%s is no code: %s is complete and takes no 7th character.", v.typed(), v.code())
	}
	return fmt.Sprintf("%s is no code: %q is none of the 7th characters of %s, which are %s.", v.typed(), v.stray(), v.good(), v.Next.all())
}

func (v Verdict) saysTable() string {
	switch v.Finding {
	case LetterIO:
		return fmt.Sprintf("%s is no code: ICD-10-PCS has no letters I and O, which look like 1 and 0.", v.typed())
	case NoTable:
		return fmt.Sprintf("%s is no code: no table of ICD-10-PCS begins with %s. %s", v.typed(), v.Typed[:min(v.At+1, len(v.Typed))], v.known())
	}
	axis := "character"
	if v.Next.Axis != "" {
		axis = strings.ToLower(v.Next.Axis)
	}
	says := fmt.Sprintf("%s is no code: %s is no %s in table %s.", v.typed(), v.stray(), axis, v.Typed[:tablePrefix])
	if v.Finding == NotInRow {
		says = fmt.Sprintf("%s is no code: %s is %s of table %s, but not in a row with %s.",
			v.typed(), v.stray(), article(axis), v.Typed[:tablePrefix], v.Typed[tablePrefix:v.At])
	}
	return fmt.Sprintf("%s In %s place can stand %s.", says, ordinal(v.At+1), v.Next.either())
}

// known says what the good characters of ICD-10-PCS mean, and what may follow.
func (v Verdict) known() string {
	says := ""
	axes := PCSAxes(v.Typed[0])
	for i, name := range v.Names[:min(v.At, tablePrefix)] {
		if name != "" {
			says += fmt.Sprintf("%c is the %s %s. ", v.Typed[i], strings.ToLower(axes[i]), name)
		}
	}
	return says + fmt.Sprintf("In %s place can stand %s.", ordinal(v.At+1), v.Next.either())
}

func (v Verdict) saysNamed() string {
	if v.Finding == DeletedSince {
		says := fmt.Sprintf("%s is no code any more: it was deleted with %s of %s.", v.typed(), v.Release.Label, v.system())
		if len(v.Instead) > 0 {
			return fmt.Sprintf("%s Now %s.", says, v.instead())
		}
		return says + " The addenda name nothing in its place."
	}
	words := make([]string, len(v.Modifiers))
	for i, m := range v.Modifiers {
		words[i] = fmt.Sprintf("%s (%s)", m.Code, m.Long)
	}
	if v.Finding == ModifierAlone {
		return fmt.Sprintf("%s is a modifier, which is reported beside a code of %s and never alone.", words[0], v.system())
	}
	return fmt.Sprintf("%s is a code of %s with %s behind it: the code is %s, a modifier goes into a field of its own.",
		v.typed(), v.system(), listed(words, "and"), v.code())
}

func (v Verdict) saysOwner() string {
	switch v.Finding {
	case Dental:
		return fmt.Sprintf("%s has the shape of a dental code (CDT). Those belong to the American Dental Association and are not loaded.", v.typed())
	case CategoryI:
		return fmt.Sprintf("%s has the shape of a CPT code. Those belong to the American Medical Association and are not loaded.", v.typed())
	}
	return fmt.Sprintf("%s has the shape of a code of CPT Category II. Those belong to the American Medical Association; "+
		"load a list that you have a licence for to check it.", v.typed())
}

// saysSpelling is for what is no code by any rule of a system.
func (v Verdict) saysSpelling() string {
	switch v.Finding {
	case Empty:
		return "Nothing was typed. Type a code, with or without its dot."
	case Junk:
		return fmt.Sprintf("%s is no code: codes are made of letters and digits, and %q is neither.", v.typed(), v.stray())
	case OneTooMany:
		return fmt.Sprintf("%s is no code: %s is complete without %q.", v.typed(), v.code(), v.behind())
	case LookalikeTyped:
		return fmt.Sprintf("%s is no code. Did you mean %s? Letters O, I and L look like the digits 0 and 1.", v.typed(), v.code())
	case TooLong:
		return fmt.Sprintf("%s is no code: it has %d characters, and none of %s has more than %d.", v.typed(), len(v.Typed), v.system(), v.system().longest())
	case Incomplete:
		return fmt.Sprintf("%s is not complete: codes of %s begin like this, but it is none. It goes on with %s.", v.typed(), v.system(), v.Next.either())
	}
	switch {
	case v.Release.Starter:
		return fmt.Sprintf("%s is not in the starter set, which is a choice of codes. Load the full release to check it.", v.unread())
	case v.system() == 0:
		return fmt.Sprintf("%s cannot be checked: no codes are loaded.", v.typed())
	case v.At == 0:
		return fmt.Sprintf("%s is no %s code: none begins with %q.", v.typed(), v.system(), v.stray())
	}
	return fmt.Sprintf("%s is no code: after %s no %s code goes on with %q, only with %s.", v.typed(), v.good(), v.system(), v.stray(), v.Next.either())
}
