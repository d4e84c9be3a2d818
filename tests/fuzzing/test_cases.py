"""What fuzzing has found once, and a little of it in every run of the tests."""

from __future__ import annotations

import random

import pytest

from tests.fuzzing import mutations
from tests.fuzzing.targets import TARGETS

pytestmark = pytest.mark.filterwarnings("default")


@pytest.mark.parametrize("file", mutations.cases(), ids=lambda file: file.stem)
def test_what_was_found_once(file):
    TARGETS[file.stem.rpartition("-")[0]](file.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_a_few_mutants(name):
    chance, pool = random.Random(0), mutations.seeds()
    for _ in range(30):
        TARGETS[name](mutations.mutant(chance, pool))


def test_the_same_seed_makes_the_same_mutants():
    pool = mutations.seeds()
    one, other = random.Random(7), random.Random(7)
    assert [mutations.mutant(one, pool) for _ in range(20)] == [mutations.mutant(other, pool) for _ in range(20)]
