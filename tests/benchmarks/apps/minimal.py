"""The least that a Textual app can be: what every start is measured against."""

from textual.app import App, ComposeResult
from textual.widgets import Static

FIRST_WORDS = "One line of text, and nothing else."


class MinimalApp(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """One widget."""
        yield Static(FIRST_WORDS)


if __name__ == "__main__":
    MinimalApp().run()
