"""What the brief's figures mean and where they come from, in a few lines each."""

from data.records.programme import programme
from geo.districts import gazetteer
from reports.story.settings_words import need_in_words, plan_in_words
from reports.story.story import Story
from reports.words.counts import NO_COUNT

DEFINITIONS = (
    (
        "Covered",
        "At least one participant who serves in the district attended a training that counts on "
        "or before the as-of date. It is the home district of participants that is covered, not "
        "the venue's.",
    ),
    (
        "What is not known",
        "No record: the records say nothing of the district, which is not zero. Zero reported: "
        f"they say that nobody came. {NO_COUNT} Count not published: somebody came, the number "
        "is not recorded.",
    ),
    (
        "Participants",
        "The sum of the recorded counts: women, men, and those whose sex is not recorded. Who "
        "came to two trainings counts twice.",
    ),
    (
        "People in covered districts",
        "People who live in covered districts, of all whose district's population is known. It "
        "says where trained people serve, not how many people were served.",
    ),
    (
        "Committees",
        "A district's Anti-Human Trafficking Committee has six agencies; one is present if "
        "somebody of it was trained.",
    ),
)


def method(story: Story) -> list[list[str]]:
    """Return pairs of a word and what it means; what a left-out step is made with is left out."""
    steps = story.wording.steps
    return [
        *([word, meaning] for word, meaning in DEFINITIONS),
        *([["Need", need_in_words(story)]] if {"gaps", "plan"} & set(steps) else []),
        *([["Plan", plan_in_words(story)]] if "plan" in steps else []),
        ["Population", POPULATION],
        ["Published", _published()],
    ]


POPULATION = (
    "Census of 2023, Pakistan Bureau of Statistics; Azad Jammu & Kashmir from its own bureau; "
    f"none is published for districts of Gilgit-Baltistan. Districts: {gazetteer.VINTAGE} (OCHA)."
)


def _published() -> str:
    claims = programme().claims
    return (
        f"Published totals are those of {claims.source}: claims that stand beside the records, "
        "and are never added to them."
    )
