# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rules themselves: listed, read back as Dutch, tried on their worked examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from samenloop.app.rule_history import AmountHistory, amount_history, history, parameters_of
from samenloop.errors import InputError, Problem, SamenloopError, did_you_mean
from samenloop.evaluation.examples import Failure, run_example
from samenloop.interaction.matching import JoinMatcher, Matcher, of_trial
from samenloop.language import Expression, names_in
from samenloop.report import money
from samenloop.report.words import Words, plain, upper_first
from samenloop.rulebook import Norm, Rule, Rulebook, Spot, WorkedExample
from samenloop.rulebook.patterns import Trial
from samenloop.rulebook.walk import marked


@dataclass(frozen=True)
class RuleLine:
    """A rule in a list."""

    id: str
    regime: str
    title: str
    layer: str
    since: dt.date
    until: dt.date | None
    basis: str
    spot: str


@dataclass(frozen=True)
class RuleText:
    """A rule read back in Dutch."""

    id: str
    title: str
    about: tuple[str, ...]
    articles: tuple[tuple[str, str], ...]
    """(article, what it says in own words)"""
    history: tuple[str, ...]
    amounts: tuple[AmountHistory, ...]
    examples: tuple[str, ...]
    read_by: tuple[str, ...]
    reads: tuple[str, ...]
    spot: str


@dataclass(frozen=True)
class ExampleRun:
    """A worked example that was run."""

    example: WorkedExample
    failures: tuple[Failure, ...]

    @property
    def place(self) -> str:
        """File and line."""
        return f"{self.example.spot.file}:{self.example.spot.line}"


def list_rules(book: Rulebook, regime: str | None = None, day: dt.date | None = None) -> tuple[RuleLine, ...]:
    """Every rule, of one regime or in force on one day if asked, in the order of the files."""
    out = []
    for rule in book.all_rules:
        if (regime is None or rule.regime == regime) and (day is None or rule.geldig.covers(day)):
            spot = book.spot("regel", rule.regel)
            out.append(
                RuleLine(
                    rule.regel,
                    rule.regime,
                    rule.titel,
                    rule.bronlaag,
                    rule.geldig.van,
                    rule.geldig.tot,
                    book.basis_text(rule.grondslag[0], rule.geldig.van),
                    f"{spot.file}:{spot.line}" if spot else "",
                )
            )
    return tuple(out)


def find_rule(book: Rulebook, name: str) -> Rule:
    """A rule by id. Raises :class:`InputError` with a did-you-mean."""
    if name not in book.rules:
        message = "deze regel bestaat niet."
        raise InputError(Problem("REGEL", 0, 0, "A003", message, did_you_mean(name, book.rules)))
    return book.rules[name]


def show_rule(book: Rulebook, name: str) -> RuleText:
    """A rule as Dutch sentences, with its articles, examples, and what reads it."""
    rule = find_rule(book, name)
    day = _day_of(rule)
    spot = book.spot("regel", name)
    articles = []
    for basis in rule.grondslag:
        article = book.article_for(basis, day)
        articles.append((book.basis_text(basis, day), "" if article is None else article.samenvatting.strip()))
    words = Words(book, day)
    return RuleText(
        id=name,
        title=rule.titel,
        about=about_rule(book, rule, day),
        articles=tuple(articles),
        history=history(book, rule),
        amounts=tuple(amount_history(parameter) for parameter in parameters_of(book, rule)),
        examples=tuple(_examples(book, rule)),
        read_by=tuple(dict.fromkeys(_readers(book, rule))),
        reads=tuple(sorted({words.name(x) for x in _names(book, rule, "parameters.")})),
        spot=f"{spot.file}:{spot.line}" if spot else "",
    )


def _day_of(rule: Rule) -> dt.date:
    return rule.geldig.last if rule.geldig.tot is not None else max(rule.geldig.van, dt.date.min)


def about_rule(book: Rulebook, rule: Rule, day: dt.date) -> tuple[str, ...]:
    """What a rule says, when it holds, on what it rests: one sentence each."""
    words = Words(book, day)
    out = []
    when = "" if rule.wanneer is None else f", als {words.clause(rule.wanneer)}"
    if rule.waarde is not None and rule.bepaalt is not None:
        start = "In afwijking daarvan is" if rule.uitzondering_op else "Dit is"
        subject = f"{words.fact(rule.bepaalt)} ({words.label('eenheidnamen', rule.over)})"
        out.append(f"{start} {subject}{when}: {words.clause(rule.waarde)}.")
        if rule.uitzondering_op is not None:
            other = book.rules.get(rule.uitzondering_op)
            out.append(f"Uitzondering op: {other.titel if other else rule.uitzondering_op}.")
    else:
        if rule.wanneer is not None:
            out.append(f"Deze regel geldt als {words.clause(rule.wanneer)}.")
        out += [_norm(book, norm, words) for norm in rule.norms]
    until = "" if rule.geldig.tot is None else f" tot en met {money.short_day(rule.geldig.tot)}"
    layer, modality = words.label("bronlagen", rule.bronlaag), words.label("modaliteiten", rule.modaliteit)
    out.append(f"Geldig vanaf {money.short_day(rule.geldig.van)}{until}. Laag: {layer}; {modality}.")
    out.append(f"Beslist: {words.role(book.decider(rule))}.")
    for deviation in rule.afwijking or ():
        basis = book.basis_text(deviation.grondslag, day)
        out.append(f"Afwijken mag: {words.role(deviation.door)}: {deviation.tekst} ({basis}).")
    if rule.toelichting:
        out.append(f"Toelichting: {rule.toelichting.strip()}")
    return tuple(out)


