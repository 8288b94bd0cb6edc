"""What is drawn on a page besides text: rules, fills and shapes, joined and sorted."""
