"""Words for everything the domain says."""

from __future__ import annotations

import pytest

from kiosk.domain import flow
from kiosk.domain.age import AgeDecision
from kiosk.domain.flow import Step
from kiosk.domain.outcomes import Outcome
from kiosk.domain.questions import SecretQuestion
from kiosk.domain.refusals import Refusal
from kiosk.domain.values import Gender, Relationship
from kiosk.ui import texts
from kiosk.ui.pages import PAGES


@pytest.mark.parametrize("reason", [*Refusal, *texts.Setback])
def test_every_refusal_has_a_sentence(reason: Refusal | texts.Setback) -> None:
    """No refusal leaves the patient without a word, with or without a character to blame."""
    assert texts.sentence(reason)
    assert "%1" not in texts.sentence(reason, character="#")


def test_no_two_refusals_share_a_sentence() -> None:
    """Each refusal says something of its own."""
    said = [texts.sentence(reason) for reason in [*Refusal, *texts.Setback]]
    assert len(set(said)) == len(said)


@pytest.mark.rule("S33")
def test_every_question_has_words_of_its_own() -> None:
    """Each secret question can be read and told from the others."""
    said = {texts.question(asked) for asked in SecretQuestion}
    assert len(said) == len(SecretQuestion)
    assert all(words.endswith("?") for words in said)


@pytest.mark.rule("S8")
@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_a_sentence(outcome: Outcome) -> None:
    """Whatever the portal decides, the patient is told."""
    assert all(texts.outcome_sentence(outcome, "HealthKey", has_email=known) for known in (True, False, None))


@pytest.mark.rule("S11")
def test_choices_and_ages_have_words() -> None:
    """Genders, relationships and the age policy's stops are told apart."""
    assert len({texts.gender(value) for value in Gender}) == len(Gender)
    assert len({texts.relationship(value) for value in Relationship}) == len(Relationship)
    assert texts.age_sentence(AgeDecision.GO_ON) == ""
    assert texts.age_sentence(AgeDecision.GUARDIAN) != texts.age_sentence(AgeDecision.DESK) != ""


def test_every_step_has_its_page() -> None:
    """The flow and the folder of pages name the same steps, and each slug is used once."""
    assert set(PAGES) == set(Step)
    assert set(flow.ROUTES) < set(PAGES)
    assert len({page.slug for page in PAGES.values()}) == len(PAGES)
