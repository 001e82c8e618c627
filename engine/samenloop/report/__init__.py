# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Results to text, JSON and HTML. Builders say what was found and decide nothing; renderers read only the report."""

from samenloop.report.build import build
from samenloop.report.material import Check, Idea
from samenloop.report.model import Report, report_schema

__all__ = ["Check", "Idea", "Report", "build", "report_schema"]
