"""``python -m kiosk.portal`` is ``kiosk-portal``."""

import sys

from kiosk.portal.cli import main

if __name__ == "__main__":
    sys.exit(main())
