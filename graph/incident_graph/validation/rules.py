"""Rules that take several nodes to check, as SPARQL that finds what breaks them."""

from typing import NamedTuple


class Rule(NamedTuple):
    """A rule: its name, what is wrong where it finds something, what to try, and the pattern that finds it.

    The pattern binds ``?where``; ``?detail``, if bound, is told as well.
    """

    name: str
    what: str
    hint: str
    pattern: str


_ENTITY = (
    "inc:Person, inc:Organisation, inc:Platform, inc:Place, inc:Law, inc:Event, inc:Product, inc:Vehicle, inc:Group"
)

RULES = (
    Rule(
        "excerpt-text",
        "quotation not found at its place in the account",
        "compare it with the account's text; offsets count code points",
        """?where oa:hasSource ?account ; oa:hasSelector ?selector .
        ?selector oa:start ?start ; oa:end ?end ; oa:exact ?exact .
        ?account inc:text ?text .
        BIND(SUBSTR(?text, ?start + 1, ?end - ?start) AS ?there)
        FILTER(STR(?there) != STR(?exact))
        BIND(CONCAT("“", SUBSTR(?exact, 1, 60), "”, but there stands “", SUBSTR(?there, 1, 60), "”") AS ?detail)""",
    ),
    Rule(
        "evidence-account",
        "a claim rests on another account's words",
        "quote the account that makes the claim",
        """?where a inc:Claim ; inc:account ?account ; inc:evidence ?detail . ?detail oa:hasSource ?other .
        FILTER(?account != ?other)""",
    ),
    Rule(
        "main-evidence",
        "the main evidence of a claim is not among its evidence",
        "give it as inc:evidence too",
        "?where inc:mainEvidence ?detail . FILTER NOT EXISTS { ?where inc:evidence ?detail }",
    ),
    Rule(
        "value-label",
        "the value of a claim has no label",
        "describe the value: skos:prefLabel or rdfs:label",
        """?where a inc:Claim ; inc:value ?detail .
        FILTER NOT EXISTS { ?detail skos:prefLabel|rdfs:label ?label }""",
    ),
    Rule(
        "answer-type",
        "the value of a claim does not fit what its question asks for",
        "check the question's inc:answerType in its profile",
        f"""?where a inc:Claim ; inc:answers/inc:question/inc:answerType ?type ;
               inc:value ?detail ; inc:stance ?stance .
        OPTIONAL {{ ?detail a ?class }}
        BIND(
          IF(?class IN (inc:Quantity), inc:QuantityAnswer, IF(?class IN (inc:Period), inc:PeriodAnswer,
          IF(?detail IN (inc:Yes, inc:No), inc:PolarityAnswer, IF(?class IN (inc:Phrase), inc:PhraseAnswer,
          IF(?class IN (inc:Entity, inc:Description, {_ENTITY}), inc:EntityAnswer, inc:KindAnswer))))) AS ?given)
        FILTER(?given != ?type && !(?given = inc:PhraseAnswer && (?stance = inc:Unknown || ?type = inc:KindAnswer)))""",
    ),
    Rule(
        "speaker-account",
        "an unnamed speaker speaks in another account",
        "give each account's unnamed speaker a node of its own",
        """?where a inc:Claim ; inc:account ?account ; inc:accordingTo ?detail .
        ?detail a inc:Speaker ; inc:account ?other .
        FILTER(?account != ?other)""",
    ),
    Rule(
        "yields-account",
        "a claim gives way to one of another account, or of another issue",
        "what other accounts say is for comparison, not for giving way",
        """?where inc:yieldsTo ?detail ; inc:account ?a ; inc:answers ?i . ?detail inc:account ?b ; inc:answers ?j .
        FILTER(?a != ?b || ?i != ?j)""",
    ),
    Rule(
        "yields-reading",
        "a claim that gives way is part of a reading",
        "leave it out of inc:claim",
        "?detail inc:yieldsTo ?stronger . ?where inc:claim ?detail .",
    ),
    Rule(
        "reading-issue",
        "a reading holds a claim of another issue",
        "move the claim to a reading of its own issue",
        "?where inc:ofIssue ?issue ; inc:claim ?detail . ?detail inc:answers ?other . FILTER(?issue != ?other)",
    ),
    Rule(
        "reading-witness",
        "the witnesses of a reading are not the accounts of its claims",
        "count them again from the claims",
        """{ ?where inc:claim/inc:account ?detail . FILTER NOT EXISTS { ?where inc:witness ?detail } }
        UNION
        { ?where inc:witness ?detail . FILTER NOT EXISTS { ?where inc:claim/inc:account ?detail } }""",
    ),
    Rule(
        "witness-count",
        "the number of witnesses is not the number of accounts",
        "count them again",
        """{ SELECT ?where (COUNT(DISTINCT ?account) AS ?detail) WHERE { ?where inc:witness ?account } GROUP BY ?where }
        ?where inc:witnesses ?number . FILTER(?number != ?detail)""",
    ),
    Rule(
        "comparison-issue",
        "a comparison joins readings that are not both of its issue",
        "compare readings of one issue only",
        """?where a inc:Comparison ; inc:ofIssue ?issue ; inc:left|inc:right ?detail . ?detail inc:ofIssue ?other .
        FILTER(?issue != ?other)""",
    ),
    Rule(
        "issue-verdict",
        "an issue has a verdict that none of its comparisons has",
        "compare again: an issue's verdict is that of its strongest pair",
        """?where a inc:Issue ; inc:verdict ?detail .
        FILTER(?detail NOT IN (inc:SingleAccount, inc:Agrees))
        MINUS { ?comparison inc:ofIssue ?where ; inc:left ?reading ; inc:verdict ?detail }""",
    ),
    Rule(
        "silent",
        "an account is called silent and answers",
        "leave it out of inc:silent",
        """?where a inc:Issue ; inc:silent ?detail . ?claim inc:answers ?where ; inc:account ?detail .
        FILTER NOT EXISTS { ?claim inc:yieldsTo ?stronger }""",
    ),
    Rule(
        "plain-triple-place",
        "what an account says stands as a fact",
        "plain triples belong in the graph of the account that asserts them; Turtle leaves them out",
        """?detail a inc:Question . ?where a inc:Incident .
        { GRAPH ?graph { ?where ?detail ?value } FILTER NOT EXISTS { ?graph a inc:Account } }
        UNION
        { ?where ?detail ?value . FILTER NOT EXISTS { GRAPH ?graph { ?where ?detail ?value } } }""",
    ),
    Rule(
        "plain-triple-claim",
        "a plain triple that no claim of its account asserts",
        "leave it out, or add the claim with its evidence",
        """?incident a inc:Incident . ?detail a inc:Question . ?where a inc:Account .
        GRAPH ?where { ?incident ?detail ?value }
        MINUS {
          ?claim inc:account ?where ; inc:value ?value ; inc:stance inc:Asserts ; inc:answers/inc:question ?detail .
        }""",
    ),
    Rule(
        "letter",
        "two accounts have the same letter",
        "give each account a letter of its own",
        """?where a inc:Account ; inc:letter ?detail . ?other a inc:Account ; inc:letter ?detail .
        FILTER(?where != ?other)""",
    ),
)
