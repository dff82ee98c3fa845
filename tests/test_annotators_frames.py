"""Frames, each by its examples. All sentences are invented."""

import pytest

from incident_graph.annotators.frame_examples import check_frames
from incident_graph.profile.frame import Frame
from incident_graph.profile.frames import load_frames


@pytest.mark.parametrize("frame", load_frames(), ids=lambda frame: frame.name)
def test_the_examples_of_a_frame_do_what_they_say(frame: Frame) -> None:
    assert [finding.message for finding in check_frames([frame])] == []
