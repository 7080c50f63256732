"""`python -m reader` does what `closeread` does."""

import sys

from reader.cli import main

sys.exit(main())
