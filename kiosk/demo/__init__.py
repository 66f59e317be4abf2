"""``kiosk demo``: the whole house on one machine, played by hand in two windows or by itself without any."""
