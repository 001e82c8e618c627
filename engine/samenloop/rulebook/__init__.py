# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The rule base: YAML of ``rules/`` and ``laws/`` to frozen models that the evaluation uses directly.

::

    folders ─► reading (one file: strict YAML, models, places) ─► items ─► applying (overlays) ─► assembly (indexes)
                                                                                                      │
                                        checks (between files: every problem at once) ◄───────────────┘

:func:`load_rulebook` does all of it; :class:`Rulebook` is what everybody asks; :class:`LiveRules` is what is in force
on a day. The attributes of the models are the Dutch keys of the files (``in`` and ``is``, which Python keeps for
itself, are ``in_`` and ``is_``).
"""

from samenloop.rulebook.book import (
    ConceptRules,
    LiveRules,
    Replacement,
    Rulebook,
    Spot,
    Stated,
    WorkedExample,
)
from samenloop.rulebook.common import Assumption, Bounds, Clock, Duty, FactValue, LegalBasis, Mandator, Source, Validity
from samenloop.rulebook.facts import Fact, FactPath, FallbackPath, PathStep
from samenloop.rulebook.fields import Table
from samenloop.rulebook.hooks import (
    Change,
    GivesAmount,
    Hook,
    HookCondition,
    Knob,
    LaterRise,
    Replaces,
    Ruling,
    SetsAside,
    Shifts,
    TurnsKnob,
)
from samenloop.rulebook.laws import Article, Law, Parameter, ParameterValue, Provision
from samenloop.rulebook.loading import load_rulebook
from samenloop.rulebook.norms import (
    NORMS,
    Access,
    Advance,
    Costs,
    CountsAsAssets,
    CountsAsIncome,
    Coverage,
    Diverts,
    EventSign,
    Excludes,
    FillsIn,
    Gives,
    LeavesOpen,
    Lifts,
    Norm,
    Obliges,
    Payment,
    Promotes,
    Punishes,
    Qualifies,
    Requires,
    SetsOff,
    TakesPrecedence,
    Way,
)
from samenloop.rulebook.overlays import LocalRegulation, Overlay
from samenloop.rulebook.patterns import Join, NormPattern, Pattern, Trial, TrialNorm
from samenloop.rulebook.rules import AlsoOn, AlsoUnit, Always, Deviation, Example, NotModelled, RoleExpected, Rule
from samenloop.rulebook.symbols import parameter_type
from samenloop.rulebook.values import fact_type, read_value

__all__ = [
    "NORMS",
    "Access",
    "Advance",
    "AlsoOn",
    "AlsoUnit",
    "Always",
    "Article",
    "Assumption",
    "Bounds",
    "Change",
    "Clock",
    "ConceptRules",
    "Costs",
    "CountsAsAssets",
    "CountsAsIncome",
    "Coverage",
    "Deviation",
    "Diverts",
    "Duty",
    "EventSign",
    "Example",
    "Excludes",
    "Fact",
    "FactPath",
    "FactValue",
    "FallbackPath",
    "FillsIn",
    "Gives",
    "GivesAmount",
    "Hook",
    "HookCondition",
    "Join",
    "Knob",
    "LaterRise",
    "Law",
    "LeavesOpen",
    "LegalBasis",
    "Lifts",
    "LiveRules",
    "LocalRegulation",
    "Mandator",
    "Norm",
    "NormPattern",
    "NotModelled",
    "Obliges",
    "Overlay",
    "Parameter",
    "ParameterValue",
    "PathStep",
    "Pattern",
    "Payment",
    "Promotes",
    "Provision",
    "Punishes",
    "Qualifies",
    "Replacement",
    "Replaces",
    "Requires",
    "RoleExpected",
    "Rule",
    "Rulebook",
    "Ruling",
    "SetsAside",
    "SetsOff",
    "Shifts",
    "Source",
    "Spot",
    "Stated",
    "Table",
    "TakesPrecedence",
    "Trial",
    "TrialNorm",
    "TurnsKnob",
    "Validity",
    "Way",
    "WorkedExample",
    "fact_type",
    "load_rulebook",
    "parameter_type",
    "read_value",
]
