"""Treebanks become surface tokens in one scheme."""

from pathlib import Path

import pytest

from training.treebanks import Word, read_treebank


def conllu(folder: Path, scheme: str, *rows: str) -> Path:
    """Write rows of «id form lemma upos head deprel»."""
    path = folder / f"{scheme}-own.conllu"
    lines = []
    for row in rows:
        number, form, lemma, upos, head, relation = row.split()
        lines.append("\t".join([number, form, lemma, upos, "_", "_", head, relation, "_", "_"]))
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def heads(words: tuple[Word, ...]) -> list[tuple[str, int, str]]:
    return [(word.form, word.head, word.deprel) for word in words]


def test_a_fused_token_is_one_word_in_the_place_of_its_highest_part(tmp_path: Path) -> None:
    path = conllu(
        tmp_path,
        "perdt",
        "1-2 کتابش _ _ _ _",
        "1 کتاب کتاب NOUN 4 obj",
        "2 ش او PRON 1 nmod",
        "3 را را ADP 1 case",
        "4 خواند خواند VERB 0 root",
    )

    (words,) = read_treebank(path)

    assert heads(words) == [("کتابش", 3, "obj"), ("را", 1, "case"), ("خواند", 0, "root")]
    assert (words[0].lemma, words[0].upos) == ("کتاب", "NOUN")


def test_a_light_verb_is_the_head_of_its_noun(tmp_path: Path) -> None:
    path = conllu(
        tmp_path, "seraji", "1 نشست نشست NOUN 2 nsubj", "2 برگزار برگزار ADJ 0 root", "3 شد کرد VERB 2 compound"
    )

    (words,) = read_treebank(path)

    assert heads(words) == [("نشست", 3, "nsubj"), ("برگزار", 3, "compound:lvc"), ("شد", 0, "root")]
    assert words[2].lemma == "شد"


def test_a_negated_copula_is_the_head_of_its_predicate(tmp_path: Path) -> None:
    path = conllu(tmp_path, "iperudt", "1 هوا هوا NOUN 2 nsubj", "2 خوب خوب ADJ 0 root", "3 نیست هست AUX 2 cop")

    (words,) = read_treebank(path)

    assert heads(words) == [("هوا", 3, "nsubj"), ("خوب", 3, "xcomp"), ("نیست", 0, "root")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("2 را را PART 1 case", ("ADP", "case")),
        ("2 نیز نیز SCONJ 1 mark", ("ADV", "dep")),
        ("2 ما ما PRON 1 nmod:poss", ("PRON", "nmod")),
        ("2 آمد آمد VERB 1 acl:relcl", ("VERB", "acl")),
    ],
)
def test_seraji_is_renamed_to_the_scheme_of_perdt(tmp_path: Path, row: str, expected: tuple[str, str]) -> None:
    (words,) = read_treebank(conllu(tmp_path, "seraji", "1 خانه خانه NOUN 0 root", row))

    assert (words[1].upos, words[1].deprel) == expected
