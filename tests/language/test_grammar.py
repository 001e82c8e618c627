# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""What is an expression, and how its parts hang together."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given, settings

from language.expressions import Written, written
from samenloop.language import RESERVED, Duration, ExpressionSyntaxError, parse_duration, parse_expression
from samenloop.language import nodes as n
from samenloop.language.parse import FUNCTIONS, MAX_DEPTH, MAX_LENGTH


def shape(node: n.Node) -> str:
    """A tree as brackets: ``(+ a (* b 2))``."""
    match node:
        case n.Number() | n.Text() | n.Truth():
            return repr(node.value) if isinstance(node, n.Text) else str(node.value)
        case n.Percent():
            return f"{node.value * 100}%"
        case n.DateLiteral():
            return node.value.isoformat()
        case n.Term():
            return f"{node.value.count}~{node.value.unit}"
        case n.Name():
            return node.dotted
        case n.Conjunction() | n.Disjunction():
            word = "en" if isinstance(node, n.Conjunction) else "of"
            return f"({word} {' '.join(map(shape, node.operands))})"
        case n.Compare() | n.Arithmetic():
            return f"({node.op} {shape(node.left)} {shape(node.right)})"
        case n.Membership():
            return f"(in {shape(node.left)} {' '.join(map(shape, node.options))})"
        case n.HasRole():
            of = "" if node.of is None else f" {shape(node.of)}"
            return f"({'geen' if node.negated else 'is'} {shape(node.who)} {node.role.dotted}{of})"
        case n.Negation():
            return f"(niet {shape(node.operand)})"
        case n.Negative():
            return f"(- {shape(node.operand)})"
        case n.Choice():
            return f"(als {shape(node.condition)} {shape(node.then)} {shape(node.otherwise)})"
        case n.Call():
            return f"({node.function} {' '.join(map(shape, node.arguments))})"
        case n.Count() | n.Total():
            where = "" if node.where is None else f" waar {shape(node.where)}"
            total = f" : {shape(node.value)}" if isinstance(node, n.Total) else ""
            return f"({node.kind} {node.variable} in {node.collection.dotted}{where}{total})"
    raise AssertionError(node)


def tree(text: str) -> str:
    return shape(parse_expression(text).root)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12", "12"),
        ("0.01", "1/100"),
        ("40%", "40%"),
        ("2.5 %", "5/2%"),
        ("2026-01-01", "2026-01-01"),
        ("4 weken", "4~week"),
        ("1 dag", "1~dag"),
        ("'met spatie'", "'met spatie'"),
        ("''", "''"),
        ("waar", "True"),
        ("onwaar", "False"),
        ("a", "a"),
        ("persoon.brp_woning.kale_huur", "persoon.brp_woning.kale_huur"),
        ("a . b", "a.b"),
        ("a + b", "(+ a b)"),
        ("a - b", "(- a b)"),
        ("a * b", "(* a b)"),
        ("a / b", "(/ a b)"),
        ("-a", "(- a)"),
        ("a = b", "(= a b)"),
        ("a != b", "(!= a b)"),
        ("a < b", "(< a b)"),
        ("a <= b", "(<= a b)"),
        ("a > b", "(> a b)"),
        ("a >= b", "(>= a b)"),
        ("a in ['x']", "(in a 'x')"),
        ("a in ['x', 'y', b + 1]", "(in a 'x' 'y' (+ b 1))"),
        ("a is r", "(is a r)"),
        ("a is pw.r van b", "(is a pw.r b)"),
        ("a is geen r", "(geen a r)"),
        ("a is geen pw.r van b.c", "(geen a pw.r b.c)"),
        ("niet a", "(niet a)"),
        ("a en b en c", "(en a b c)"),
        ("a of b of c", "(of a b c)"),
        ("als a dan b anders c", "(als a b c)"),
        ("aantal(p in personen)", "(aantal p in personen)"),
        ("bestaat(p in personen waar p.a)", "(bestaat p in personen waar p.a)"),
        ("elk(p in gezin.leden waar p.a > 1)", "(elk p in gezin.leden waar (> p.a 1))"),
        ("som(p in personen: p.a)", "(som p in personen : p.a)"),
        ("hoogste(p in personen waar p.b: p.a)", "(hoogste p in personen waar p.b : p.a)"),
        ("laagste(p in personen: p.a + 1)", "(laagste p in personen : (+ p.a 1))"),
    ],
)
def test_every_construct_is_read(text: str, expected: str) -> None:
    assert tree(text) == expected


