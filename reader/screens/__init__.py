"""What fills the terminal: the library, the article, and the dialogs over them."""
