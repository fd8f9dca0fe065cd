// Package drill makes questions from the codes of a library, so that the player learns the rule and not the card.
//
// A drill applied to one family of codes is a card: each time it comes up it picks another code of the family.
// A family is a category in ICD-10-CM (E11), a table in ICD-10-PCS (0DT) and the first three characters in
// HCPCS Level II (J18).
//
//	decks := drill.Decks(library, starter)
//
// Families that the starter sets hold are marked common: they are met before the rest of a full release.
//
// Questions are made only from what the sets say; where a wrong option is offered its reason is made with it, and
// no option that is also right is offered.
package drill
