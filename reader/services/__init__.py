"""Work that goes on behind the screens: the open store, adding articles, detection."""
