package exchange_test

import (
	"fmt"
	"strings"

	"coderounds/quiz/exchange"
)

func ExampleReadCSV() {
	file := strings.NewReader("tag,question,answer\n" +
		"HCPCS,Which modifier says rental?,RR\n" +
		"HCPCS,Which modifier says new equipment?,\n")
	items, bad, err := exchange.ReadCSV(file, "week 3.csv")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, it := range items {
		fmt.Println(it.System, it.Question, it.Answers)
	}
	for _, p := range bad {
		fmt.Println(p)
	}
	// Output:
	// HCPCS Level II Which modifier says rental? [RR]
	// week 3.csv, row 3: no answer; fill in the column answer
}