def _norm(book: Rulebook, norm: Norm, words: Words) -> str:
    verb = words.label("werkwoorden", norm.verb)
    sentence = f"{upper_first(verb)}: {words.any_label(norm.value)}"
    amount = getattr(norm, "bedrag", None)
    if isinstance(amount, Expression):
        period = getattr(norm, "per", None)
        sentence += f", {words.clause(amount)}" + (f" {money.per(period)}" if isinstance(period, str) else "")
    ways = [words.clause(way.als) for way in getattr(norm, "wegen", ())]
    if ways:
        sentence += f", dat wil zeggen dat {' of dat '.join(ways)}"
    if norm.mits is not None:
        sentence += f", mits {words.clause(norm.mits)}"
    assumed = getattr(norm, "veronderstelt", None)
    if assumed is not None:
        sentence += f". Dit gaat ervan uit dat: {assumed.tekst.rstrip('.')}"
    return sentence + "."


def _names(book: Rulebook, rule: Rule, prefix: str = "") -> set[str]:
    """What the expressions of a rule read, by id; amounts of the law with ``prefix``."""
    scope = book.scope(book.unit_of(rule))
    return {
        (prefix if found.what == "parameter" else "") + found.id
        for one in marked(rule)
        if isinstance(one.value, Expression)
        for _, found, _ in names_in(one.value.root, scope)
        if found.what in ("fact", "concept", "open", "parameter")
    }


def _readers(book: Rulebook, rule: Rule) -> Iterator[str]:
    """Rules that read what this one defines, make an exception to it, or switch it off."""
    for other in book.all_rules:
        if other.regel == rule.regel:
            continue
        named = {str(one.value) for one in marked(other) if isinstance(one.value, str)}
        if rule.regel in named or (rule.bepaalt is not None and rule.bepaalt in _names(book, other)):
            yield f"{other.titel} ({other.regel})"
    for hook in book.hooks.values():
        if any(change.target in (rule.regel, rule.bepaalt) for change in hook.doet):
            yield f"uitzondering: {hook.titel} ({hook.uitzondering})"


def _examples(book: Rulebook, rule: Rule) -> Iterator[str]:
    """Examples that name the rule or what it defines; for a norm also those of its file about the same right."""
    own = book.spot("regel", rule.regel)
    given = {str(getattr(norm, "voor", norm.value)) for norm in rule.norms}
    for worked in book.examples:
        example = worked.example
        named = {*(example.vuurt or ()), *(example.vuurt_niet or ()), *(example.verwacht or {})}
        about = {*(example.recht or ()), *(example.uitgesloten or ())} & given
        here = own is not None and worked.spot.file == own.file
        if rule.regel in named or (rule.bepaalt and rule.bepaalt in named) or (about and here):
            yield f"{example.naam} ({example.peildatum:%d-%m-%Y}; {worked.spot.file}:{worked.spot.line})"


def run_examples(book: Rulebook, only: str | None = None) -> tuple[ExampleRun, ...]:
    """Run the worked examples, also those of every loaded overlay with that overlay applied; ``only`` those of one
    regime. Rules that contradict each other count as a failure."""
    cases = [(worked, book) for worked in book.examples]
    for name in sorted(set(book.overlays) - set(book.applied)):
        laid = book.with_overlays(name)
        cases += [(worked, laid) for worked in laid.examples[len(book.examples) :]]
    return tuple(_run(base, worked) for worked, base in cases if only is None or worked.regime == only)


def _run(book: Rulebook, worked: WorkedExample) -> ExampleRun:
    base = book.with_overlays(*worked.example.overlay) if worked.example.overlay else book
    try:
        return ExampleRun(worked, tuple(run_example(base, worked.example, worked.unit)))
    except SamenloopError as error:
        message = "; ".join(problem.message for problem in error.problems)
        return ExampleRun(worked, (Failure(plain(worked.example.naam), "een uitkomst", message, ""),))


@dataclass(frozen=True)
class PatternRun:
    """A worked example of a pattern that was matched."""

    pattern: str
    trial: Trial
    spot: Spot
    found: bool

    @property
    def good(self) -> bool:
        """Whether it came out as it says."""
        return self.found == (self.trial.verwacht == "raak")


def run_pattern_examples(book: Rulebook, matcher: Matcher | None = None) -> tuple[PatternRun, ...]:
    """Match the worked examples of every pattern, each against its own pattern. ``matcher``: the joins unless given."""
    work = matcher or JoinMatcher()
    out: list[PatternRun] = []
    for pattern in book.patterns.values():
        spot, alone = book.spot("patroon", pattern.patroon), (pattern,)
        assert spot is not None
        out += [
            PatternRun(pattern.patroon, trial, spot, bool(work.match(alone, of_trial(trial.normen))))
            for trial in pattern.voorbeelden
        ]
    return tuple(out)
