"""Circles in a graph: plans that wait for each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence


def cycles(edges: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The circles of a graph, each beginning with its smallest node; no node is in two of them. Linear in the edges.

    Where circles share a node, one of them is named; the next one shows when that has been broken.
    """
    done: dict[str, None] = {}
    found = []
    for root in sorted(edges):
        for back in _from(root, edges, done):
            if circle := back.circle():
                first = circle.index(min(circle))
                found.append((*circle[first:], *circle[:first]))
    return tuple(sorted(found))


def closing(edges: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """The edges, from node to node, without which the graph has no circle."""
    done: dict[str, None] = {}
    return frozenset((back.way[-1], back.way[back.at]) for root in sorted(edges) for back in _from(root, edges, done))


def circular(edges: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """The edges, from node to node, that are part of a circle: from their end a way leads back. Linear in the edges."""
    part = _parts(edges)
    return frozenset((node, other) for node, others in edges.items() for other in others if part[node] == part[other])


def _parts(edges: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Every node with one that stands for all of those that lead to each other (Kosaraju's two walks)."""
    done: dict[str, None] = {}
    for root in edges:
        for _ in _from(root, edges, done):
            pass
    sources: dict[str, list[str]] = {}
    for node, others in edges.items():
        for other in others:
            sources.setdefault(other, []).append(node)
    part: dict[str, str] = {}
    # Backwards from the node that was left last, only what it leads to can be reached that is in no part yet.
    for root in reversed(done):
        reached = [] if root in part else [root]
        for node in reached:
            if node not in part:
                part[node] = root
                reached += sources.get(node, ())
    return part


@dataclass(frozen=True, slots=True)
class _Back:
    """An edge from the end of a way to a node on it.

    Attributes:
        way: The nodes, in order.
        named: For each of them, where the last one up to it stands that is in a circle already, or -1.
        at: Where the edge leads.
    """

    way: list[str]
    named: list[int]
    at: int

    def circle(self) -> tuple[str, ...]:
        """The nodes from there on; none where one of them is in a circle already."""
        if self.named[-1] >= self.at:
            return ()
        self.named[self.at :] = range(self.at, len(self.way))
        return tuple(self.way[self.at :])


def _from(root: str, edges: Mapping[str, Sequence[str]], done: dict[str, None]) -> Iterator[_Back]:
    """The ways that lead back into themselves, in one walk from a node; without recursion, chains may be long.

    The nodes are `done` in the order in which the walk leaves them, never to come back.
    """
    if root in done:
        return
    way, place, named = [root], {root: 0}, [-1]
    branches = [iter(edges.get(root, ()))]
    while branches:
        step = next(branches[-1], None)
        if step is None:
            branches.pop()
            named.pop()
            left = way.pop()
            del place[left]
            done[left] = None
        elif step in place:
            yield _Back(way, named, place[step])
        elif step not in done:
            place[step] = len(way)
            way.append(step)
            named.append(named[-1])
            branches.append(iter(edges.get(step, ())))
