"""The portal's web pages: rendered here, without JavaScript, for the links in mails and for activation at home.

``serve`` takes a request apart and picks the page; ``visit`` is what a page is given; ``page`` is what it gives back
and how that is rendered; ``form`` reads what was typed; ``wording`` holds the words. Each page has its own module. To
add a page: a function for GET, one for POST, a row in ``serve.PAGES``, a template and words in ``resources/web``.
"""
