"""The end of the flow beside the pages: a checked catalogue to text and data."""
