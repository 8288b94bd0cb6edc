"""The review site: a published dataset as pages that a person checks, and where they put right what is wrong."""
