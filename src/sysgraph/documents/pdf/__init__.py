"""PDF, tagged and untagged: `read_pdf(file)`.

PDFium tells the letters, lines and pictures of a page, pypdf the tag tree. Pages are read one after another and closed;
what is kept of a page are its lines. What only the whole document tells comes after: furniture, the size of its body,
its headings, the words it uses, and what a page's end has parted.
"""

from sysgraph.documents.pdf.reader import read_pdf

__all__ = ["read_pdf"]
