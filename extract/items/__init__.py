"""The items of a card: headings, bullets and paragraphs, how deep each stands, and lines that go on."""
