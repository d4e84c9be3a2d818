"""A graph in layers: what a node waits for is to its left, and few edges cross."""

from __future__ import annotations

from bisect import bisect, insort
from dataclasses import dataclass
from graphlib import TopologicalSorter
from itertools import pairwise
from typing import TYPE_CHECKING

from mkdocs_plans.relating.cycles import closing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# How many passes there and back give a good enough order inside the layers.
_PASSES = 6


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a layer: a node, or in the layer `bend` the bend of the long edges that leave it.

    An edge that closes a cycle has bends of its own, with the node that it leads to.
    """

    node: str
    bend: int | None = None
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """An edge from a node to one that waits for it: its slots, one a layer, from left to right.

    `is_closing` means that it would close a cycle; such a way begins at the right.
    """

    start: str
    end: str
    slots: tuple[Slot, ...]
    is_closing: bool


@dataclass(frozen=True, slots=True)
class Layers:
    """The layers from left to right, each with its slots from top to bottom, and the ways through them."""

    layers: tuple[tuple[Slot, ...], ...]
    ways: tuple[Way, ...]


def parts(waits: Mapping[str, Sequence[str]]) -> list[dict[str, tuple[str, ...]]]:
    """The unconnected parts of the graph, those with most nodes first; each with all of its nodes."""
    near: dict[str, list[str]] = {}
    for node, others in waits.items():
        for other in others:
            near.setdefault(node, []).append(other)
            near.setdefault(other, []).append(node)
    found, seen = [], set[str]()
    for root in near:
        if root not in seen:
            seen.add(root)
            part = [root]
            for node in part:
                part += dict.fromkeys(other for other in near[node] if other not in seen)
                seen.update(near[node])
            found.append({node: tuple(waits.get(node, ())) for node in part})
    return sorted(found, key=lambda part: -len(part))


def layered(waits: Mapping[str, Sequence[str]]) -> Layers:
    """One part of a graph in layers; every node must be a key."""
    back = closing(waits)
    levels = _levels({node: [other for other in waits[node] if (node, other) not in back] for node in waits})
    ways = [_way(node, other, levels, is_closing=(node, other) in back) for node in waits for other in waits[node]]
    layers: list[dict[Slot, None]] = [{} for _ in range(max(levels.values()) + 1)]
    for node, level in levels.items():
        layers[level][Slot(node)] = None
    for way in ways:
        first = min(levels[way.start], levels[way.end])
        for level, slot in enumerate(way.slots, first):
            layers[level][slot] = None
    return Layers(_ordered([list(layer) for layer in layers], neighbours(ways)), tuple(ways))


def neighbours(ways: Sequence[Way]) -> tuple[dict[Slot, list[Slot]], dict[Slot, list[Slot]]]:
    """What every slot is joined to in the layer at its left, and in the one at its right."""
    left: dict[Slot, dict[Slot, None]] = {}
    right: dict[Slot, dict[Slot, None]] = {}
    for way in ways:
        for one, other in pairwise(way.slots):
            left.setdefault(other, {})[one] = None
            right.setdefault(one, {})[other] = None
    return {slot: list(near) for slot, near in left.items()}, {slot: list(near) for slot, near in right.items()}


def _levels(waits: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The layer of every node: one after the last that it waits for; what waits for nothing, next to what needs it."""
    order = tuple(TopologicalSorter(waits).static_order())
    levels: dict[str, int] = {}
    nearest: dict[str, int] = {}
    for node in order:
        levels[node] = 1 + max((levels[other] for other in waits[node]), default=-1)
        for other in waits[node]:
            nearest[other] = min(levels[node], nearest.get(other, levels[node]))
    return {node: level if waits[node] else nearest.get(node, 1) - 1 for node, level in levels.items()}


def _way(node: str, other: str, levels: Mapping[str, int], *, is_closing: bool) -> Way:
    """The way from what is waited for to the node; the ways that leave a node share their bends."""
    left, right = (node, other) if is_closing else (other, node)
    to = node if is_closing else None
    bends = (Slot(other, level, to) for level in range(levels[left] + 1, levels[right]))
    return Way(other, node, (Slot(left), *bends, Slot(right)), is_closing)


def _ordered(
    layers: list[list[Slot]], near: tuple[Mapping[Slot, Sequence[Slot]], Mapping[Slot, Sequence[Slot]]]
) -> tuple[tuple[Slot, ...], ...]:
    """Move every slot to the middle of its neighbours, there and back; the order with the fewest crossings is kept."""
    best = [list(layer) for layer in layers]
    fewest = _crossings(best, near[1])
    for turn in range(2 * _PASSES):
        if not fewest:
            break
        steps = pairwise(layers) if turn % 2 == 0 else pairwise(reversed(layers))
        for fixed, moving in steps:
            place = {slot: index for index, slot in enumerate(fixed)}
            own = {slot: float(index) for index, slot in enumerate(moving)}
            for slot in moving:
                if joined := near[turn % 2].get(slot):
                    own[slot] = sum(place[other] for other in joined) / len(joined)
            moving.sort(key=own.__getitem__)
        crossings = _crossings(layers, near[1])
        if crossings < fewest:
            best, fewest = [list(layer) for layer in layers], crossings
    return tuple(tuple(layer) for layer in best)


def _crossings(layers: Sequence[Sequence[Slot]], right: Mapping[Slot, Sequence[Slot]]) -> int:
    """How many pairs of edges cross."""
    count = 0
    for layer, following in pairwise(layers):
        place = {slot: index for index, slot in enumerate(following)}
        ends: list[int] = []
        for slot in layer:
            joined = sorted(place[other] for other in right.get(slot, ()))
            count += sum(len(ends) - bisect(ends, end) for end in joined)
            for end in joined:
                insort(ends, end)
    return count
