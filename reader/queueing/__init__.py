"""Reviewing what waits in many articles, one thing after the other: all that needs no screen.

`order` says in which parts the work is done, `review_queue` where somebody is in it, `seeking`
finds the next, `pace` says how fast it goes.
"""
