"""The rules by which two names are taken for one thing, strongest first."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from incident_graph.accounts import Account
from incident_graph.entities.clusters import AS_A_PLACE, Clusters, Node, name_key
from incident_graph.names.gazetteer import Gazetteer, aliases, country_words, given_names, homonyms, words
from incident_graph.names.mention import NameMention

_DEFINITION = re.compile(r"[\"”]?\s+\((?:the\s+|or\s+)?[\"“‘']?")
_KNOWN = Gazetteer({})


def is_acronym(surface: str) -> bool:
    """Whether a name is written as an acronym.

    >>> is_acronym("SOLAS"), is_acronym("U.N."), is_acronym("RoSPA"), is_acronym("Nordsee")
    (True, True, True, False)
    """
    letters = [c for c in surface if c.isalpha()]
    return 2 <= len(letters) <= 10 and " " not in surface and sum(c.isupper() for c in letters) * 2 > len(letters)


def initials(name: str) -> set[str]:
    """The acronyms a name may have: of its longer words, and of all of them.

    >>> sorted(initials("International Convention for the Safety of Life at Sea"))
    ['icftsolas', 'icslas', 'icsls']
    """
    parts = [w for w in re.split(r"[\s-]+", name.casefold()) if w[:1].isalnum()]
    big = [w for w in parts if w not in words("small-words")]
    some = [w for w in parts if w not in words("small-words") or w == "at"]
    return {"".join(w[0] for w in chosen) for chosen in (parts, big, some) if len(chosen) > 1}


def _abbreviates(short: str, long: str) -> bool:
    """Whether an acronym can stand for a name: its letters come in order, the first where a word begins."""
    letters = [c for c in short.casefold() if c.isalnum()]
    words = [w for w in re.split(r"[\s-]+", long.casefold()) if w]
    if not letters or not any(w.startswith(letters[0]) for w in words):
        return False
    rest = iter(long.casefold())
    return all(c in rest for c in letters)


def definitions(clusters: Clusters, accounts: Sequence[Account]) -> dict[str, dict[str, str]]:
    """By acronym and account, the name that the account says it stands for: "Long Name (LN)" or "LN (Long Name)"."""
    found: dict[str, dict[str, str]] = defaultdict(dict)
    texts = {account.id: account.text for account in accounts}
    stands: dict[str, dict[int, tuple[int, str, str]]] = defaultdict(dict)
    for (account, key), mentions in clusters.mentions.items():
        for mention in mentions:
            stands[account][mention.excerpt.start] = (mention.excerpt.end, key, mention.surface)
    for account, at in stands.items():
        text = texts.get(account, "")
        for end, key, surface in at.values():
            match = _DEFINITION.match(text, end, end + 12)
            inside = at.get(match.end()) if match else None
            if not inside:
                continue
            for (short, shown), long in (((inside[1], inside[2]), key), ((key, surface), inside[1])):
                if is_acronym(shown) and short != long and _abbreviates(short, long):
                    found[short][account] = long
                    break
    for short, account, long in _homonyms(clusters, texts):
        found[short].setdefault(account, long)
    return found


def _homonyms(clusters: Clusters, texts: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    """Acronyms of two bodies, by account the one that it means: named in full, or of the country it speaks of most."""
    for short, bodies in homonyms().items():
        for account in clusters.accounts(short) if short in clusters.kinds else ():
            words_here = Counter(re.findall(r"\w+", texts.get(account, "").casefold()))
            named = [long for long in bodies if (account, long) in clusters.mentions]
            told = {long: sum(words_here[word] for word in of) for long, of in bodies.items()}
            most = max(told.values())
            meant = named or [long for long, count in told.items() if most and count == most]
            if len(meant) == 1:
                yield short, account, meant[0]


def merge_exact(clusters: Clusters, defined: Mapping[str, Mapping[str, str]]) -> None:
    """The same name in several accounts, unless it is an acronym that they define differently, or says only what sort
    of body it is: "the Department"."""
    for key in clusters.keys:
        if key in words("heads-for-short"):
            continue
        accounts = clusters.accounts(key)
        longs: dict[str, str] = {}
        for account in accounts:
            longs.setdefault(defined.get(key, {}).get(account, ""), account)
        meanings = {m for m in longs if m}
        if len(meanings) > 1 and not _one_meaning(meanings):
            for account in accounts:
                long = defined[key].get(account)
                first = next(a for a in accounts if defined[key].get(a) == long)
                clusters.merge((account, key), (first, key), "exact")
            continue
        for number, account in enumerate(accounts[1:], 1):  # into the first of its class
            any(clusters.merge((account, key), (other, key), "exact") for other in accounts[:number])
        base = key.removesuffix(AS_A_PLACE)
        if base != key:
            any(clusters.merge((a, key), (b, base), "exact") for a in accounts for b in clusters.accounts(base))


def _one_meaning(meanings: set[str]) -> bool:
    longest = max(sorted(meanings), key=len)
    return all(m in longest for m in meanings)


def merge_defined(clusters: Clusters, defined: Mapping[str, Mapping[str, str]]) -> None:
    """An acronym and the name it is defined as."""
    for short in sorted(defined):
        for account, long in sorted(defined[short].items()):
            where = account if (account, long) in clusters.mentions else next(iter(clusters.accounts(long)), "")
            if where:
                clusters.merge((account, short), (where, long), "acronym")


def merge_aliases(clusters: Clusters, own: Mapping[str, str], defined: Mapping[str, Mapping[str, str]]) -> None:
    """Names that a profile, or common knowledge, says are one: UK, Britain, United Kingdom."""
    table = {**aliases(), **{name_key(a): b for a, b in own.items()}}
    by_name: dict[str, list[str]] = defaultdict(list)
    for key in clusters.keys:
        if key in defined and name_key(table.get(key, "")) not in defined[key].values():
            continue
        name = table.get(key)
        by_name[name_key(name) if name else key].append(key)
    for name, keys in sorted(by_name.items()):
        target = name if name in keys else keys[0]
        for key in keys:
            if key != target:
                clusters.merge_names(key, target, "alias")


def merge_heads(clusters: Clusters) -> None:
    """A body named by its head alone, and the one of that head that its account names: "the Department"."""
    bodies: dict[tuple[str, str], set[Node]] = defaultdict(set)
    for account, key in sorted(clusters.mentions):
        parts = key.split()
        if len(parts) > 1 and clusters.own_kinds[account, key] == "Organisation":
            for head in {parts[0], parts[-1]}:
                bodies[account, head].add((account, key))
    for account, key in sorted(clusters.mentions):
        if key in words("heads-for-short") and clusters.own_kinds[account, key] in ("Organisation", ""):
            meant = {clusters.find(body) for body in bodies[account, key]}
            if len(meant) == 1:
                clusters.merge((account, key), meant.pop(), "head")


def merge_governments(clusters: Clusters) -> None:
    """“British government”, “UK government”, “the United Kingdom's government”."""
    first: dict[str, str] = {}
    for key in clusters.keys:
        match = re.fullmatch(r"(.+?)(?:'s)? government", key)
        country = country_words().get(match[1]) if match else None
        if country and first.setdefault(country, key) != key:
            clusters.merge_names(key, first[country], "alias")


