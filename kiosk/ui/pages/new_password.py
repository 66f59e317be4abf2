"""A password being chosen: its field, and the source's rules ticking below it (S5-S7, S43)."""

from __future__ import annotations

from kiosk.domain.credentials import PasswordRule, met_rules
from kiosk.ui.widgets import PasswordField, RuleChecklist, RuleState

__all__ = ["NewPassword"]


class NewPassword(PasswordField):
    """A `PasswordField` with NAME_rules; the one field that is looked at while it is typed."""

    def __init__(self, name: str) -> None:
        """Make an empty field with three open rules."""
        self._rules = RuleChecklist(("", "", ""), name=f"{name}_rules")
        super().__init__(name)
        self._column.addWidget(self._rules)
        self.edit.textChanged.connect(self._tick)

    def retranslate(self) -> None:
        """Look up the rules: the source's words, to the letter."""
        super().retranslate()
        self._rules.set_rows(
            (
                self.tr("at least 6 characters"),
                self.tr("at least one number OR an upper case letter"),
                self.tr("no special characters (#%&*): only letters A-Z and numbers"),
            )
        )

    def _tick(self, typed: str) -> None:
        met = met_rules(typed)
        states = {rule: RuleState.MET if rule in met else RuleState.OPEN for rule in PasswordRule}
        if typed and PasswordRule.NO_SPECIAL not in met:
            # A wrong sign stays wrong however much is typed; the other rules may still be met.
            states[PasswordRule.NO_SPECIAL] = RuleState.BROKEN
        self._rules.set_states(list(states.values()))