@pytest.mark.parametrize(
    "function", [f for f in FUNCTIONS if f not in "aantal bestaat elk som hoogste laagste".split()]
)
def test_every_function_is_read_with_its_arguments(function: str) -> None:
    assert tree(f"{function}(a, b + 1)") == f"({function} a (+ b 1))"
    assert tree(f"{function} (a)") == f"({function} a)"


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("a + b * c", "a + (b * c)"),
        ("a * b + c", "(a * b) + c"),
        ("a - b - c", "(a - b) - c"),
        ("a - b + c", "(a - b) + c"),
        ("a / b / c", "(a / b) / c"),
        ("a / b * c", "(a / b) * c"),
        ("-a * b", "(-a) * b"),
        ("a * -b", "a * (-b)"),
        ("a - -b", "a - (-b)"),
        ("--a", "-(-a)"),
        ("a + b < c * d", "(a + b) < (c * d)"),
        ("niet a = b", "niet (a = b)"),
        ("niet a in ['x']", "niet (a in ['x'])"),
        ("niet a is r van b", "niet (a is r van b)"),
        ("niet niet a", "niet (niet a)"),
        ("niet a en b", "(niet a) en b"),
        ("a en niet b", "a en (niet b)"),
        ("a of b en c", "a of (b en c)"),
        ("a en b of c en d", "(a en b) of (c en d)"),
        ("a = b en c > d of e", "((a = b) en (c > d)) of e"),
        ("als a of b dan c + d anders e en f", "als (a of b) dan (c + d) anders (e en f)"),
        ("als a dan b anders als c dan d anders e", "als a dan b anders (als c dan d anders e)"),
        ("als a dan als b dan c anders d anders e", "als a dan (als b dan c anders d) anders e"),
        ("a + b in [c]", "(a + b) in [c]"),
        ("a is r van b.c", "a is r van (b.c)"),
    ],
)
def test_what_binds_tighter(text: str, same: str) -> None:
    assert tree(text) == tree(same)
    assert "(" in tree(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("(a + b) * c", "a + b * c"),
        ("a - (b - c)", "a - b - c"),
        ("niet (a en b)", "niet a en b"),
        ("(a of b) en c", "a of b en c"),
        ("(als a dan b anders c) + d", "als a dan b anders c + d"),
    ],
)
def test_brackets_make_a_difference(one: str, other: str) -> None:
    assert tree(one) != tree(other)


def test_a_choice_inside_a_sum_stands_between_brackets() -> None:
    assert tree("1 + (als a dan 1 anders 2)") == "(+ 1 (als a 1 2))"
    with pytest.raises(ExpressionSyntaxError):
        parse_expression("1 + als a dan 1 anders 2")


@pytest.mark.parametrize(
    "name",
    [
        "inkomen", "offerte", "isolatie", "enkel", "niets", "nietig", "waarde", "waarborg", "onwaarheid", "vandaag",
        "danig", "alsnog", "andersom", "geenszins", "isoleer", "in_huis", "en_route", "of2", "niet_waar", "als_dan",
        "minimum", "maximaal", "min_inkomen", "naaste", "rechtmatig", "hoogtes", "somber", "aantallen", "elkaar",
        "bestaat_al", "recht", "min", "som", "aantal", "hoogte", "a1", "x_", "dag", "weken",
    ],
)  # fmt: skip
def test_a_name_may_hold_or_be_a_word_of_the_language(name: str) -> None:
    assert tree(name) == name
    assert tree(f"{name} en {name} of niet {name}") == f"(of (en {name} {name}) (niet {name}))"
    assert tree(f"persoon.{name} + {name}") == f"(+ persoon.{name} {name})"
    assert tree(f"als {name} dan {name} anders {name}") == f"(als {name} {name} {name})"


@pytest.mark.parametrize("word", sorted(RESERVED))
@pytest.mark.parametrize("text", ["{} + 1", "a = {}", "a.{}", "x is {}", "aantal({} in personen)", "{}(1)"])
def test_a_reserved_word_is_no_name(word: str, text: str) -> None:
    if (word, text) in {(w, t) for w in ("waar", "onwaar") for t in ("{} + 1", "a = {}")} | {("niet", "{}(1)")}:
        return  # there the word has its own meaning
    with pytest.raises(ExpressionSyntaxError):
        parse_expression(text.format(word))


@pytest.mark.parametrize(
    "text",
    [
        "a enb",
        "a ofb",
        "a isr",
        "a inb",
        "a is geen rvan b",
        "als a danb anders c",
        "a en nietb c",
        "3of 4",
        "a > 21en b",
    ],
)
def test_words_are_written_apart(text: str) -> None:
    with pytest.raises(ExpressionSyntaxError):
        parse_expression(text)


