package codesets

import "strings"

// placement leaves out the approach, which is always external.
func (t *Table) placement(v [4]Value) string {
	removal := t.Names[2] == "Removal"
	switch {
	case v[0].Label == "Nasal" && t.Names[2] == "Packing", v[0].Label == "Anorectal" && t.Names[2] == "Packing":
		return "<3> of <4> Region using <6>"
	case t.Names[2] != "Change" && !removal:
		return "<3> of <4>[ using <6>]"
	case t.Prefix[1] == 'Y' && removal:
		return "<3> of <4> <6>"
	case t.Prefix[1] == 'Y':
		return "<3> <4> <6>"
	case removal:
		return "<3> of <6> on <4>"
	}
	return "<3> <6> on <4>"
}

func (t *Table) administration(v [4]Value) string {
	switch t.Names[2] {
	case "Transfusion":
		return "<3> of [<7> ]<6> into <4>, <5>"
	case "Irrigation":
		switch {
		case absent(v[0].Label):
			return "<3> of <2> using <6>, <5>"
		case v[1].Label == "External":
			return "<3> of <4> using <6>[, <7>]"
		}
		return "<3> of <4> using <6>, <5>[, <7>]"
	}
	return introduction(v)
}

// introduction names the qualifier rather than the substance, since it says the same more closely.
func introduction(v [4]Value) string {
	switch qualifier := v[3].Label; qualifier {
	case "", "No Qualifier", "Other Substance":
		return "<3> of <6> into <4>, <5>"
	case "Autologous", "Nonautologous", "Nitric Oxide":
		return "<3> of <7> <6> into <4>, <5>"
	case "Monoclonal Antibody":
		return "<3> of <6>, <7>, into <4>, <5>"
	}
	return "<3> of <7> into <4>, <5>"
}

func (t *Table) measurement(v [4]Value) string {
	switch qualifier := v[3].Label; {
	case qualifier == "Intracranial" && v[0].Label == "Central Nervous":
		return "<3> of <7> <6>, <5>"
	case qualifier == "Stress" && t.Names[2] == "Monitoring":
		return "<3> of <4> <7>, <5>"
	case qualifier == "Stress":
		return "<3> of <4> <6>, <5>"
	case qualifier == "Indocyanine Green Dye", qualifier == "Wireless Sensor":
		return "<3> of <4> <6> using <7>, <5>"
	}
	return "<3> of [<4> ]<6>[, <7>], <5>"
}

func (t *Table) assistance(v [4]Value) string {
	performance := t.Names[2] == "Performance"
	switch part, function := v[0].Label, v[2].Label; {
	case performance && function == "Ventilation":
		return "<4> <6>, <5>[, <7>]"
	case performance && function == "Oxygenation" && v[1].Label == "Intraoperative":
		return "Extracorporeal <6>, <7>, <5>"
	case performance && function == "Oxygenation":
		return "Extracorporeal <6>, <7>"
	case t.Names[2] != "Assistance":
		return "<3> of <4> <6>, <5>[, <7>]"
	case function == "Cerebral Embolic Filtration":
		return "<5> <6>, <7>"
	case part == "Circulatory":
		return "Extracorporeal <7> <6>, <5>"
	case function == "Oxygenation":
		return "<3> with <4> <6>, <7>"
	case function == "Output":
		return "<3> with <4> <6> using <7>, <5>"
	}
	return "<3> with <4> <6>, <5>[, <7>]"
}

func (t *Table) therapy(v [4]Value) string {
	switch {
	case !absent(v[2].Label) && !absent(v[3].Label):
		return "<3> of <4> using <6>, <5>, <7>"
	case !absent(v[2].Label):
		return "<3> of <4> <6>, <5>"
	case !absent(v[3].Label):
		return "<3> of <7>, <5>"
	case v[0].Label == "Skin":
		return "<3> of <4>, <5>"
	}
	return "<3>[, <4>], <5>"
}

// otherProcedure names the method, or for "Other Method" the qualifier; external approaches are
// mostly left out.
func (t *Table) otherProcedure(v [4]Value) string {
	switch v[2].Label {
	case "Acupuncture":
		return "<6>[ using <7>]"
	case "Collection":
		if t.Prefix[1] == 'C' {
			return "<6> of <7> from <2> in <4>"
		}
		return "<7> <6>"
	case "Therapeutic Massage":
		return "<6>[ of <7>]"
	case "Other Method":
		if v[3].Label == "Suture Removal" {
			return "<7> from <4>"
		}
		return "<7>[ of <4>]"
	case "Computer Assisted Procedure":
		return "<6> of <4>[, <7>]"
	case "Robotic Assisted Procedure":
		if v[1].Label == "External" {
			return "<6> of <4>"
		}
	case "External Confocal Microscopy":
		return "<6>, <7>"
	}
	return "<6> of <4>[ using <7>], <5>"
}

func (t *Table) imaging(v [4]Value) string {
	switch v[2].Label {
	case "Laser":
		return "<3> of <4> using <5>, <6> <7>"
	case "Intravascular Optical Coherence", "Hyperpolarized Xenon 129 (Xe-129)", "Bacterial Autofluorescence":
		return "<3> of <4> using <6>[, <7>]"
	}
	return "<3> of <4>[ using <5>][, <6>][, <7>]"
}

func (t *Table) radiation(v [4]Value) string {
	switch t.Names[2] {
	case "Beam Radiation":
		return "<3> of <4> using <5>[, <7>]"
	case "Brachytherapy":
		return "<5> <3> of <4> using <6>[, <7>]"
	}
	if v[1].Label == "Isotope Administration" {
		return "<5> to <4> using <6>"
	}
	return "<5> of <4>[, <7>]"
}

// rehabilitation names the type qualifier, then what the table's type is about: an assessment, a
// treatment, the fitting of a device.
func (t *Table) rehabilitation() string {
	name := t.Names[2]
	switch {
	case name == "Caregiver Training":
		return "<3> in <5>[ using <6>]"
	case name == "Device Fitting":
		return "<5> <3>[ using <6>]"
	case strings.HasSuffix(name, "Assessment"):
		return "<5> Assessment[ of <4>][ using <6>]"
	}
	return "<5> Treatment[ of <4>][ using <6>]"
}

func (t *Table) mentalHealth(v [4]Value) string {
	other := v[0].Label == "Other "+t.Names[2]
	switch name := t.Names[2]; {
	case other && (name == "Counseling" || name == "Electroconvulsive Therapy"):
		return "<4>"
	case other:
		return "<3>"
	case name == "Counseling":
		return "<4> <3>"
	}
	return "<3>[, <4>]"
}

func (t *Table) substanceAbuse(v [4]Value) string {
	if v[0].Label == "Other "+t.Names[2] {
		return "<3> for Substance Abuse Treatment"
	}
	return "<3> for Substance Abuse Treatment[, <4>]"
}

// newTechnology covers the commoner operations of a section that names each technology in its own way.
func (t *Table) newTechnology() string {
	switch t.Names[2] {
	case "Introduction", "Transfusion", "Insertion":
		return "<3> of <6> into <4>, <5>, <7>"
	case "Extirpation":
		return "<3> of Matter from <4> using <6>, <5>, <7>"
	case "Dilation", "Replacement", "Restriction":
		return "<3> of <4> with <6>, <5>, <7>"
	case "Supplement":
		return "<3> <4> with <6>, <5>, <7>"
	case "Bypass":
		return "<3> <4> using <6>, <5>, <7>"
	}
	return "<3> of <4> using <6>, <5>, <7>"
}
