"""Rows that add up what came before a table, too: "Cumulative since July", "Progress to date"."""

import re
from string import punctuation, whitespace

from data.records.sought_words import only_with
from data.sheets.fields import plain
from geo.words.catalogue import _

SO_FAR_ROW = _("a sum of all so far, with those that stand elsewhere")
_OF_WHAT = (
    r"(?:totals?|figures?|numbers?|counts?|sums?|progress|achievements?|position|strength"
    r"|participants|trainees|persons|beneficiaries)"
)
_SIGNS = punctuation + whitespace
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
#: Until when: a training that is "Running since July" says no more than that.
_TO_DATE = (
    r"(?:(?:up ?to|till|until|to|as on|as of) (?:this |the )?(?:date|now|today)|so far|ab ?tak"
    rf"|(?:since|from|up ?to|till|until) (?:the )?(?:\d|{_MONTH}\b|start|beginning|inception"
    r"|launch|\w+ (?:of )?\d).*"
    r"|(?:up ?to|till|until) (?:the )?(?:end of )?(?:the |this )?(?:month|quarter|period|year)"
    r"|as (?:on|of|at) .*\d.*)"
)
_OF_PERIOD = r"(?:for|of|in|during) (?:the |this )?(?:month|quarter|period|year|\w+ \d).*"
_SO_FAR = re.compile(
    rf"(?:(?:grand|overall|the) )*(?:cumulative|accumulated)(?: {_OF_WHAT})*"
    rf"(?: {_TO_DATE}| {_OF_PERIOD})?"
    rf"|(?:cum|progressive|running)(?: {_OF_WHAT})+(?: {_TO_DATE}| {_OF_PERIOD})?"
    rf"|(?:(?:grand|overall) )?(?:totals?|progress|achievements?)(?: {_OF_WHAT})* {_TO_DATE}"
    r"|(?:kul |total )?(?:ab ?tak|ta ?ha+l)(?: (?:ka|ki|ke))?"
    r"(?: (?:kul|total|mizan|meezan|tadad|majmua|shuraka))+"
    r"|(?:kul|total) (?:ab ?tak|ta ?ha+l)"
    r"|(?:اب تک|تا ?حال)(?: (?:کا|کی|کے))?(?: (?:کل|ٹوٹل|میزان|تعداد|مجموعی|مجموعہ|شرکاء|شرکا))+"
    r"|(?:کل|ٹوٹل|مجموعی)(?: (?:میزان|تعداد|شرکاء|شرکا))? (?:اب تک|تا ?حال)"
)
#: One of these stands in each sum so far, or a word in Urdu.
SOUGHT = "total|cum|running|progress|achievement|kul|ab[^a-z]*tak|ta[^a-z]*ha"
#: A sum so far in English letters begins with one of these.
_FIRST = ("cum", "accum", "grand", "overall", "the", "progress", "running", "total", "achievement",
          "kul", "ab", "ta")  # fmt: skip


@only_with(SOUGHT)
def is_sum_so_far(text: str) -> bool:
    """Tell whether a cell says that its row adds up the rows and what came before them.

    "Total of the month" adds up no more than its rows; so it is none.
    """
    if len(text) >= 60:
        return False
    if text.isascii() and not text.lstrip(_SIGNS).casefold().startswith(_FIRST):  # as most texts
        return False
    return _SO_FAR.fullmatch(plain(text)) is not None