@pytest.mark.parametrize(
    "text",
    ["a+b", "a\n  + b", " a + b ", "a # wat a is\n+ b", "a + b # 'x' en (", "# eerst dit\na + b", "a\r\n+\tb"],
)
def test_space_and_comments_mean_nothing(text: str) -> None:
    assert tree(text) == "(+ a b)"


def test_a_hash_in_a_text_is_no_comment() -> None:
    assert tree("a = '# nee' en b") == "(en (= a '# nee') b)"


def test_an_expression_keeps_its_text() -> None:
    text = "leeftijd >= 21  # meerderjarig"
    assert str(parse_expression(text)) == parse_expression(text).text == text


@pytest.mark.parametrize(
    ("text", "count", "unit"),
    [
        ("1 werkdag", 1, "werkdag"), ("5 werkdagen", 5, "werkdag"), ("1 dag", 1, "dag"), ("14  dagen", 14, "dag"),
        ("1 week", 1, "week"), ("4 weken", 4, "week"), ("1 maand", 1, "maand"), ("3 maanden", 3, "maand"),
        ("1 kwartaal", 1, "kwartaal"), ("2 kwartalen", 2, "kwartaal"), ("1 jaar", 1, "jaar"), ("2 jaren", 2, "jaar"),
        ("10 jaar", 10, "jaar"), ("1 uur", 1, "uur"), ("24 uur", 24, "uur"), ("48 uren", 48, "uur"),
    ],
)  # fmt: skip
def test_terms(text: str, count: int, unit: str) -> None:
    assert parse_duration(text) == Duration(count, unit)
    root = parse_expression(f"a + {text}").root
    assert isinstance(root, n.Arithmetic)
    assert isinstance(root.right, n.Term)
    assert root.right.value == Duration(count, unit)


@pytest.mark.parametrize(
    "text", ["", "4", "weken", "4weken", "-4 weken", "4.5 weken", "4 lustra", "٤ weken", "123456 dagen"]
)
def test_what_is_no_term(text: str) -> None:
    with pytest.raises(ValueError, match=r"^"):
        parse_duration(text)


def test_literals_are_exact() -> None:
    def literal(text: str) -> object:
        root = parse_expression(text).root
        assert isinstance(root, (n.Number, n.Percent, n.DateLiteral))
        return root.value

    assert literal("0.1") == Fraction(1, 10)
    assert literal("33.3%") == Fraction(333, 1000)
    assert literal("2024-02-29") == dt.date(2024, 2, 29)


def test_a_name_followed_by_an_amount_of_days_is_not_swallowed() -> None:
    assert tree("a > 2 en dagen < 3") == "(en (> a 2) (< dagen 3))"
    assert tree("peildatum - 2 maanden > b") == "(> (- peildatum 2~maand) b)"


@pytest.mark.parametrize("part", ["-", "niet ", "a + ", "(1 + "])
def test_depth_has_a_limit_and_a_bearable_one(part: str) -> None:
    closing = ")" if part.startswith("(") else ""
    end = "a" if part == "niet " else "1"
    fine = MAX_DEPTH - 1
    parse_expression(part * fine + end + closing * fine)
    with pytest.raises(ExpressionSyntaxError) as caught:
        parse_expression(part * (fine + 1) + end + closing * (fine + 1))
    assert caught.value.code == "X001"


def test_brackets_alone_are_no_depth() -> None:
    assert tree("(" * 500 + "a" + ")" * 500) == "a"


@pytest.mark.parametrize("part", ["(", "-", "niet ", "als ", "min(", "a en ", "[", "'", "1 ", "a."])
def test_the_longest_nonsense_is_refused_in_words(part: str) -> None:
    text = (part * MAX_LENGTH)[:MAX_LENGTH]
    with pytest.raises(ExpressionSyntaxError):
        parse_expression(text)


def test_children_and_walk_follow_the_text() -> None:
    root = parse_expression("als a dan som(p in q waar b: c) anders min(d, e)").root
    names = [node.dotted for node in n.walk(root) if isinstance(node, n.Name)]
    assert names == ["a", "q", "b", "c", "d", "e"]
    assert [shape(child) for child in n.children(root)] == ["a", "(som p in q waar b : c)", "(min d e)"]


@settings(max_examples=80, deadline=None)
@given(written())
def test_every_part_knows_its_own_piece_of_the_text(made: Written) -> None:
    expression = parse_expression(made.text)
    for node in n.walk(expression.root):
        piece = made.text[node.start : node.end]
        assert piece == piece.strip()
        assert tree(piece) == shape(node)


def test_places_include_brackets_that_belong_to_a_part() -> None:
    text = "(a + b) * c = (d)"
    root = parse_expression(text).root
    assert isinstance(root, n.Compare)
    assert (root.start, root.end) == (0, len(text))
    assert text[root.left.start : root.left.end] == "(a + b) * c"
