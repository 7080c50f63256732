"""Tables for people who code events and for statistics: an annotation a row, a layer a table.

`columns` says what a table is; `names`, `quotes` and `figures` are one layer each, `incidents` what
figures of many articles say of one event. `csv_files` and `parquet` write them; `guard` keeps
spreadsheets from running what stands in a cell.
"""
