# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""Checks between files. Each module is about one thing; ``every`` runs them all."""
