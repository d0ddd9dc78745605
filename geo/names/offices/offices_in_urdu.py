"""Offices and posts as they are written in Urdu -> in English, as postings are read."""

import re

from geo.names.spelling import LETTERS

_IN_ENGLISH = {
    "خواتین تھانہ": "women police station",
    "وومن پولیس سٹیشن": "women police station",
    "پولیس سٹیشن": "police station",
    "پولیس اسٹیشن": "police station",
    "تھانہ": "thana",
    "چوکی": "police chowki",
    "پولیس چوکی": "police chowki",
    "پولیس لائنز": "police lines",
    "پولیس لائن": "police lines",
    "ڈسٹرکٹ پولیس آفیسر": "dpo",
    "ڈی پی او": "dpo",
    "آر پی او": "rpo",
    "سی پی او": "cpo",
    "ایس ایچ او": "sho",
    "ایس ڈی پی او": "sdpo",
    "ڈی ایس پی": "dsp",
    "ایس ایس پی": "ssp",
    "اے ایس پی": "asp",
    "ایس پی": "sp",
    "پولیس": "police",
    "لیویز": "levies",
    "ایڈیشنل ڈپٹی کمشنر": "additional deputy commissioner",
    "ڈپٹی کمشنر": "deputy commissioner",
    "اسسٹنٹ کمشنر": "assistant commissioner",
    "ڈی سی": "dc",
    "اے سی": "ac",
    "نائب تحصیلدار": "naib tehsildar",
    "تحصیلدار": "tehsildar",
    "ایف آئی اے": "fia",
    "سرکل": "circle",
    "پبلک پراسیکیوٹر": "public prosecutor",
    "محکمہ سماجی بہبود": "social welfare department",
    "سماجی بہبود": "social welfare",
    "سوشل ویلفیئر": "social welfare",
    "دارالامان": "darulaman",
    "دار الامان": "darulaman",
    "محکمہ محنت": "labour department",
    "محکمہ لیبر": "labour department",
    "لیبر کورٹ": "labour court",
    "لیبر یونین": "labour union",
    "لیبر": "labour",
    "محنت": "labour",
    "محکمہ صحت": "health department",
    "محکمہ تعلیم": "education department",
    "محکمہ مال": "revenue department",
    "ڈی ایچ کیو": "dhq",
    "ٹی ایچ کیو": "thq",
    "ہسپتال": "hospital",
    "جیل": "jail",
    "ہیڈ کوارٹر": "headquarter",
    "ہیڈکوارٹر": "headquarter",
    "دفتر": "office",
    "آفس": "office",
    "آفیسر": "officer",
    "افسر": "officer",
    "ضلعی": "district",
    "سٹی": "city",
    "صدر": "saddar",
}
_KNOWN = {name.translate(LETTERS): english for name, english in _IN_ENGLISH.items()}
_WORDS = re.compile(
    rf"(?<!\w)(?:{'|'.join(sorted(map(re.escape, _KNOWN), key=len, reverse=True))})(?!\w)"
)


def in_english(written: str) -> str:
    """Return a text with its offices and posts in English; places stay as they are written."""
    if written.isascii():
        return written
    text = written.translate(LETTERS)
    if not _WORDS.search(text):
        return written
    return _WORDS.sub(lambda found: _KNOWN[found[0]], text).replace("،", ",")
