"""What is drawn near text and says something of it: boxes, ticks, circles, underlines, bullets, signs, frames."""
