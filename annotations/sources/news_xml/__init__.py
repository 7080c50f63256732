"""News as agencies send it: NITF, NewsML-G2, NewsML 1, and what was built on them."""
