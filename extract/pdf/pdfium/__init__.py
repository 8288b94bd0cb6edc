"""The fast reader: pages as pdfium sees them."""
