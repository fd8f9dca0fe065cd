package codesets_test

import (
	"archive/zip"
	"bufio"
	"encoding/xml"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"coderounds/codesets"
)

// TestTableTitle has an example of every pattern that the starter tables do not reach.
func TestTableTitle(t *testing.T) {
	surgical := [4]string{"Body Part", "Approach", "Device", "Qualifier"}
	for _, c := range []struct {
		prefix, system, operation string
		labels                    [4]string
		want                      string
	}{
		{"024", "Heart and Great Vessels", "Creation",
			[4]string{"Aortic Valve", "Open", "Zooplastic Tissue", "Truncal Valve"},
			"Creation of Aortic Valve from Truncal Valve using Zooplastic Tissue, Open Approach"},
		{"02Q", "Heart and Great Vessels", "Repair",
			[4]string{"Mitral Valve", "Open", "No Device", "Atrioventricular Valve, Left"},
			"Repair Mitral Valve created from Left Atrioventricular Valve, Open Approach"},
		{"03C", "Upper Arteries", "Extirpation",
			[4]string{"Intracranial Artery", "Percutaneous", "No Device", "Stent Retriever"},
			"Extirpation of Matter from Intracranial Artery using Stent Retriever, Percutaneous Approach"},
		{"047", "Lower Arteries", "Dilation",
			[4]string{"Femoral Artery, Right", "Percutaneous", "Intraluminal Device, Drug-eluting, Two", "Drug-Coated Balloon"},
			"Dilation of Right Femoral Artery with Two Drug-eluting Intraluminal Devices, using Drug-Coated Balloon, Percutaneous Approach"},
		{"04L", "Lower Arteries", "Occlusion",
			[4]string{"Internal Iliac Artery, Right", "Percutaneous", "Intraluminal Device", "Prostatic Artery, Right"},
			"Occlusion of Right Prostatic Artery with Intraluminal Device, Percutaneous Approach"},
		{"04V", "Lower Arteries", "Restriction",
			[4]string{"Abdominal Aorta", "Open", "Intraluminal Device, Branched or Fenestrated, One or Two Arteries", "No Qualifier"},
			"Restriction of Abdominal Aorta with Branched or Fenestrated Intraluminal Device, One or Two Arteries, Open Approach"},
		{"07B", "Lymphatic and Hemic Systems", "Excision",
			[4]string{"Lymphatic, Internal Mammary, Right", "Open", "No Device", "Diagnostic"},
			"Excision of Right Internal Mammary Lymphatic, Open Approach, Diagnostic"},
		{"0HR", "Skin and Breast", "Replacement",
			[4]string{"Breast, Left", "Open", "Autologous Tissue Substitute", "Gluteal Artery Perforator Flap"},
			"Replacement of Left Breast using Gluteal Artery Perforator Flap, Open Approach"},
		{"0JX", "Subcutaneous Tissue and Fascia", "Transfer",
			[4]string{"Subcutaneous Tissue and Fascia, Scalp", "Open", "No Device", "Skin, Subcutaneous Tissue and Fascia"},
			"Transfer Scalp Subcutaneous Tissue and Fascia with Skin, Subcutaneous Tissue and Fascia, Open Approach"},
		{"0KX", "Muscles", "Transfer",
			[4]string{"Trunk Muscle, Left", "Open", "No Device", "Latissimus Dorsi Myocutaneous Flap"},
			"Transfer Left Trunk Muscle, Latissimus Dorsi Myocutaneous Flap, Open Approach"},
		{"0XR", "Anatomical Regions, Upper Extremities", "Replacement",
			[4]string{"Thumb, Right", "Open", "Autologous Tissue Substitute", "Toe, Left"},
			"Replacement of Right Thumb with Left Toe, Autologous Tissue Substitute, Open Approach"},
		{"0WJ", "Anatomical Regions, General", "Inspection",
			[4]string{"Gastrointestinal Tract", "Via Natural or Artificial Opening", "No Device", "No Qualifier"},
			"Inspection of Gastrointestinal Tract, Via Natural or Artificial Opening Approach"},
	} {
		table := codesets.Table{Prefix: c.prefix, Names: [3]string{"Medical and Surgical", c.system, c.operation}, Axes: surgical}
		var values [4]codesets.Value
		for axis, label := range c.labels {
			values[axis].Label = label
		}
		require.Equal(t, c.want, table.Title(values))
		require.Equal(t, c.system+", "+c.operation, table.Header())
	}
}

