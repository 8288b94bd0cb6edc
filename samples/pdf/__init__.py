"""Prints abstract cards as PDF with reportlab, in any style of `style.PdfStyle`. Needs the packages of `fonts`."""
