# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``make bench``: what one check costs, cold and warm. Figures and ratios of one run; nothing is asserted.

Cold: a fresh process for ``samenloop version`` (the price of Python and the package) and for ``samenloop check`` on one
household: wall time and peak memory, five runs each, median. Warm, in this process: loading the rule base, evaluating
one household through every regime with its trace, detecting, proposing: per second. Patterns: sets of norms per second
for both matchers on the random sets of the tests, what starting the worker costs, and finding patterns in one household.
"""

from __future__ import annotations

import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from samenloop.domain import read_household
from samenloop.evaluation import evaluate_household
from samenloop.interaction import detect
from samenloop.interaction.matching import JoinMatcher, Matcher, NormFact, choose_matcher, found, norms_of
from samenloop.interaction.matching.durable import DurableMatcher, is_installed
from samenloop.proposals import propose
from samenloop.rulebook import Rulebook, load_rulebook
from samenloop.rulebook.patterns import Pattern

ROOT = Path(__file__).resolve().parents[2]
CASES = ("ondiep-huurgrens", "gewoon-gezin", "half-onbekend")
COLD_RUNS = 5
WARM_SECONDS = 3
MATCH_SETS = 5000


def cold(*arguments: str) -> tuple[float, float]:
    """Median wall time (s) and peak memory (MiB) of a fresh process."""
    times, peaks = [], []
    for _ in range(COLD_RUNS):
        start = time.perf_counter()
        process = subprocess.Popen(
            [Path(sys.executable).with_name("samenloop"), *arguments],
            stdout=subprocess.DEVNULL,
            env={**os.environ, "NO_COLOR": "1"},
        )
        _, _, used = os.wait4(process.pid, 0)
        times.append(time.perf_counter() - start)
        peaks.append(used.ru_maxrss / 1024)
    return statistics.median(times), statistics.median(peaks)


def rate(work: Callable[[], object]) -> float:
    """Runs per second of a piece of work, over a few seconds after one run to warm up."""
    work()
    done, start = 0, time.perf_counter()
    while time.perf_counter() - start < WARM_SECONDS:
        work()
        done += 1
    return done / (time.perf_counter() - start)


def patterns(book: Rulebook) -> None:
    """The figures of the two matchers."""
    sys.path.insert(0, str(ROOT / "tests"))
    from interaction.matching import random_norms

    tried, many = random_norms.patterns(), list(random_norms.sets(MATCH_SETS, seed=1))
    joins = JoinMatcher()
    hits = sum(len(joins.match(tried, norms)) for norms in many) / len(many)
    size = sum(map(len, many)) / len(many)
    print(f"\n| patronen: {len(many)} sets, {size:.1f} normen, {hits:.2f} vondsten, {len(tried)} patronen | waarde |")
    print("|---|---|")
    print(f"| koppelingen in Python, sets per seconde | {each(joins, tried, many):.0f} |")
    if is_installed():
        starts = []
        for _ in range(COLD_RUNS):
            start = time.perf_counter()
            durable = DurableMatcher()
            durable.match(tried, many[0])
            starts.append(time.perf_counter() - start)
            durable.close()
        durable = DurableMatcher()
        durable.match(tried, many[0])
        speed, worker = each(durable, tried, many), Path(f"/proc/{durable.pid}/status")
        memory = next((line.split()[1] for line in worker.read_text().splitlines() if line.startswith("VmHWM")), "0")
        print(f"| durable-rules in de werker, sets per seconde | {speed:.0f} |")
        print(f"| werker starten, met de eerste set, mediaan ms | {statistics.median(starts) * 1000:.0f} |")
        print(f"| werker, piek MiB na alle sets | {int(memory) / 1024:.0f} |")
        print(f"| gewerkt heeft | {durable.ran} |")
        durable.close()
    house = read_household(ROOT / "fixtures" / "huishoudens" / "gewoon-gezin.yaml", book.vocabulary).household
    assessment = evaluate_household(house, book)
    print(f"| normen van gewoon-gezin verzamelen ({len(norms_of(assessment))} normen), per seconde "
          f"| {rate(lambda: norms_of(assessment)):.0f} |")  # fmt: skip
    print(f"| patronen zoeken met de koppelingen, per seconde | {rate(lambda: found(assessment, joins)):.0f} |")

    def whole() -> object:
        with choose_matcher() as matcher:
            return found(assessment, matcher)

    print(f"| hetzelfde met starten en stoppen van de werker, per seconde | {rate(whole):.1f} |")


def each(matcher: Matcher, tried: tuple[Pattern, ...], many: list[tuple[NormFact, ...]]) -> float:
    """Sets per second, all of them once."""
    start = time.perf_counter()
    for norms in many:
        matcher.match(tried, norms)
    return len(many) / (time.perf_counter() - start)


def main() -> None:
    """Print the figures as Markdown."""
    commit = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False
    ).stdout.strip()
    print(
        f"Machine: {platform.machine()}, {os.cpu_count()} kernen, Python {platform.python_version()}, commit {commit}"
    )
    base, base_peak = cold("version")
    print("\n| koud (nieuw proces) | mediaan s | piek MiB | keer `version` |\n|---|---|---|---|")
    print(f"| `samenloop version` | {base:.2f} | {base_peak:.0f} | 1,0 |")
    for name in CASES:
        wall, peak = cold("check", str(ROOT / "fixtures" / "huishoudens" / f"{name}.yaml"))
        print(f"| `samenloop check {name}` | {wall:.2f} | {peak:.0f} | {wall / base:.1f} |")
    start = time.perf_counter()
    book = load_rulebook()
    loading = time.perf_counter() - start
    print(f"\nRegelset laden (warm proces, eerste keer): {loading:.2f} s, {len(book.rules)} regels")
    print("\n| warm, per seconde | rekenen | rekenen + botsingen | alles met voorstellen |\n|---|---|---|---|")
    for name in CASES:
        house = read_household(ROOT / "fixtures" / "huishoudens" / f"{name}.yaml", book.vocabulary).household

        def assess(house: object = house) -> object:
            return evaluate_household(house, book)  # type: ignore[arg-type]  # bound in the loop

        def find(assess: Callable[[], object] = assess) -> object:
            return detect(assess())  # type: ignore[arg-type]  # an Assessment

        def everything(assess: Callable[[], object] = assess) -> object:
            assessment = assess()
            return propose(assessment, detect(assessment))  # type: ignore[arg-type]  # an Assessment

        print(f"| {name} | {rate(assess):.0f} | {rate(find):.0f} | {rate(everything):.0f} |")
    patterns(book)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nPiekgeheugen van dit proces: {peak:.0f} MiB")


if __name__ == "__main__":
    main()
