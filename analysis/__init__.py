"""The analyst's kit: a dataset as typed frames, as SQL, and the joins that everyone needs."""
