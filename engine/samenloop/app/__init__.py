# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""The use cases: load the rules, read a household, check it, explain an outcome, check a report again."""
