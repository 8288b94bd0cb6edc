"""The reference reader, and the fallback: pages as pdfminer draws them."""
