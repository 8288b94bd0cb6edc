"""Nothing that people read is left unmarked: messages of errors, what is printed, templates, scripts."""

import ast
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

import pledgecards
from pledgecards.cli import main
from pledgecards.language import _, speaking
from pledgecards.review.wording import SCRIPTS
from pledgecards.terminal.click_phrases import COUNTED, PHRASES
from pledgecards.terminal.commands import english

ROOT = Path(pledgecards.__file__).parent
PACKAGES = ("analysis", "batch", "corrections", "export", "normalize", "review", "schemas", "terminal")
SOURCES = [*ROOT.glob("*.py"), *(path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py")))]
FOR_PEOPLE = {
    "BadParameter",
    "CorrectionsError",
    "DatasetError",
    "ExportError",
    "InTheWay",
    "InputError",
    "RemoteError",
    "RunError",
    "Unfit",
    "UsageError",
    "ValueProblem",
    "VocabularyError",
}
PRINTS = {"echo", "say", "_complain", "_write"}
LETTERS = re.compile(r"[A-Za-z가-힣]{2,}")
HANGUL = re.compile("[가-힣]")


def name_of(call):
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def literals(node):
    """The texts in an expression that are shown as they stand: not those within calls, which `_(…).format(…)` is."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, (ast.JoinedStr, ast.BinOp, ast.IfExp, ast.BoolOp, ast.Tuple, ast.List)):
        for child in ast.iter_child_nodes(node):
            yield from literals(child)


def calls():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                yield path.relative_to(ROOT).as_posix(), node


def test_errors_and_prints_speak_through_the_catalogue():
    unmarked = [
        (path, call.lineno, text)
        for path, call in calls()
        if name_of(call) in FOR_PEOPLE | PRINTS
        for argument in call.args[:1]
        for text in literals(argument)
        if LETTERS.search(text)
    ]
    # What a satellite reports of itself has been said elsewhere already.
    assert [one for one in unmarked if one[2] != "{reason}"] == []


def test_marked_texts_can_be_gathered():
    # Within an f-string they are not found by Babel in every version of Python; made from pieces, in none.
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.JoinedStr):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Call) and name_of(n) in ("_", "N_", "ngettext")]
                assert inner == [], f"{path.name}:{node.lineno}"
            if isinstance(node, ast.Call) and name_of(node) in ("_", "N_", "NN_", "ngettext"):
                assert not any(isinstance(argument, ast.JoinedStr) for argument in node.args), path


@pytest.mark.parametrize("command", [main, *main.commands.values()], ids=lambda command: command.name)
def test_every_help_has_its_korean(command):
    texts = [command.help, *([command.short_help] if command is not main else [])]
    texts += [parameter.help for parameter in command.params if hasattr(parameter, "help")]
    texts = [text for text in texts if text is not None]
    assert texts and all(texts)
    with speaking("ko"):
        for text in texts:
            assert HANGUL.search(_(english(text))) and _(english(text)) != english(text), text


def test_every_option_has_a_help_and_every_value_a_name():
    for command in (main, *main.commands.values()):
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert parameter.help, parameter.opts
            takes_a_word = not getattr(parameter, "is_flag", False) and not hasattr(parameter.type, "choices")
            assert parameter.metavar or not takes_a_word, f"{parameter.opts} names its value in English"


def test_the_phrases_of_click_are_click_s():
    """What is translated stands in click as it stands here, so that click finds it."""
    extract = pytest.importorskip("babel.messages.extract")
    import click

    folder = Path(click.__file__).parent
    said = set()
    for module in ("core", "decorators", "exceptions", "formatting", "parser", "types"):
        keywords = {"_": None, "ngettext": (1, 2)}
        found = extract.extract_from_file("python", folder / f"{module}.py", keywords=keywords)
        said |= {message for _, message, _, _ in found}
    own = {"COMMAND [ARGS]...", "[OPTIONS]", "float range", "integer range"}
    assert set(PHRASES) - own <= said
    assert set(COUNTED) <= said


TEMPLATES = sorted((ROOT / "review" / "templates").glob("*.html"))


class Shown(HTMLParser):
    """The text of a page and of those attributes that people read."""

    def __init__(self, text):
        super().__init__()
        self.texts = []
        self.feed(text)

    def handle_data(self, data):
        self.texts.append(data)

    def handle_starttag(self, tag, attributes):
        self.texts += [
            value or "" for name, value in attributes if name in ("title", "alt", "placeholder", "aria-label")
        ]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_templates_say_nothing_by_themselves(template):
    text = re.sub(r"\{\{.*?\}\}|\{%.*?%\}", "", template.read_text("utf-8"), flags=re.DOTALL)
    left = {word for shown in Shown(text).texts for word in LETTERS.findall(shown)}
    assert left <= {"pledgecards"}


STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
SENTENCE = re.compile(r"^[A-Z(][a-z]+.*|.*[a-z] [a-z]+.*", re.DOTALL)
# Words of the program that look like a person's: classes, tags, keys of the keyboard.
TECHNICAL = re.compile(
    r"(button|tile|dialog|use|badge|said|state)( \w*)*|[.#]\S+( [\w.#]+)*|Escape|Enter|Arrow\w+|Store|NFC|a b|[A-Z|]+"
)


@pytest.mark.parametrize("script", SCRIPTS)
def test_scripts_say_nothing_by_themselves(script):
    text = (ROOT / "review" / "static" / script).read_text("utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    marked = {match[1] for match in re.finditer(r'\bsay\("([^"]+)"\)', text)}
    literals = [match[1] or re.sub(r"\$\{.*?\}", "", match[2] or "") for match in STRING.finditer(text)]
    assert not any(HANGUL.search(literal) for literal in literals)
    people_read = [one for one in literals if SENTENCE.match(one) and not TECHNICAL.fullmatch(one)]
    assert set(people_read) <= marked


def test_what_scripts_say_is_said_plainly():
    """`say("…")` with a text, so that it is found; two words that come from the data are known to the registry."""
    for script in SCRIPTS:
        text = (ROOT / "review" / "static" / script).read_text("utf-8")
        for match in re.finditer(r"\bsay\(([^)]*)\)", text):
            assert match[1].startswith('"') or match[1].startswith("status"), match[0]
