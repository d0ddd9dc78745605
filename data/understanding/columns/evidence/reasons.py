"""Why somebody is asked about a column, in words."""

from data.understanding import contents
from geo.words.catalogue import _

BY_NAME = _("Its name may say so.")
CUMULATIVE = _("It seems to add up the rows before, whose people would be counted again.")
PART_OF = _("It counts some of those of another column.")
SEVERAL = _("More than one column may be {field}.")
TOTALS = _(
    "More than one column may be {field}. Where each counts others, they are parts "
    "(participants_part), and added up."
)
OF_PERSON = _("It may say who came, and not what became of the training.")
UNSIGNED = _("Some have signed and others not. Did these not come? Then it says who was present.")
HALF_MARKED = _("Some are marked as present and the others not at all. Did these not come?")
NOBODY_CAME = _("By it nobody came whom the list has. Did they not come?")
UNCOUNTED = _(
    "Its cells seem to name several persons, and no column says how many came. Left out, nobody is "
    "counted."
)
CODES = _("It holds letters that nothing explains. Do they say who came?")
SOME_HELD = _("Some of its rows say that they were held and others nothing. Were these not held?")
DAY_COUNTS = _(
    "It seems to count who came on one day. Added up, whoever came on several is counted again."
)
LEFT_OPEN = _("A text beside the table says that its blanks are not known yet.")
NO_TIME = _("Whoever has no time of day in it may not have come.")
PLANNED = _("It seems to count who was to come, not who came.")
PLANNED_OR_HELD = _(
    "The texts above are of trainings planned and of those held, and nothing says which of them "
    "each is. Did those come whom it counts?"
)
ACTUAL = _("It seems to count who came, beside a column of those who were to come.")
MARKS = _("In a list with names it may be days present, marks or another number.")
UNREAD_NUMBERS = _("It holds numbers and is not read. Do they count people?")
SHARES = _(
    "It is a share of one sex, of which no number can be told. Left out, no sex is recorded."
)
LISTS = _("Some of its cells say how many came from each agency; the other columns do not.")
WORDS = _("It holds texts and no numbers; they may be names.")
REPORTER = _("It may be who reports or gives the training, and not where the participants serve.")
NAMED_DISTRICTS = _("Its texts name districts. Are they those in which the participants serve?")
TOWNS = _("It holds towns or tehsils. Are they where the participants serve?")
FILLED = _("It is when the form was filled in. Was that on the day of the training?")
LAST_DAYS = _("It may be the last day of each training, which would last one day without it.")
VENUES = _("It may be the district of the venue, and not where the participants serve.")
HELD = {
    contents.PRESENCE: _("It holds who was present and absent."),
    contents.TICKS: _("It holds ticks."),
    contents.ONES: _("It holds 1 and 0, or nothing but 1."),
    contents.AGENCIES: _("It holds agencies."),
    contents.MONTHS: _("It holds months."),
    contents.DAYS: _("It holds dates."),
    contents.PARTS: _("It holds who took part and who led the training."),
    contents.SEXES: _("It holds words for a sex."),
    contents.DISTRICTS: _("It holds districts."),
}
