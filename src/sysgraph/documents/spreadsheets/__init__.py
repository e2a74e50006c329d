"""Workbooks and tables of separated values: what stands on a sheet, laid out as headings, paragraphs and tables.

Every format fills the same `Grid`, and one module lays grids out, so that a plan comes out the same from each of them.
"""
