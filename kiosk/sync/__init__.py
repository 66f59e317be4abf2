"""Operations to the portal, changes from it: one sync (`engine`), the loop around it, and HTTP (`gateway`)."""
