"""Keys and locked files: opening SQLCipher databases and checking staff PINs; shared by device and portal."""
