"""Quotations: stretches inside quotation marks, and the verb and speaker beside them."""
