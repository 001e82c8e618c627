# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
from __future__ import annotations

from rulebook.world import World


def test_the_small_rule_base_has_no_problems(world: World) -> None:
    assert [p.render() for p in world.problems()] == []