def merge_countries(clusters: Clusters) -> None:
    """“UK Information Commissioner's Office” and “Information Commissioner's Office”, unless one account has both."""
    for key in clusters.keys:
        head, _, rest = key.partition(" ")
        if (
            head not in country_words()
            or rest not in clusters.kinds
            or clusters.kinds[key] not in ("Organisation", "Law")
        ):
            continue
        if " " in rest and not set(clusters.accounts(key)) & set(clusters.accounts(rest)):
            clusters.merge_names(key, rest, "prefix")


def _surnames(key: str) -> set[str]:
    parts = key.split()
    if len(parts) < 2:
        return set()
    return {parts[-1], " ".join(parts[-2:])} if len(parts) > 2 else {parts[-1]}


def merge_persons(clusters: Clusters) -> None:
    """A surname and the one person of that name in the account, or else in all accounts; middle names; “Ruben K.”."""
    full = [key for key in clusters.keys if clusters.kinds[key] == "Person" and " " in key]
    by_surname: dict[str, list[str]] = defaultdict(list)
    by_ends: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key in full:
        for surname in sorted(_surnames(key)):
            by_surname[surname].append(key)
        parts = key.split()
        by_ends[parts[0], parts[-1]].append(key)
    for same in by_ends.values():
        for key in same[1:]:
            middles = [k.split()[1:-1] for k in (same[0], key)]
            if not all(middles) or middles[0][0][0] == middles[1][0][0]:
                clusters.merge_names(key, same[0], "middle name")
    for key in (name for name in full if len(name.split()[-1]) == 1):
        first, letter = key.split()[0], key.split()[-1]
        longer = [n for n in full if n.split()[0] == first and len(n.split()[-1]) > 1 and n.split()[-1][0] == letter]
        if len(clusters.roots(longer)) == 1:
            clusters.merge_names(key, longer[0], "initial")
    for account, key in sorted(clusters.mentions):
        if clusters.own_kinds[account, key] not in ("Person", "") or key not in by_surname:
            continue
        names = [name for name in by_surname[key] if name != key]
        here = sorted({clusters.find((account, n)) for n in names if (account, n) in clusters.mentions})
        anywhere = here or clusters.roots(names)
        if len(anywhere) == 1:
            clusters.merge((account, key), anywhere[0], "surname")
    _merge_given_names(clusters, full)


