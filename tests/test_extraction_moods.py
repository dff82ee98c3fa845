"""What did not happen, as far as the sentence says: each rule by its examples. All sentences are invented."""

import pytest
from test_extraction_ties import bracketed

from incident_graph.extraction.moods import Mood, moods, unreal


@pytest.mark.parametrize("mood", moods(), ids=lambda mood: mood.id)
def test_a_mood_holds_where_its_example_says_so(mood: Mood) -> None:
    assert unreal(*bracketed(mood.fires)) == mood.id
    assert unreal(*bracketed(mood.must_not)) == ""
