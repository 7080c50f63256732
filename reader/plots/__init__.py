"""What is plotted of a name over time: periods, what is counted in each, and the bars."""
