"""Many files: find the inputs, run them on workers, publish the dataset."""
