"""The entity rows: labels, sectors and affiliations of all that an article mentions."""

from collections.abc import Mapping, Sequence

from pipeline.entities.anaphora import affiliation_of
from pipeline.entities.chains import Chain
from pipeline.entities.romanize import romanize
from pipeline.entities.settle import Settled
from pipeline.model import Entity, Kind, Mention, Resolution


def describe(
    kinds: Mapping[str, Kind], mentions: Sequence[Mention], chains: Mapping[str, Chain], settled: Settled
) -> tuple[Entity, ...]:
    """One entity per id; those that others act for are added even where the article does not name them."""
    texts: dict[str, str] = {}
    for mention in mentions:
        if mention.form != "pronoun" and _better(mention, texts.get(mention.entity_id, ""), mentions):
            texts[mention.entity_id] = mention.text
    entities: dict[str, Entity] = {}
    waiting = dict(kinds)
    while waiting:
        entity_id, kind = waiting.popitem()
        entity = _entity(entity_id, kind, texts.get(entity_id, ""), chains.get(entity_id), settled)
        entities[entity_id] = entity
        if entity.affiliation and entity.affiliation not in entities and entity.affiliation not in waiting:
            country = entity.affiliation in settled.lexicon.countries
            waiting[entity.affiliation] = "country" if country else "organization"
    return tuple(entities[entity_id] for entity_id in sorted(entities))


def _better(mention: Mention, known: str, mentions: Sequence[Mention]) -> bool:
    """Names beat titles, then the longer text wins."""
    if not known:
        return True
    named = any(other.text == known and other.form != "title" for other in mentions)
    if (mention.form != "title") != named:
        return mention.form != "title"
    return len(mention.text) > len(known)


def _entity(entity_id: str, kind: Kind, text: str, chain: Chain | None, settled: Settled) -> Entity:
    if kind == "person":
        return _person(entity_id, text, chain, settled)
    lexicon = settled.lexicon
    if kind == "country":
        country = lexicon.countries[entity_id]
        return Entity(entity_id, kind, country.label, country.label_en, entity_id, country.wikidata)
    if kind == "place":
        place = lexicon.places.get(entity_id)
        if place:
            return Entity(entity_id, kind, place.label, place.label_en, wikidata=place.wikidata)
        return Entity(entity_id, kind, text, romanize(text, lexicon.latin), resolution="chain")
    return _organization(entity_id, text, settled)


def _organization(entity_id: str, text: str, settled: Settled) -> Entity:
    lexicon = settled.lexicon
    affiliation = settled.affiliations.get(entity_id, "")
    listed = lexicon.organizations.get(entity_id)
    if listed:
        return Entity(
            entity_id, "organization", listed.label, listed.label_en, "", listed.wikidata, listed.sector,
            listed.affiliation,
        )  # fmt: skip
    owner, _, body_id = entity_id.partition("-")
    body, country = lexicon.bodies.get(body_id), lexicon.countries.get(owner)
    if body and country:
        label, label_en = f"{body.label} {country.label}", f"{body.label_en} of {country.label_en}"
        return Entity(entity_id, "organization", label, label_en, sector=body.sector, affiliation=affiliation or owner)
    label_en = romanize(text, lexicon.latin)
    return Entity(entity_id, "organization", text, label_en, affiliation=affiliation, resolution="chain")


def _person(entity_id: str, text: str, chain: Chain | None, settled: Settled) -> Entity:
    lexicon = settled.lexicon
    affiliation = affiliation_of(chain, settled) if chain else ""
    titles = [lexicon.titles[title] for title, _, _ in chain.offices if title in lexicon.titles] if chain else []
    sector = next((title.sector for title in titles if title.sector), "")
    listed = lexicon.people.get(entity_id)
    if listed:
        return Entity(
            entity_id, "person", listed.label, listed.label_en, "", listed.wikidata, sector,
            affiliation or listed.affiliation,
        )  # fmt: skip
    resolution: Resolution = "chain" if chain and chain.names else "described"
    label_en = romanize(text, lexicon.latin)
    return Entity(entity_id, "person", text, label_en, "", "", sector, affiliation, resolution)
