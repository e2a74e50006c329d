"""Figures for papers: the lines around an actor on one page, as SVG, PDF or PNG, and in words."""

from sysgraph.views.figure.canvas import Picture
from sysgraph.views.figure.fitting import ORIENTATIONS, Wish, figure
from sysgraph.views.figure.part import DRAWN, KINDS, Part, part_about

__all__ = ["DRAWN", "KINDS", "ORIENTATIONS", "Part", "Picture", "Wish", "figure", "part_about"]
