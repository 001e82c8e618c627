# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The two contracts as JSON Schema: the household file and the report."""

from __future__ import annotations

from typing import Any, Literal

from samenloop.domain import household_schema
from samenloop.report import report_schema
from samenloop.resources import data_root
from samenloop.vocabulary import load_vocabulary


def schema(which: Literal["huishouden", "rapport"]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the household file or of the report."""
    return report_schema() if which == "rapport" else household_schema(load_vocabulary(data_root()))
