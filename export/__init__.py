"""A dataset for people who work in Excel: one workbook, or a folder of CSV files."""
