package codesets

import "strings"

// surgical is the pattern for the section Medical and Surgical. Operations on a device name the
// device first; all others name the body part first.
func (t *Table) surgical(v [4]Value) string {
	switch t.Names[2] {
	case "Change":
		return "<3> <6> in <4>, <5>"
	case "Insertion":
		return "<3> of <6> into <4>[, <7>], <5>"
	case "Removal":
		return "<3> of <6> from <4>[, <7>], <5>"
	case "Revision":
		return "<3> of <6> in <4>[, <7>], <5>"
	case "Bypass":
		return bypass(v)
	case "Creation":
		if t.Prefix[1] == 'W' { // the qualifier is what is made, not what it is made from
			return "<3> of <7> in <4> with <6>, <5>"
		}
		return "<3> of <4> from <7> using <6>, <5>"
	case "Transfer":
		return t.transfer(v[3])
	}
	return "<3>" + t.link() + t.object(v)
}

// bypass tells where the contents go: to the qualifier, but for coronary arteries from it (guideline
// B3.6b), and so for pulmonary arteries in the titles.
func bypass(v [4]Value) string {
	switch part := v[0].Label; {
	case strings.HasPrefix(part, "Pulmonary") && absent(v[2].Label):
		return "<3> <4> from <7> with No Device, <5>"
	case strings.HasPrefix(part, "Pulmonary"), strings.HasPrefix(part, "Coronary Artery"):
		return "<3> <4> from <7>[ with <6>], <5>"
	}
	return "<3> <4> to <7>[ with <6>], <5>"
}

// transfer tells the new place of a nerve or a segment of gut, or what went along with a muscle or skin.
func (t *Table) transfer(qualifier Value) string {
	switch {
	case absent(qualifier.Label):
		return "<3> <4>, <5>"
	case strings.HasSuffix(qualifier.Label, "Flap"):
		return "<3> <4>, <7>, <5>"
	case t.Prefix[1] == 'J', t.Prefix[1] == 'K':
		return "<3> <4> with <7>, <5>"
	}
	return "<3> <4> to <7>, <5>"
}

// link joins operation and body part: some operations act on it directly, others need a
// preposition, and two name what they act on.
func (t *Table) link() string {
	switch t.Names[2] {
	case "Map", "Release", "Repair", "Reposition":
		return " "
	case "Supplement":
		if t.Prefix[1] != 'J' {
			return " "
		}
	case "Control":
		return " Bleeding in "
	case "Detachment":
		return " at "
	case "Extirpation":
		return " of Matter from "
	case "Fragmentation":
		if !t.inVessels() {
			return " in "
		}
	}
	return " of "
}

// inVessels reports whether the body system is one of vessels.
func (t *Table) inVessels() bool { return t.Prefix[1] >= '2' && t.Prefix[1] <= '6' }

// object places body part, device, qualifier and approach; where the qualifier stands depends on
// what it tells.
func (t *Table) object(v [4]Value) string {
	switch t.qualifierRole(v[3].Label) {
	case ofProcedure:
		return "<4>[ with <6>], <5>, <7>"
	case ofTechnique:
		if absent(v[2].Label) {
			return "<4> using <7>, <5>"
		}
		return "<4> with <6>, using <7>, <5>"
	case ofGraft:
		return "<4> using <7>, <5>"
	case ofDonor:
		return "<4> with <7>, <6>, <5>"
	case ofPart:
		return "<4>, <7>[, with <6>], <5>"
	case asPart:
		return "<7>[ with <6>], <5>"
	case ofOrigin:
		return "<4> created from <7>[ with <6>], <5>"
	}
	return "<4>[ with <6>][, <7>], <5>"
}

// role says what a surgical qualifier tells, and so where it stands in the title.
type role uint8

const (
	ofDevice    role = iota // about the device, or nothing to mark: Cemented, Temporary, Allogeneic
	ofProcedure             // said of the whole procedure, last: Diagnostic
	ofTechnique             // how it was done
	ofGraft                 // the flap that is the device
	ofDonor                 // whence the device was taken
	ofPart                  // narrows the body part
	asPart                  // stands for the body part
	ofOrigin                // what the body part was made from
)

func (t *Table) qualifierRole(label string) role {
	switch label {
	case "Allogeneic", "Syngeneic", "Zooplastic":
		if t.Names[2] == "Resection" { // the organ taken is a donor's
			return ofProcedure
		}
	case "Diagnostic", "Hand-Assisted", "Ultrasonic", "Vertical":
		return ofProcedure
	case "Laser Interstitial Thermal Therapy", "Stereoelectroencephalographic Radiofrequency Ablation",
		"Irreversible Electroporation", "Connectomic Analysis", "Drug-Coated Balloon",
		"Stent Retriever", "Rapid Deployment Technique":
		return ofTechnique
	case "Latissimus Dorsi Myocutaneous Flap", "Transverse Rectus Abdominis Myocutaneous Flap",
		"Deep Inferior Epigastric Artery Perforator Flap", "Superficial Inferior Epigastric Artery Flap",
		"Gluteal Artery Perforator Flap", "Lumbar Artery Perforator Flap":
		return ofGraft
	case "Toe, Right", "Toe, Left":
		return ofDonor
	case "Bifurcation", "Sesamoid Bone(s) 1st Toe", "Single", "Multiple", "All":
		return ofPart
	case "Left Atrial Appendage", "Ductus Arteriosus", "Hemorrhoidal Plexus",
		"Prostatic Artery, Right", "Prostatic Artery, Left", "Uterine Artery, Right", "Uterine Artery, Left":
		return asPart
	case "Truncal Valve", "Atrioventricular Valve, Left", "Atrioventricular Valve, Right":
		return ofOrigin
	}
	return ofDevice
}

// obstetric is the pattern for the section Obstetrics: the qualifier may be a body system of the fetus.
func (t *Table) obstetric(v [4]Value) string {
	switch t.Names[2] {
	case "Drainage":
		return "<3> of <7> from <4>, <5>"
	case "Extraction":
		if v[3].Label == "Manual" {
			return "<7> <3> of <4>, <5>"
		}
	case "Repair":
		return "<3> <7> in <4>[ with <6>], <5>"
	case "Transplantation":
		return "<3> of <7> into <4>, <5>"
	}
	return t.surgical(v)
}