// TestTableTitlesOfRelease composes every title of FY2025. The patterns are known not to reach a
// few; a change must not make them more.
func TestTableTitlesOfRelease(t *testing.T) {
	const releases = "../../shared/data/releases/"
	titles := orderTitles(t, releases+"icd10pcs-2025-order-file.zip")
	var composed, wrong, wrongHeaders int
	for _, table := range xmlTables(t, releases+"icd10pcs-2025-tables-index-definitions-xml.zip") {
		for _, c := range table.Codes() {
			composed++
			switch {
			case titles[c.Code] == c.Long:
			case c.Billable:
				wrong++
			default:
				wrongHeaders++
			}
		}
	}
	require.Equal(t, len(titles), composed)
	require.LessOrEqual(t, wrong, 184, "codes with another title")
	require.LessOrEqual(t, wrongHeaders, 1, "headers with another title")
}

// openMember opens the file of an archive whose name contains part, or skips the test.
func openMember(t *testing.T, archive, part string) io.Reader {
	t.Helper()
	if _, err := os.Stat(archive); err != nil {
		t.Skip("the reference release is not there:", err)
	}
	z, err := zip.OpenReader(archive)
	require.NoError(t, err)
	t.Cleanup(func() { z.Close() })
	for _, f := range z.File {
		if strings.Contains(f.Name, part) {
			r, err := f.Open()
			require.NoError(t, err)
			t.Cleanup(func() { r.Close() })
			return r
		}
	}
	require.Fail(t, "no such file in the archive", part)
	return nil
}

// orderTitles reads the long titles of an order file: code from column 7, long title from column 78.
func orderTitles(t *testing.T, archive string) map[string]string {
	t.Helper()
	titles := make(map[string]string)
	lines := bufio.NewScanner(openMember(t, archive, "icd10pcs_order_"))
	for lines.Scan() {
		titles[strings.TrimSpace(lines.Text()[6:13])] = strings.TrimSpace(lines.Text()[77:])
	}
	require.NoError(t, lines.Err())
	return titles
}

// xmlAxis is an axis of a table or of a row in the publisher's tables file.
type xmlAxis struct {
	Title  string `xml:"title"`
	Labels []struct {
		Code string `xml:"code,attr"`
		Text string `xml:",chardata"`
	} `xml:"label"`
}

func xmlTables(t *testing.T, archive string) []codesets.Table {
	t.Helper()
	var file struct {
		Tables []struct {
			Axes []xmlAxis `xml:"axis"`
			Rows []struct {
				Axes []xmlAxis `xml:"axis"`
			} `xml:"pcsRow"`
		} `xml:"pcsTable"`
	}
	require.NoError(t, xml.NewDecoder(openMember(t, archive, "tables_2025.xml")).Decode(&file))
	var tables []codesets.Table
	for _, x := range file.Tables {
		var table codesets.Table
		for i, axis := range x.Axes {
			table.Prefix += axis.Labels[0].Code
			table.Names[i] = axis.Labels[0].Text
		}
		for _, r := range x.Rows {
			var row codesets.Row
			for i, axis := range r.Axes {
				table.Axes[i] = axis.Title
				for _, l := range axis.Labels {
					row[i] = append(row[i], codesets.Value{Char: l.Code[0], Label: l.Text})
				}
			}
			table.Rows = append(table.Rows, row)
		}
		tables = append(tables, table)
	}
	return tables
}
