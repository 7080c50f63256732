"""Names, and the numbers and dates that OntoNotes counts as entities."""
