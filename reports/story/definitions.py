"""What figures mean, where they come from, and what need and plan of a story were made with."""

from dataclasses import asdict

from data.planning.distances import road_distances
from data.planning.request import Request
from data.planning.settings import USUAL_REQUEST
from data.planning.weights import Weights
from geo.districts import gazetteer
from geo.words.catalogue import _
from geo.words.listing import listing
from reports.story.story import Story
from reports.words.counts import counted
from reports.words.definitions import definitions
from reports.words.headline import people_without

#: The definitions that stand in documents, by key.
SHORT = ("covered", "not_known", "participants", "people", "committees")


def method(story: Story) -> list[list[str]]:
    """Return pairs of a word and what it means; what is not shown is not explained.

    Need and plan are those of steps that the wording has, and of records that can carry them.
    """
    shown = () if story.figures.mostly_together else story.wording.steps
    return [
        *([one.word, one.short] for one in map(definitions().__getitem__, SHORT)),
        *([[_("Need"), need_in_words(story)]] if {"gaps", "plan"} & set(shown) else []),
        *([[_("Plan"), plan_in_words(story)]] if "plan" in shown else []),
        [_("Population"), POPULATION],
        [definitions()["published"].word, definitions()["published"].short],
    ]


POPULATION = _("{sources} Districts: {vintage} (OCHA).").format(
    sources=gazetteer.POPULATION_SOURCES, vintage=gazetteer.VINTAGE
)


#: The parts of the score of need, in words.
PARTS = {
    "population": "people",
    "vulnerability": "vulnerability",
    "distance": _("distance to a venue so far"),
    "neighbours": _("uncovered neighbours"),
    "province": _("uncovered districts of the province"),
}
#: How many districts of a wish are named.
NAMED = 6


def need_in_words(story: Story) -> str:
    """Say how the districts in need are ordered: each part's weight, the layer, the distances."""
    made, usual = story.in_need, asdict(Weights())
    weights = {part: value for part, value in asdict(made.weights).items() if value}
    if made.layer is None:
        weights.pop("vulnerability", None)
    parts = [f"{PARTS[part]} {value:g}" for part, value in weights.items()]
    sentences = [_("Districts are ordered by the weighted mean of: ") + ", ".join(parts) + "."]
    expected = {part: usual[part] for part in PARTS if part != "vulnerability" or made.layer}
    if weights != expected:
        others = ", ".join(f"{value:g}" for value in expected.values())
        sentences.append(
            _("These weights were chosen for this view; the defaults are {others}.").format(
                others=others
            )
        )
    if story.figures.selection.is_of_part:
        sentences.append(_("This need is that of the whole programme, whatever is filtered."))
    sentences += [made.layer.words] if made.layer else []
    return " ".join([*sentences, made.refused, road_distances().source]).replace("  ", " ")


def plan_in_words(story: Story) -> str:
    """Say what the plan was asked for, and that it is not the usual where that is so."""
    asked, unit = story.aims.request, story.distances.unit
    each = (
        _("each for up to {districts} ").format(
            districts=counted(asked.capacity, "district", "districts")
        )
        if asked.capacity
        else ""
    )
    sentences = [
        _("At most {trainings}, {each}within {radius:g} {unit}.").format(
            trainings=counted(asked.n_venues, "training", "trainings"),
            each=each,
            radius=asked.radius,
            unit=unit,
        )
    ]
    if story.aims.by_score:
        sentences.append(_("It reaches as much of the need score as it can."))
    sentences += _wishes(asked)
    if story.distances.source != road_distances().source:
        sentences.append(_("Distances: {source}").format(source=story.distances.source))
    usual = USUAL_REQUEST
    people = people_without(of_part=story.figures.selection.is_of_part)
    if asked != usual or story.aims.by_score:
        limit = (
            _(", {capacity} districts each").format(capacity=usual.capacity)
            if usual.capacity
            else ""
        )
        sentences.append(
            _(
                "This was chosen for this view; the default is {people}, {n_venues} "
                "trainings{limit}, {radius:g} km."
            ).format(people=people, n_venues=usual.n_venues, limit=limit, radius=usual.radius)
        )
    return " ".join(sentences)


def _wishes(asked: Request) -> list[str]:
    """Return a sentence for each wish: venues that have to be, or not to be; minima."""
    provinces = gazetteer.provinces()
    wishes = (
        (_("Fixed venues"), _named(asked.locked_in)),
        (_("No venue in"), _named(asked.locked_out)),
        (
            _("At least"),
            ", ".join(
                _("{number} in {provinces}").format(number=number, provinces=provinces[one])
                for one, number in asked.minimum
            ),
        ),
    )
    return [f"{words}: {listed}." for words, listed in wishes if listed]


def _named(pcodes: tuple[str, ...]) -> str:
    return listing([gazetteer.names()[pcode] for pcode in pcodes], most=NAMED)
