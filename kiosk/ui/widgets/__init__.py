"""The pieces that screens are built of; each knows Qt, the theme and the language, and no rule of the product."""

from kiosk.ui.widgets.action import Action, ActionRole
from kiosk.ui.widgets.choices import ChoiceField, RadioRows
from kiosk.ui.widgets.date_field import DateField
from kiosk.ui.widgets.footer import Footer, ProgressStrip
from kiosk.ui.widgets.keyboard import OnScreenKeyboard
from kiosk.ui.widgets.line_edit import FieldKind, PlainLineEdit
from kiosk.ui.widgets.messages import BusyOverlay, Cover, ErrorSummary, Problem, announce
from kiosk.ui.widgets.password import PasswordField, RuleChecklist, RuleState
from kiosk.ui.widgets.rows import CheckRow, RadioRow
from kiosk.ui.widgets.scroll import FollowingScroll, ScrollArea
from kiosk.ui.widgets.surface import Piece
from kiosk.ui.widgets.text import BigCode, Card, Notice, Role, Text
from kiosk.ui.widgets.text_field import TextField
from kiosk.ui.widgets.top_bar import TopBar

__all__ = [
    "Action",
    "ActionRole",
    "BigCode",
    "BusyOverlay",
    "Card",
    "CheckRow",
    "ChoiceField",
    "Cover",
    "DateField",
    "ErrorSummary",
    "FieldKind",
    "FollowingScroll",
    "Footer",
    "Notice",
    "OnScreenKeyboard",
    "PasswordField",
    "Piece",
    "PlainLineEdit",
    "Problem",
    "ProgressStrip",
    "RadioRow",
    "RadioRows",
    "Role",
    "RuleChecklist",
    "RuleState",
    "ScrollArea",
    "Text",
    "TextField",
    "TopBar",
    "announce",
]
