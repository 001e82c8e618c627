# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""``python -m samenloop.cli``."""

from samenloop.cli import main

main()
