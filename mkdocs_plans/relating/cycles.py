"""Cycles in a graph: plans that wait for each other. Every walk is linear in the edges, and none recurses."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Edges = Mapping[str, Sequence[str]]


def cycles(edges: Edges) -> tuple[tuple[str, ...], ...]:
    """One cycle of each group of nodes that lead to each other: the shortest through its smallest node, from there.

    What is left of a group shows when that cycle has been broken.
    """
    group = _groups(edges)
    seen: set[str] = set()
    found = []
    for node in sorted(group):
        if group[node] not in seen:
            seen.add(group[node])
            found.append(_back_to(node, edges, group))
    return tuple(filter(None, found))


def closing(edges: Edges) -> frozenset[tuple[str, str]]:
    """The edges, from node to node, without which the graph has no cycle."""
    return _walk(edges).closing


def circular(edges: Edges) -> frozenset[tuple[str, str]]:
    """The edges, from node to node, that are part of a cycle: from their end a way leads back."""
    group = _groups(edges)
    return frozenset((node, other) for node, others in edges.items() for other in others if group[node] == group[other])


def _back_to(first: str, edges: Edges, group: Mapping[str, str]) -> tuple[str, ...]:
    """The shortest way from a node back to it, which stays within its group; empty where there is none."""
    before = {first: first}
    reached = [first]
    for node in reached:
        for other in edges.get(node, ()):
            if other == first:
                way = [node]
                while way[-1] != first:
                    way.append(before[way[-1]])
                return tuple(reversed(way))
            if other not in before and group[other] == group[first]:
                before[other] = node
                reached.append(other)
    return ()


def _groups(edges: Edges) -> dict[str, str]:
    """Every node with the one that stands for all of those that lead to each other (Kosaraju's two walks)."""
    sources: dict[str, list[str]] = {}
    for node, others in edges.items():
        for other in others:
            sources.setdefault(other, []).append(node)
    group: dict[str, str] = {}
    # Backwards from the node that was left last, only its own group can be reached of those that are in none yet.
    for root in reversed(_walk(edges).left):
        reached = [] if root in group else [root]
        for node in reached:
            if node not in group:
                group[node] = root
                reached += sources.get(node, ())
    return group


class _Walk(NamedTuple):
    """A walk through all nodes, depth first: in which order they were left, and the edges back onto the way there."""

    left: list[str]
    closing: frozenset[tuple[str, str]]


def _walk(edges: Edges) -> _Walk:
    left: dict[str, None] = {}
    back: set[tuple[str, str]] = set()
    for root in sorted(edges):
        # The way from the root, each node with those that it leads to and that are still to be visited.
        way = {} if root in left else {root: iter(edges[root])}
        while way:
            node = next(reversed(way))
            other = next(way[node], None)
            if other is None:
                way.popitem()
                left[node] = None
            elif other in way:
                back.add((node, other))
            elif other not in left:
                way[other] = iter(edges.get(other, ()))
    return _Walk(list(left), frozenset(back))
