"""Where the boxes and lines of a graph are drawn; all measures are pixels."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from mkdocs_plans.views.layers import Layers, Slot, Way, layered, neighbours, parts

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WIDTH, HEIGHT = 200, 46
# Between layers there is room for lines that cross; a bend is as high as a thin line with some air.
_ACROSS, _BETWEEN, _BEND = 44, 10, 6
# Parts of the graph are beside each other as long as they are not wider than this.
_PAGE = 1176
_PASSES = 8
# A line that runs backwards leaves and arrives below the middle, apart from the others.
_LOWER = 14
# Nobody can follow more than this by eye; a line counts once for each layer that it passes.
BOXES, LINES, LAYERS, SLOTS = 200, 600, 30, 3000


@dataclass(frozen=True, slots=True)
class Box:
    """Where a node is drawn: its upper left corner."""

    node: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Line:
    """An edge from a node to one that waits for it: straight in layers that it passes, curved between them."""

    start: str
    end: str
    points: tuple[tuple[int, int], ...]
    is_closing: bool = False

    @property
    def path(self) -> str:
        """The line with the head of its arrow, as SVG writes it."""
        (x, y), *rest = self.points
        drawn = [f"M{x} {y}"]
        for index, (to, level) in enumerate(rest):
            middle = (x + to) // 2
            drawn.append(f"H{to}" if index % 2 or level == y else f"C{middle} {y} {middle} {level} {to} {level}")
            x, y = to, level
        return "".join(drawn) + ("m6-4-6 4 6 4" if self.is_closing else "m-6-4 6 4-6 4")


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph as it is drawn."""

    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    width: int
    height: int


def draw(waits: Mapping[str, Sequence[str]]) -> Drawing | None:
    """The graph of nodes and what they wait for; None if it is too large to follow."""
    nodes = {node for one, others in waits.items() for node in (one, *others)}
    if len(nodes) > BOXES or sum(map(len, waits.values())) > LINES:
        return None
    found = [layered(part) for part in parts(waits)]
    if any(len(part.layers) > LAYERS for part in found):
        return None
    if sum(len(way.slots) for part in found for way in part.ways) > SLOTS:
        return None
    return _together([_part(part) for part in found])


def _together(drawn: Sequence[Drawing]) -> Drawing:
    """Parts beside each other as long as there is room, then below each other."""
    boxes: list[Box] = []
    lines: list[Line] = []
    x = y = width = height = 0
    for part in drawn:
        if x and x + part.width > max(_PAGE, width):
            x, y = 0, height + 2 * _BETWEEN
        boxes += (replace(box, x=box.x + x, y=box.y + y) for box in part.boxes)
        lines += (
            replace(line, points=tuple((right + x, down + y) for right, down in line.points)) for line in part.lines
        )
        width, height = max(width, x + part.width), max(height, y + part.height)
        x += part.width + _ACROSS
    return Drawing(tuple(boxes), tuple(sorted(lines, key=lambda line: line.is_closing)), width, height)


def _part(found: Layers) -> Drawing:
    middles = _middles(found)
    lefts = {slot: index * (WIDTH + _ACROSS) for index, layer in enumerate(found.layers) for slot in layer}
    boxes = tuple(
        Box(slot.node, lefts[slot], middles[slot] - HEIGHT // 2)
        for layer in found.layers
        for slot in layer
        if slot.bend is None
    )
    lines = tuple(_line(way, lefts, middles) for way in found.ways)
    bottom = max(middle + _height(slot) // 2 for slot, middle in middles.items())
    return Drawing(boxes, lines, max(lefts.values()) + WIDTH, bottom)


def _line(way: Way, lefts: Mapping[Slot, int], middles: Mapping[Slot, int]) -> Line:
    first, *bends, last = way.slots
    lower = _LOWER if way.is_closing else 0
    points = [(lefts[first] + WIDTH, middles[first] + lower)]
    for bend in bends:
        points += [(lefts[bend], middles[bend]), (lefts[bend] + WIDTH, middles[bend])]
    points.append((lefts[last], middles[last] + lower))
    return Line(way.start, way.end, tuple(reversed(points) if way.is_closing else points), way.is_closing)


def _middles(found: Layers) -> dict[Slot, int]:
    """How far down the middle of every slot is: near those of its neighbours, without touching the next slot."""
    left, right = neighbours(found.ways)
    offsets = {slot: offset for layer in found.layers for slot, offset in _stacked(layer)}
    middles = {slot: float(offset) for slot, offset in offsets.items()}
    for turn in range(2 * _PASSES):
        near, layers = (left, found.layers) if turn % 2 == 0 else (right, found.layers[::-1])
        for layer in layers:
            wanted = [_mean([middles[other] for other in near.get(slot, (slot,))]) - offsets[slot] for slot in layer]
            settled = _settle(wanted, [1 if slot.bend is None else 4 for slot in layer])
            middles.update((slot, offsets[slot] + place) for slot, place in zip(layer, settled, strict=True))
    top = min(middle - _height(slot) / 2 for slot, middle in middles.items())
    return {slot: round(middle - top) for slot, middle in middles.items()}


def _stacked(layer: Sequence[Slot]) -> Iterator[tuple[Slot, int]]:
    """The middles of slots that are as close together as allowed."""
    edge = 0
    for slot in layer:
        yield slot, edge + _height(slot) // 2
        edge += _height(slot) + _BETWEEN


def _height(slot: Slot) -> int:
    return HEIGHT if slot.bend is None else _BEND


def _settle(wanted: Sequence[float], weights: Sequence[int]) -> list[float]:
    """The places nearest to the wanted ones that do not fall: neighbours in the wrong order share their mean."""
    blocks: list[tuple[float, int, int]] = []
    for place, weight in zip(wanted, weights, strict=True):
        block = (place, weight, 1)
        while blocks and blocks[-1][0] > block[0]:
            mean, heft, count = blocks.pop()
            total = heft + block[1]
            block = ((mean * heft + block[0] * block[1]) / total, total, count + block[2])
        blocks.append(block)
    return [mean for mean, _, count in blocks for _ in range(count)]


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)
