"""The device's two encrypted files: ``outbox.db`` (sealed operations, receipts, audit) and ``local.db`` (the rest)."""
