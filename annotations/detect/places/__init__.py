"""Places on the map: the gazetteer, and which of its places an article means."""