def _merge_given_names(clusters: Clusters, full: Sequence[str]) -> None:
    """A given name alone and the one person in the account who bears it."""
    by_given: dict[str, list[str]] = defaultdict(list)
    for key in full:
        by_given[key.split()[0]].append(key)
    for account, key in sorted(clusters.mentions):
        if clusters.own_kinds[account, key] == "Person" and key in by_given:
            here = {clusters.find((account, name)) for name in by_given[key] if (account, name) in clusters.mentions}
            if len(here) == 1:
                clusters.merge((account, key), here.pop(), "given name")


#: How far down an account a headline may reach, in characters.
_TOP = 150


def prefix_candidates(clusters: Clusters) -> Iterator[tuple[str, str, bool]]:
    """Short names, longer names that begin with them, and whether the longer one is surely the same thing."""
    by_first: dict[str, list[str]] = defaultdict(list)
    for key in clusters.keys:
        by_first[key.split()[0]].append(key)
    for short in sorted(clusters.keys, key=lambda key: (-key.count(" "), key)):
        parts = short.split()
        if not clusters.may_be(short, "Organisation") or _is_fixed(clusters, short):
            continue
        longer = [
            key
            for key in by_first[parts[0]]
            if len(key.split()) > len(parts)
            and key.split()[: len(parts)] == parts
            and clusters.kinds[key] == "Organisation"
        ]
        for long in longer:
            rest = long.split()[len(parts) :]
            sure = (
                rest[0] not in ("and", "&")
                and rest[-1] not in words("heads-after-a-place")
                and (len(parts) > 1 or rest[0] != "of")
            )
            sure = sure and len(clusters.roots(longer)) == 1
            yield short, long, sure and (rest[-1] in words("left-out-last-words") or _follows(clusters, short, long))


def _is_fixed(clusters: Clusters, key: str) -> bool:
    """Whether a short name is a name in its own right: an acronym, a place, a person, or known beforehand."""
    shown = clusters.mentions[clusters.accounts(key)[0], key][0].surface
    return is_acronym(shown) or bool(_KNOWN.kind(shown)) or key in given_names() or key in country_words()


def _follows(clusters: Clusters, short: str, long: str) -> bool:
    """Whether, in each account that has both, the full name comes before the short one."""
    for account in clusters.accounts(short):
        if (account, long) in clusters.mentions:
            first_short = min(m.excerpt.start for m in clusters.mentions[account, short])
            first_long = min(m.excerpt.start for m in clusters.mentions[account, long])
            if first_short < first_long and not _only_in_the_headline(clusters.mentions[account, short], first_long):
                return False
    return True


def _only_in_the_headline(short: Sequence[NameMention], first_long: int) -> bool:
    """Whether of the short name only one mention, at the very top, stands before the full name soon after it."""
    before = [m.excerpt.start for m in short if m.excerpt.start < first_long]
    return len(before) == 1 and before[0] < _TOP and first_long - before[0] < 2 * _TOP


