"""The screens: everything here is Qt, and nothing here decides a rule of the product."""
