"""Round-ups: sections that tell of something else are left out; all texts are invented."""

from incident_graph.accounts import Account
from incident_graph.extraction.relevance import unrelated, without
from incident_graph.text.documents import read_document

STORY = (
    "Leak at Harbourline\n\nThe airline Harbourline said the passport records of its customers were stolen from a "
    "server. Hackers offered the stolen passport records on a forum, and Harbourline customers were told by letter. "
    "Regulators opened an inquiry into the stolen server and the customers' passports."
)
ROUND_UP = STORY.replace("Leak at Harbourline", "Morning round-up") + (
    "\n\nStriker signs for rovers\n\nThe striker joined on a free transfer after scoring twice in the cup tie, and "
    "fans queued outside the stadium to buy shirts printed with his number before the derby kicks off.\n\n"
    "Orchard prize for village\n\nJudges praised ripe plums, crisp pears and a hedge of quince that gardeners "
    "planted beside the chapel, where a brass band played waltzes until dusk.\n"
)


def accounts(count: int) -> list[Account]:
    texts = [ROUND_UP, *(f"{STORY} Paper {n} said so." for n in range(count - 1))]
    return [Account(f"{n:064d}"[::-1], f"{n}.txt", text) for n, text in enumerate(texts)]


def test_what_no_other_account_speaks_of_is_left_out() -> None:
    documents = [read_document(a) for a in accounts(8)]
    found = unrelated(documents, {}, {})
    assert list(found) == [documents[0].account.id]
    left = without(documents[0], found[documents[0].account.id])
    text = " ".join(ROUND_UP[s.start : s.end] for s in left.sentences)
    assert "passport" in text
    assert "striker" not in text.lower()
    assert "quince" not in text


def test_few_accounts_are_never_cut() -> None:
    documents = [read_document(a) for a in accounts(3)]
    assert unrelated(documents, {}, {}) == {}


def test_an_account_wholly_about_something_else_is_kept() -> None:
    odd = Account("f" * 64, "odd.txt", "A tale of plums\n\n" + ROUND_UP.split("\n\n")[-1] * 3)
    documents = [read_document(a) for a in [*accounts(8), odd]]
    assert odd.id not in unrelated(documents, {}, {})
