"""What click says to people of its own accord, marked for the catalogue; click itself looks it up there."""

from __future__ import annotations

from pledgecards.language import N_, NN_

PHRASES = (
    N_("Aborted!"),
    N_("Choose from:\n\t{choices}"),
    N_("COMMAND [ARGS]..."),
    N_("Commands"),
    N_("Could not open file {filename!r}: {message}"),
    N_("Error: {message}"),
    N_("Invalid value for {param_hint}: {message}"),
    N_("Invalid value: {message}"),
    N_("Missing argument"),
    N_("Missing command."),
    N_("Missing option"),
    N_("Missing parameter"),
    N_("Missing parameter: {param_name}"),
    N_("No such command {name!r}."),
    N_("No such option {name!r}."),
    N_("Option {name!r} does not take a value."),
    N_("Options"),
    N_("Try '{command} {option}' for help."),
    N_("Usage:"),
    N_("[OPTIONS]"),
    N_("default: {default}"),
    N_("directory"),
    N_("file"),
    N_("path"),
    N_("float range"),
    N_("integer range"),
    N_("required"),
    N_("unknown error"),
    N_("{name} {filename!r} does not exist."),
    N_("{name} {filename!r} is a directory."),
    N_("{name} {filename!r} is a file."),
    N_("{name} {filename!r} is not readable."),
    N_("{name} {filename!r} is not writable."),
    N_("{value!r} is not a valid {number_type}."),
    N_("{value} is not in the range {range}."),
)
"""Phrases of one form."""

COUNTED = (
    NN_("Did you mean {possibility}?", "(Did you mean one of: {possibilities}?)"),
    NN_("Got unexpected extra argument ({args})", "Got unexpected extra arguments ({args})"),
    NN_("Option {name!r} requires an argument.", "Option {name!r} requires {nargs} arguments."),
    NN_("{value!r} is not {choice}.", "{value!r} is not one of {choices}."),
)
"""Phrases with a form for one and a form for several."""
