"""Print which cases of the suites are right, with what is wrong in the others.

Run it as `python tests/suite_status.py` from the project's folder, with `grammar` or `entity_cases` for one suite
only; with `--write` it also writes the lists of open cases, which the tests do not count as failures.
"""

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from suite_entities import compared, entity_cases
from suite_files import ENTITIES, GRAMMAR, Case, write_open
from suite_marks import parse
from suite_relations import faults, found_in, grammar_cases, told
from suite_texts import tag


def relation_rows(case: Case) -> tuple[list[str], str]:
    """What is wrong in a case of the grammar suite, and what was found."""
    found = found_in(case)
    return faults(case, found), "; ".join(map(told, found)) or "nothing"


def entity_rows(case: Case) -> tuple[list[str], str]:
    """What is wrong in a case of the entity suite, and what was found."""
    ours = compared(case)
    found = [f"{one.entity_id}:{one.form} “{one.text}”" for one in ours.found.mentions]
    return ours.faults(case.lists["facts"]), "; ".join(found) or "nothing"


def report(cases: Sequence[Case], judge: Callable[[Case], tuple[list[str], str]]) -> list[str]:
    """Print a line for each case and a table of shares by file; the ids of the cases that are not right."""
    tag([parse(case.text).text for case in cases])
    right: Counter[str] = Counter()
    wrong: list[str] = []
    for case in cases:
        ours, found = judge(case)
        print(case.id, case.file, "FAIL" if ours else "pass", f"found {found}", *ours, sep=" | ")
        if ours:
            wrong.append(case.id)
        right[case.file] += not ours
    totals = Counter(case.file for case in cases)
    for file, total in sorted(totals.items()):
        print(f"{file:20} {right[file]:4} of {total:4}  {right[file] / total:.3f}")
    print(f"{'all':20} {right.total():4} of {totals.total():4}  {right.total() / totals.total():.3f}")
    return wrong


def main(arguments: Sequence[str]) -> None:
    """Report on the suites that are named, else on both."""
    suites = [(GRAMMAR, grammar_cases, relation_rows), (ENTITIES, entity_cases, entity_rows)]
    named = [one for one in suites if one[0].name in arguments]
    for folder, cases, judge in named or suites:
        wrong = report(cases(), judge)
        if "--write" in arguments:
            write_open(folder, wrong)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))
    main(sys.argv[1:])
