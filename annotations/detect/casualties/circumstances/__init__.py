"""What the sentences say about a figure: `places`, `moments`, `claimants`, what it is a part of
(`parts`), whether it belongs to the past (`history`), and its other `flags`.
"""
