"""How texts say of people that they are of a district, and that all who came are."""

import re

#: Who came to a training.
_WHO = r"(?:participants|trainees|attendees)"
#: What people of a district are called.
_STAFF = (
    r"(?:officers|officials|staff|employees|personnel|constables|jawans|force|prosecutors|patwaris"
    r"|teachers|inspectors|investigators)"
)
_RESIDENTS = r"(?:residents|inhabitants|dwellers|villagers|citizens)"
_PEOPLE = (
    rf"(?:{_STAFF}|{_RESIDENTS}|members|people|persons|volunteers|workers|women|men|girls|boys|youth"
    r"|secretaries(?: union councils?)?|advocates|lawyers|journalists|participants|trainees"
    r"|attendees|community)"
)
#: Where those who are the subject of a sentence are from: "were all posted in".
_ARE = r"(?:(?:are|were|is|was|all|also|each|only|have been) )*"
_COME_FROM = (
    r"(?:(?:living|residing|posted|serving|working) (?:and|or|&) )?"
    r"(?:from(?: within)?|(?:posted|deputed|stationed) (?:in|at)|serv(?:e|ed|ing) in"
    r"|work(?:ed|ing)? in|based in|resid(?:e|ed|ing) in|liv(?:e|ed|ing) in|belong(?:ing|s|ed)? to"
    rf"|hail(?:ing|ed)? from|c[oa]me from|coming from|domiciled in|(?:nominated|drawn) from"
    rf"|(?:the )?(?:{_RESIDENTS}|locals|natives) of)"
)
_FROM = rf"{_ARE}(?:of|{_COME_FROM})"
#: A part of the district that stands before it: "Investigation Wing, District Kasur".
_WITHIN = (
    r"(?:(?!\b(?:at|in|on|held|by|for|with|under|trained|during)\b)[\w&/.'-]+ ){1,6}?"
    r"(?<!province )"
)
_UNITS = (
    r"(?:wing|departments?|deptt?|branch|stations?|offices?|police|administration|bureau|authority"
    r"|unit|force|councils?|schools?|committees?|welfare|education|health|ucs?|tehsils?|talukas?"
    r"|villages?|areas?)"
)
#: "District Police Kasur: officials trained", whose own they are.
_OFFICES = (
    r"(?:(?:police|levies|health|education|social welfare|authority|office|department|unit) ){0,3}"
)
WHERE = r"(?P<where>[^,;:()\[\]]+)"
#: "Training of Kasur District Police", and of no school or office of theirs.
_TRAINED_FORCE = (
    r"\b(?:trainings?|courses?|workshops?|sessions?|seminars?|lectures?|orientation|refreshers?"
    r"|sensiti[sz]ation|building)"
    r" (?:of|for|to) (?:the )?"
)
_NO_FORCE = r"(?! (?:training|school|college|academy|lines?|office|headquarters?|hq|hall)\b)"
#: An officer of whom each district has one: "staff of DC Office, Kasur".
_ONE_EACH = (
    r"(?:d\.?c|dpo|dho|deo|dswo|deputy commissioner|district (?:police|health|education) officer)"
    r"(?:'?s)?(?: office)?,?"
)
#: The same in Urdu, where whose they are stands before them.
STAFF_IN_URDU = (
    r"(?:کے|کی|کا) (?:(?:تمام|درج ذیل|مندرجہ ذیل|مذکورہ) )?"
    r"(?:ملازمان|ملازمین|ملازم|افسران|اہلکاران|اہلکار|عملہ|اساتذہ"
    r"|شرکاء|شرکا)\b"
)
_WORDS_IN_URDU = r"(?:(?!(?:کے|کی|کا|سے|میں|نے|اور)\b)\w+ ){1,4}"
#: "AHTC members trained - District Swat"; a training of theirs may have been there, and a circle of
#: the FIA has the same letters.
_NOT_GIVEN_TO = r"\b(?<!fia )(?<!of )(?<!of the )(?<!for )(?<!for the )(?<!to )"
#: "Members of DAHTC Kasur", "Training for DAHTC Kasur": whose name is in short by then; a comma
#: behind a training that was given to it may stand before its venue.
_MEMBERS_IN_ROMAN_URDU = r"(?:members?|arkaa?n|arakee?n|m[ei]m?ba?raa?n)"
_OF_AHTC = (
    rf"(?:\b{_MEMBERS_IN_ROMAN_URDU},?(?: (?:of|from))? (?:the )?"
    rf"(?:d?ahtcs?|d(?:istrict )?atcs?),?"
    rf"|{_TRAINED_FORCE}dahtc) (?:of )?(?:district |zill?a )?{WHERE}"
)
_MEMBERS_IN_URDU = r"(?:ممبران|ارکان|اراکین)"
_OF_SMUGGLING = r"(?:(?: برائے)?(?: انسدادِ?)?(?: انسانی)? (?:اسمگلنگ|سمگلنگ))?"
_AHTC_IN_URDU = (
    rf"\b{_MEMBERS_IN_URDU}(?: (?:کی|کا|کے))?"
    rf"(?: (?:ضلعی|ڈسٹرکٹ) (?:(?!کمیٹی)\w+ ){{0,5}}کمیٹی{_OF_SMUGGLING}"
    rf"| کمیٹی{_OF_SMUGGLING}(?= ضلع))"
    r"،? (?:ضلع )?(?P<where>\w+(?: \w+){0,2})"
)
#: The committee before its members: "ضلعی کمیٹی … ضلع قصور کے اراکین".
_AHTC_FIRST_IN_URDU = tuple(
    rf"\b{body} {_MEMBERS_IN_URDU}\b(?! نے\b)"
    for body in (
        rf"ضلعی (?:(?!کمیٹی)\w+ ){{0,5}}کمیٹی{_OF_SMUGGLING}(?: ضلع)? "
        rf"(?P<where>{_WORDS_IN_URDU}?)(?:کے|کی)",
        rf"ضلع (?P<where>{_WORDS_IN_URDU}?)(?:کے|کی) (?:(?!کمیٹی)\w+ ){{0,5}}کمیٹی (?:کے|کی)",
        rf"کمیٹی{_OF_SMUGGLING} ضلع (?P<where>{_WORDS_IN_URDU}?)(?:کے|کی)",
    )
)
#: Its district before the committee: "ضلع قصور — ضلعی کمیٹی … کے اراکین"; and who came of it:
#: "فہرست شرکاء … ضلعی کمیٹی …، ضلع قصور".
_DISTRICT_FIRST_IN_URDU = (
    rf"^ضلع (?P<where>(?:\w+ ){{1,4}}?)[:–—-] ضلعی (?:(?!کمیٹی)\w+ ){{0,5}}کمیٹی{_OF_SMUGGLING}"
    rf" (?:کے|کی) {_MEMBERS_IN_URDU}\b(?! نے\b)"
)
_CAME_OF_AHTC_IN_URDU = (
    rf"\b(?:شرکاء|شرکا|حاضری)\b(?:(?!\bنے\b)[^.]){{0,99}}? ضلعی (?:(?!کمیٹی)\w+ ){{0,5}}"
    rf"کمیٹی{_OF_SMUGGLING}،? ضلع (?P<where>\w+(?: \w+){{0,2}})"
)
#: A list of who came, or was nominated, of a committee: "DAHTC Kasur - attendance sheet"; not of a
#: training by it or in its office.
_LIST = r"(?:attendance|ha+zri|hazari|nominations?|nominees|participants|shura?kaa?)"
_DISTRICT_OR_NONE = r"(?:of )?(?:district |zill?a )?"
_LIST_OF_AHTC = (
    rf"\b{_LIST}\b(?:(?!\b(?:by|at|office|under)\b|\.\s)[^;]){{0,60}}?\b(?<!by )"
    rf"dahtc,? {_DISTRICT_OR_NONE}{WHERE}"
)
_AHTC_OVER_LIST = (
    rf"(?:^|[:;(–—-]\s*)dahtc {_DISTRICT_OR_NONE}(?P<where>[^,;:()\[\]–—-]+?)\s*[,:–—-]+ "
    rf"(?:(?!\bby\b|\.\s)[^;]){{0,99}}?\b(?:{_LIST}|members?)\b"
)
#: The same in Roman Urdu: "Zila Kasur ki anti human trafficking committee ke members".
_AHTC_IN_ROMAN_URDU = tuple(
    rf"\b{body}(?:ke|ki) {_MEMBERS_IN_ROMAN_URDU}\b(?! ne\b)"
    for body in (
        r"zill?a (?P<where>(?:[\w.-]+ ){1,3}?)(?:ki|ke) (?:[\w-]+ ){0,5}?(?:committee|d?ahtc) "
        r"(?:bara\w+ (?:[\w-]+ ){1,4}?)?",
        r"(?:dahtc|zill?ai? committee) (?:zill?a )?(?P<where>(?:[\w.-]+ ){1,3}?)",
    )
)
#: "Zila Kasur ke darj zail afsaran": whoever did something else may have given the training.
_STAFF_IN_ROMAN_URDU = (
    r"\bzill?a (?P<where>(?:[\w.-]+ ){1,3}?)(?:ke|kay|ka|k) (?:(?:tamam|mazkoora|mukhtalif"
    r"|(?:mundarja|darj)(?: e|-e)?[ -]?zail|mehka?mon ke) )*(?:police (?:ke )?)?"
    r"(?:afsaraa?n|afsar|ahalkaa?r(?:aa?n)?|mulaa?zmee?n|mulaa?zimee?n|amla|asaa?tza)\b"
    r"(?! ne\b(?!.{0,60}\bshirkat\b))"
)
_CAME = r"(?: (?:(?:who|that) )?(?:were |have )?(?:trained|attended|participated|present|came))?"
_DISTRICT = rf"(?:the )?(?:same )?district(?: police| administration| levies)? {WHERE}"
SAYS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_PEOPLE}(?: (?:and|&) \w+)? {_FROM} {_DISTRICT}",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?P<where>(?:[\w.-]+ ){{1,4}}district)\b(?! \w+ hall)",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?:{_WITHIN})?{_UNITS},? (?:of |in )?{_DISTRICT}",
        rf"\b{_RESIDENTS} {_FROM} (?:the )?(?:[\w&/.'-]+,? ){{1,6}}?(?:of |in )?{_DISTRICT}",
        rf"\b{_PEOPLE} {_FROM} (?:the )?(?:(?:tehsils?|talukas?|ucs?|union councils?)"
        rf" (?:[\w.-]+ ){{0,2}}[\w.-]+,? ){{1,2}}{_DISTRICT}",
        rf"\b{_STAFF} {_DISTRICT}",
        rf"\bfor (?:the |all |various )*departments (?:of|in) (?:the )?district {WHERE}",
        rf"^district (?P<where>[\w. ]+?)\s*[:–—-]\s*(?:list of )?(?:the )?{_WHO} (?:of|in|at)\b",
        _OF_AHTC,
        _AHTC_IN_URDU,
        *_AHTC_FIRST_IN_URDU,
        _DISTRICT_FIRST_IN_URDU,
        _CAME_OF_AHTC_IN_URDU,
        _LIST_OF_AHTC,
        _AHTC_OVER_LIST,
        *_AHTC_IN_ROMAN_URDU,
        _STAFF_IN_ROMAN_URDU,
        r"\bmembers of (?:the )?(?P<where>(?:[\w.-]+ ){1,3}?)(?:district )?(?:committee|dahtc)\b",
        rf"\b(?<!fia )d?ahtc members (?:of|from) (?:the )?(?:district )?{WHERE}",
        r"^(?:district|distt?\.?|zill?a) (?P<where>[\w. ]+?)\s*[:–—-]\s*(?:the )?(?:district )?"
        r"(?:d?ahtcs?|anti[- ]human[- ]trafficking committee)(?: \(d?ahtc\))?"
        rf" {_MEMBERS_IN_ROMAN_URDU}\b(?! ne\b)",
        rf"{_NOT_GIVEN_TO}d?ahtc members{_CAME}\s*[:,(–—-]\s*{_DISTRICT}",
        rf"\bdahtc members{_CAME}, {_DISTRICT}",
        rf"(?:^|[:;,(] ?|\b(?:number|nos?\.?) of )(?:district )?committee members{_CAME}"
        rf"\s*[:,(–—-]\s*{_DISTRICT}",
        r"(?:^|[:;,(.] ?|\b(?:of|for|to) )"
        r"(?:d?ahtc (?P<where>(?:[\w.-]+ ){1,3})members\b)",
        rf"\b{_WHO}(?: from)?\s*[:=(]\s*(?:all )?(?:of |from )?{_DISTRICT}",
        rf"\b{_WHO}\s*[:=(]\s*(?P<where>(?:[\w.-]+ ){{1,3}}district)\b(?! [a-z])",
        r"(?:^|[:;,(] ?|\b(?:of|for|to|attended by) )"
        rf"(?P<where>(?:(?!of |for |to |by )[\w.-]+ ){{1,3}}district) {_STAFF}\b",
        rf"\bdistrict (?:police |levies )?(?P<where>(?:[\w.-]+(?<!\w{{3}}\.) ){{1,4}}?)(?:police )?"
        rf"(?:{_STAFF}|participants|trainees|attendees)\b",
        rf"\b(?:{_STAFF}|all {_WHO}) {_FROM} (?:the )?(?P<where>(?:[\w.]+ ){{1,3}})police\b",
        rf"{_TRAINED_FORCE}(?P<where>(?:[\w.-]+ ){{1,4}})district (?:police|levies)\b{_NO_FORCE}",
        rf"{_TRAINED_FORCE}district (?:police|levies){_NO_FORCE} {WHERE}",
        rf"\b{_STAFF} (?:of|from) (?:the )?(?:office of (?:the )?)?{_ONE_EACH} {WHERE}",
        rf"\b{_STAFF} (?:serving|posted|working|stationed) (?:in|at) {WHERE}",
        rf"\bضلع (?:پولیس |لیویز |انتظامیہ )?(?P<where>{_WORDS_IN_URDU}){STAFF_IN_URDU}",
        rf"\bضلع (?P<where>{_WORDS_IN_URDU}?)(?:کے|کی) (?:محکمہ جات|محکموں|دفاتر) {STAFF_IN_URDU}",
        rf"\b{_MEMBERS_IN_URDU} ضلع (?P<where>{_WORDS_IN_URDU}?)(?:کی|کے|کا)\b",
        rf"(?:^|[،,:]\s*)(?P<where>{_WORDS_IN_URDU}?)پولیس {STAFF_IN_URDU}",
        rf"\b(?:شرکاء|شرکا) کا تعلق ضلع (?P<where>{_WORDS_IN_URDU})سے\b",
        rf"^(?:office of the )?district {_OFFICES}(?P<where>[\w .]{{3,30}}?)\s*[:–—-]\s*"
        rf"(?:nos?\.? of )?(?:[\w./]+ ){{0,2}}{_STAFF}\b[^,;]*\btrained\b",
        rf"\bdistrict of (?:all )?(?:the )?{_WHO} (?P<where>[\w.-]+(?: [\w.-]+){{0,3}})",
        r"\b(?:(?:home|duty|posting) district|(?:district|place) (?:of|where) (?:all )?(?:the )?"
        rf"(?:{_WHO}|posting|posted|duty|residence)|participants'? district|posting)"
        rf"(?: of (?:all )?(?:the )?{_WHO}| of all| \(all\))?\s*[:=-]\s*(?:district )?{WHERE}",
    )
]
#: "District Education Authority, Kasur" over "Teachers trained on referral, District Kasur".
OWN_BODY = re.compile(
    r"^(?:office of the )?district (?:(?:police|levies|health|education|social welfare|authority"
    rf"|office|department|unit)[ ,]+){{1,3}}{WHERE}$",
    re.IGNORECASE,
)
#: "Office of the District Police Officer, Kasur", whose letter says "officers of this district".
LETTERHEAD = re.compile(rf"^(?:office of (?:the )?)?{_ONE_EACH} {WHERE}$", re.IGNORECASE)
THIS_DISTRICT = re.compile(r"\b(?:this|our) district\b", re.IGNORECASE)
#: Where the head of a letter ends, and whoever it goes to or is about follows.
LETTER = re.compile(r"\W*(?:to|subject|sub|memo|memorandum|dear|sir|madam)\b", re.IGNORECASE)
TRAINED = re.compile(rf"^(?:\w+ ){{0,2}}{_STAFF} trained\b.*, district {WHERE}$", re.IGNORECASE)
#: Who all are that came: "all (of the) 25 participants", "all of them", "everyone".
_EVERYONE = (
    r"(?:all (?:of )?(?:the )?(?:above|following|listed|named)(?:[- ](?:mentioned|named|listed))?"
    rf"|all (?:of )?(?:the )?(?:\d+ )?(?:above )?(?:(?!resource )\w+ )?{_PEOPLE}"
    r"|all(?: of them)?|every(?:one|body))"
)
_NAMED = rf"(?:(?P<named>district)(?: police| administration| levies)? )?{WHERE}"
#: What is said of all who came, in the language of the office: of these a district is one without
#: the word for it, too.
ALL = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_EVERYONE} {_FROM} (?:the )?{_NAMED}",
        rf"\b{_EVERYONE} {_ARE}(?:the )?{_OF_AHTC}",
        rf"\b{_WHO} {_ARE}{_COME_FROM} (?:the )?{_NAMED}",
        rf"\b{_WHO}\s*[:(]\s*all {_FROM} (?:the )?{_NAMED}",
        rf"\ball {_WHO}\s*[:=]\s*{_NAMED}",
        r"(?:شرکا[ءئ]?|شرکت کنندگان|افسران|اہلکار(?:ان)?|ارکان|اراکین"
        r"|\b(?:shura?k?aa?|participants|sab (?:log|afraa?d)))"
        r"(?: (?:کا|ka) (?:تعلق|taa?ll?uq))?(?: (?:صرف|sirf))?"
        r" (?:(?P<named>ضلع|zill?a|district) )?"
        r"(?P<where>[^\s:،,]+(?: [^\s:،,]+){0,4}?) (?:سے|کے|میں|se|ke|mein|main)\b",
        r"(?P<named>شرکا[ءئ]? کا ضلع)\s*[:=-]\s*(?P<where>[^:،,()]+)",
    )
]
RESIDE = re.compile(rf"\b{_RESIDENTS} (?:of|from) {WHERE}", re.IGNORECASE)
#: "Progress report: trainings of police staff on referral, District Kasur".
OF_REPORT = re.compile(
    rf"\b(?:reports?|return|statement|nominal roll|list|summary|abstract)\b.*\bof (?:\w+ ){{0,3}}"
    rf"{_STAFF}\b[^,;]*, district(?: police)? {WHERE}",
    re.IGNORECASE,
)
_SHOWN = (
    r"(?:shown|given|listed|mentioned|stated|indicated|noted|written|named|concerned|specified)"
)
#: "In each district the participants were of the same district", "all are posted here".
SAME = re.compile(
    rf"(?:\b(?<!\bno )(?<!resource )(?:{_EVERYONE}|{_PEOPLE}|only those)"
    rf" (?:{_FROM} (?:the (?:[\w-]+ ){{0,2}}?{_UNITS} of )?(?:(?:the |their |that )?"
    rf"(?:same|own|respective|host|this|said|above|relevant|{_SHOWN}) districts?"
    rf"|that (?:very )?district|(?:the )?districts? {_SHOWN}"
    r"|the district(?: itself| of the (?:training|session|workshop|venue)"
    r"|(?: (?:where|in which) (?:it|the \w+|each(?: \w+)?|their \w+) (?:was|were|is) held)"
    r"|(?=\s*(?:[.;,)]|$|(?:w(?:ere|as) )?(?:invited|called|nominated|attended|trained)\b))))"
    rf"|{_ARE}trained (?:in|at|within) their (?:own|home|respective) districts?"
    rf"|{_ARE}(?:(?:posted|serving|working|based|living|residing) (?:here|locally)|local(?:s|ly)?))"
    r"|(?:تمام |سب )(?:شرکاء|شرکا|افراد)(?: کا تعلق)?"
    r" (?:اسی|متعلقہ|مذکورہ|درج شدہ|درج ذیل|اپنے(?: اپنے)?) (?:ضلع|اضلاع) (?:کے|سے|میں))"
    r"(?!\w)(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
#: "Training for members of the District Committee", whose district a label names.
COMMITTEE = re.compile(
    r"\b(?:members|training|orientation|sensiti[sz]ation) (?:of|for|from) (?:the |its )?"
    r"(?:members of (?:the )?)?(?:district (?:[\w/&-]+ ){0,4}(?:committee|ah?tc)|dah?tc)"
    r"(?: members)?(?: \(\w+\))?"
    r"(?=\s*(?:[.;,)–—-]|$|(?:was|were|held|trained|on)\b))",
    re.IGNORECASE,
)
#: Words beside which those of the district gave the training or were to come, or others came, too.
NOT_THEY = re.compile(
    r"\b(?<!attended )by\b|\b(?:not|نہیں|host(?:s|ed)"
    r"|facilitat\w*|trainers?|resource|arranged|organi[sz]\w+"
    r"|conducted|delivered|welcomed|signed|(?:were|was|are|is) (?:to|due)|should|shall|will|hardly"
    r"|scarcely|rarely|almost|nearly|partly|if|whether|hoped|expected|another|along with"
    r"|together with|ilawa)\b|\?|^\s*(?:and|or|&|/|\+|plus|as"
    r"|aur)(?!\w)",
    re.IGNORECASE,
)
#: Others who joined them; a guest house is none, and a chief guest opens a training.
GUESTS = re.compile(r"\b(?:(?<!chief )guests?(?! ?house)|visitors?)\b|مہمان", re.IGNORECASE)
#: Words beside which not all are of the district; different batches are who came each time.
NOT_ALL = re.compile(
    r"\b(?:most|mostly|majority|some|few|half|except|excluding|but|other than|besides|mainly"
    r"|includ\w+|as well as|others?|neighbou?r\w*|various|nearby"
    rf"|different(?! (?:batch\w*|groups?|sets?|{_PEOPLE}))|adjoining|both|respective"
    r"|zyada|زیادہ تر|اکثر|بیشتر|کچھ|بعض|علاوہ)\b"
    r"|\bdistricts\b|\b(?:دیگر|اضلاع|اور ضلع)\b",
    re.IGNORECASE,
)
#: The same, of nothing but what its own sentence says.
DENIED = re.compile(r"\b(?:not|نہیں)\b", re.IGNORECASE)
