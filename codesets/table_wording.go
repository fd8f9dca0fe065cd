package codesets

import "strings"

// absent reports whether a label says that its axis has nothing to tell.
func absent(label string) bool {
	switch label {
	case "", "None", "No Device", "No Qualifier":
		return true
	}
	return false
}

// wording turns the label of a value into the words that titles use for it; absent labels have none.
func (t *Table) wording(axis int, label string) string {
	if absent(label) {
		return ""
	}
	switch t.Axes[axis] {
	case "Approach":
		return approachWords(label)
	case "Body Part", "Body System / Region", "Treatment Site":
		return turned(label)
	case "Body Region":
		return regionWords(label)
	case "Device":
		return deviceWords(label)
	case "Substance":
		return turned(label)
	case "Method":
		return t.methodWords(label)
	case "Contrast":
		return contrastWords(label)
	case "Equipment":
		return equipmentWords(label)
	case "Qualifier":
		return t.qualifierWords(label)
	case "Device / Substance / Technology":
		return technologyWords(label)
	}
	return label
}

func approachWords(label string) string {
	if strings.HasPrefix(label, "Via ") {
		return label
	}
	return label + " Approach"
}

// regionWords adds the noun that spinal regions lack.
func regionWords(label string) string {
	switch label {
	case "Cervical", "Thoracic", "Lumbar":
		return label + " Region"
	}
	return turned(label)
}

// methodWords adds the noun that most osteopathic methods lack.
func (t *Table) methodWords(label string) string {
	switch label {
	case "Fascial Release", "General Mobilization", "Lymphatic Pump", "Other Method":
		return label
	}
	if t.Prefix[0] == '7' {
		return label + " Forces"
	}
	return label
}

func contrastWords(label string) string {
	if strings.HasSuffix(label, "Osmolar") {
		return label + " Contrast"
	}
	return label
}

// equipmentWords adds the noun that most labels lack.
func equipmentWords(label string) string {
	switch label {
	case "Audiometer", "Computer", "Negative Pressure Therapy", "Orthosis", "Other Equipment", "Physical Agents",
		"Prosthesis", "Sound Field / Booth", "Speech Prosthesis", "Tympanometer":
		return label
	}
	return label + " Equipment"
}

// qualifierWords turns the names of body parts and cells; the donor of a transfusion loses its comma.
func (t *Table) qualifierWords(label string) string {
	switch {
	case label == "Pulmonary Vein, Confluence":
		return "Pulmonary Vein Confluence"
	case t.Prefix[0] == '0', strings.HasSuffix(label, ", Other"), strings.HasPrefix(label, "Stem Cells, "):
		return turned(label)
	case strings.HasPrefix(label, "Allogeneic, "):
		return strings.Replace(label, ", ", " ", 1)
	}
	return label
}

// deviceWords knows the devices that go by a shorter name in titles, or keep the order of the label.
func deviceWords(label string) string {
	switch label {
	case "Biologic with Synthetic Substitute, Autoregulated Electrohydraulic":
		return "Biologic and Synthetic Substitute, Autoregulated Electrohydraulic"
	case "Infusion Device, Pump":
		return "Infusion Pump"
	case "Cardiac Lead, Pacemaker":
		return "Pacemaker Lead"
	case "Cardiac Lead, Defibrillator":
		return "Defibrillator Lead"
	case "Synthetic Substitute, Unicondylar Medial":
		return "Medial Unicondylar Synthetic Substitute"
	case "Synthetic Substitute, Unicondylar Lateral":
		return "Lateral Unicondylar Synthetic Substitute"
	}
	general, special, found := strings.Cut(label, ", ")
	switch {
	case !found:
		return label
	case general == "Pacemaker", general == "Spinal Stabilization Device" && special == "Vertebral Body Tether",
		special == "Flow Diverter", special == "Pneumatic", strings.HasSuffix(special, "Collagen Implant"):
		return label
	case standsAlone(special):
		return special
	case strings.HasPrefix(special, "Branched or Fenestrated, "):
		return "Branched or Fenestrated " + general + strings.TrimPrefix(special, "Branched or Fenestrated")
	case strings.HasSuffix(label, ", Two"), strings.HasSuffix(label, ", Three"), strings.HasSuffix(label, ", Four or More"):
		i := strings.LastIndex(label, ", ")
		return label[i+2:] + " " + turned(label[:i]) + "s"
	}
	return turned(label)
}

// standsAlone reports whether the special name of a device does without the general one.
func standsAlone(special string) bool {
	switch special {
	case "Airway", "Endotracheal Airway", "Endobronchial Valve", "Pessary", "Intraocular Telescope",
		"Single Channel Cochlear Prosthesis", "Multiple Channel Cochlear Prosthesis":
		return true
	}
	return false
}

// technologyWords keeps the order of the label, but for those of bones and joints.
func technologyWords(label string) string {
	general, _, _ := strings.Cut(label, ", ")
	switch general {
	case "Internal Fixation Device", "Interbody Fusion Device", "Carbon/PEEK Spinal Stabilization Device":
		return turned(label)
	}
	return label
}

// turned puts what narrows a name in front of it, from the last comma on: "Lymphatic, Internal
// Mammary, Right" becomes "Right Internal Mammary Lymphatic".
func turned(label string) string {
	i := strings.LastIndex(label, ", ")
	if i < 0 || staysBehind(label[:i], label[i+2:]) {
		return label
	}
	return label[i+2:] + " " + turned(label[:i])
}

// staysBehind reports whether the words after a comma keep their place, because they do not narrow
// the name before them but name a part of it, count it or go on with a list.
func staysBehind(head, tail string) bool {
	switch tail {
	case "All", "Other":
		return strings.HasSuffix(head, " System")
	case "Ascending/Arch", "Descending", "Pylorus", "Pharynx Muscle",
		"Circulatory", "Ectopic", "Retained", "Genetically Modified",
		"One Artery", "Two Arteries", "Three Arteries", "Four or More Arteries",
		"Anterior Column", "Posterior Column", "Multiple Gestation", "Single Fetus":
		return true
	case "Abdomen and Pelvis":
		return head == "Chest"
	case "Bile Ducts and Pancreatic Ducts", "Mouth and Throat", "Nose and Sinus",
		"Subcutaneous Tissue and Breast", "Subcutaneous Tissue and Fascia", "Toxoid and Vaccine",
		"Sedatives", "Hypnotics, Sedatives",
		"Ureter and Bladder", "Ureters and Bladder", "Ureters and Kidneys":
		return true
	}
	return strings.HasSuffix(tail, " Surface")
}
