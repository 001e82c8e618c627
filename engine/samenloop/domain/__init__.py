# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The household: what a file may say, as frozen models that cannot hold a wrong value, and its strict reader.

The fields carry the Dutch keys of the file, so that a path in a rule file is also a path in these models.
"""

from __future__ import annotations

from samenloop.domain.ages import age_on, day_of_age
from samenloop.domain.belongings import Arrangement, Asset, Debt, Expense, Home, Necessity, Seizure, Threat
from samenloop.domain.blocks import Block, Described, Judgement
from samenloop.domain.contract import SPECIAL_PATHS, Slot, contract_paths, special_paths
from samenloop.domain.events import Attempt, Decision, Event, Objection, Relation, Sharing
from samenloop.domain.household import Assumption, Help, Household, Origin, Story
from samenloop.domain.people import (
    Administration,
    Care,
    CareNeed,
    CareReceived,
    HealthInsurance,
    Income,
    Indication,
    Person,
    Registration,
    Stay,
    YearIncome,
)
from samenloop.domain.reading import Loaded, load_household, read_household
from samenloop.domain.schema import household_schema
from samenloop.domain.values import UNKNOWN, Day, Range, Unknown, read_day

__all__ = [
    "SPECIAL_PATHS",
    "UNKNOWN",
    "Administration",
    "Arrangement",
    "Asset",
    "Assumption",
    "Attempt",
    "Block",
    "Care",
    "CareNeed",
    "CareReceived",
    "Day",
    "Debt",
    "Decision",
    "Described",
    "Event",
    "Expense",
    "HealthInsurance",
    "Help",
    "Home",
    "Household",
    "Income",
    "Indication",
    "Judgement",
    "Loaded",
    "Necessity",
    "Objection",
    "Origin",
    "Person",
    "Range",
    "Registration",
    "Relation",
    "Seizure",
    "Sharing",
    "Slot",
    "Stay",
    "Story",
    "Threat",
    "Unknown",
    "YearIncome",
    "age_on",
    "contract_paths",
    "day_of_age",
    "household_schema",
    "load_household",
    "read_day",
    "read_household",
    "special_paths",
]
