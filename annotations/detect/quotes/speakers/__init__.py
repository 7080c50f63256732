"""Who a speaker is: from a noun phrase in the text to a name."""
