// Hello is the smallest program that a site can be built from.
package main

func main() { println("hello") }
