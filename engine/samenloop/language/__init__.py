# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Expression text to a typed tree, and the algebras that give it a meaning (types, explain, text)."""

from samenloop.language.infer import TypeProblem, infer, names_in
from samenloop.language.nodes import Duration
from samenloop.language.parse import (
    RESERVED,
    Expression,
    ExpressionSyntaxError,
    parse_duration,
    parse_expression,
)
from samenloop.language.types import ACCESS_DATES, COLLECTIONS, Link, Resolution, Scope, Symbols, Type

__all__ = [
    "ACCESS_DATES", "COLLECTIONS", "RESERVED", "Duration", "Expression", "ExpressionSyntaxError", "Link", "Resolution",
    "Scope", "Symbols", "Type", "TypeProblem", "infer", "names_in", "parse_duration", "parse_expression",
]  # fmt: skip