def merge_prefixes(clusters: Clusters) -> None:
    """“Nordlys” and “Nordlys Ferries”, “Central Bank” and “Central Bank of Ireland”, “Solveig” and “MV Solveig”."""
    for short, long, sure in prefix_candidates(clusters):
        if sure:
            clusters.merge_names(short, long, "prefix")
    for key in clusters.keys:
        head, _, rest = key.partition(" ")
        if head in ("storm", "hurricane", "typhoon", "cyclone") and clusters.kinds.get(rest) in ("Event", ""):
            clusters.merge_names(rest, key, "prefix")
        if head in words("ship-prefixes") and rest in clusters.kinds and clusters.kinds[key] in ("Vehicle", ""):
            clusters.merge_names(rest, key, "prefix")


def merge_short_names(clusters: Clusters) -> None:
    """“The Chronicle” and the one “Carrow Chronicle”, “Sol Bajo” and “Minera Sol Bajo”: only when no other fits."""
    by_end: dict[str, list[str]] = defaultdict(list)
    for key in clusters.keys:
        head, _, rest = key.partition(" ")
        if clusters.kinds[key] == "Organisation" and rest:
            if rest.rpartition(" ")[2] in words("papers-known-for-short"):
                by_end[rest.rpartition(" ")[2]].append(key)
            if (
                (head in words("left-out-first-words") or head in words("first-words-organisation"))
                and " " in rest
                and clusters.kinds.get(rest) in ("Organisation", "")
            ):
                clusters.merge_names(rest, key, "prefix")
    for short, names in sorted(by_end.items()):
        one = len(clusters.roots(names)) == 1
        if one and clusters.kinds.get(short) in ("Organisation", "") and not _KNOWN.kind(short):
            clusters.merge_names(short, names[0], "prefix")


def merge_initials(clusters: Clusters, defined: Mapping[str, Mapping[str, str]]) -> None:
    """An acronym that nobody defines and the only name of those initials."""
    long_by: dict[str, list[str]] = defaultdict(list)
    for key in clusters.keys:
        if " " in key and clusters.kinds[key] in ("Organisation", "Law"):
            for letters in sorted(initials(key)):
                long_by[letters].append(key)
    for key in clusters.keys:
        shown = clusters.mentions[clusters.accounts(key)[0], key][0].surface
        if key in defined or not is_acronym(shown) or len(key.replace(".", "")) < 3:
            continue
        names = long_by.get(key.replace(".", ""), [])
        if len(clusters.roots(names)) == 1:
            clusters.merge_names(key, names[0], "initials")


def spelled_alike(clusters: Clusters, cutoff: float) -> list[tuple[str, str, float]]:
    """Pairs of names of one class whose words, sorted, are at least ``cutoff`` (of 100) alike.

    Only names of as many words with the same first letters are compared: spellings differ further in.
    """
    from rapidfuzz import fuzz

    found = []
    alike: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for key in clusters.keys:
        if clusters.kinds[key] and len(key) >= 7:
            alike[clusters.kinds[key], *sorted(word[0] for word in key.split())].append(key)
    for signature in sorted(alike):
        keys = sorted(alike[signature], key=lambda k: (len(k), k))
        for number, left in enumerate(keys):
            for right in keys[number + 1 :]:
                if len(right) > 1.25 * len(left):
                    break
                score = fuzz.token_sort_ratio(left, right, score_cutoff=cutoff)
                if score >= cutoff and _only_spelling(left, right):
                    found.append((left, right, score))
    return found


def _only_spelling(left: str, right: str) -> bool:
    """Whether two names differ as spellings do: no other number, direction, given name or short word."""
    a, b = set(left.split()), set(right.split())
    differing = sorted((a - b) | (b - a))
    if any(any(c.isdigit() for c in w) or w in words("directions") or w in given_names() for w in differing):
        return False
    return all(len(w) >= 4 or w in words("small-words") for w in differing)


def merge_spellings(clusters: Clusters) -> None:
    """Names spelled almost alike: “Organisation” and “Organization”. Never a name with a word more or less."""
    for left, right, score in spelled_alike(clusters, 90.0):
        clusters.merge_names(left, right, f"token-sort {score:.0f}")
