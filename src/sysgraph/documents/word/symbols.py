"""What the signs of symbol fonts show: their codes are those of letters, and mean nothing in another font."""

# By the lower byte of the code; what is not listed is known to nobody but the font.
_WINGDINGS = {
    0x22: "✂", 0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4B: "😐", 0x4C: "☹", 0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "☐",
    0x70: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "❖", 0x77: "◆", 0x9E: "•", 0x9F: "•", 0xA1: "○", 0xA7: "▪",
    0xA8: "☐", 0xAB: "★", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xEF: "⇦", 0xF0: "⇨",
    0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0x97: "●", 0x98: "●", 0xA3: "☐", 0x2A: "☐",
}  # fmt: skip
_WINGDINGS_3 = {0x7D: "▶", 0x22: "↔", 0x66: "←", 0x67: "→", 0x68: "↑", 0x69: "↓", 0x70: "▲", 0x71: "▼"}
_WEBDINGS = {0x61: "✓", 0x72: "✗", 0x6E: "●", 0x63: "☐", 0x33: "◀", 0x34: "▶", 0x35: "▲", 0x36: "▼", 0x67: "■"}
_SYMBOL = {
    0xB7: "•", 0xB0: "°", 0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xAC: "←", 0xAE: "→",
    0xAD: "↑", 0xAF: "↓", 0xAB: "↔", 0xA9: "♥", 0xA7: "♣", 0xA8: "♦", 0xAA: "♠", 0xBB: "≈", 0xBC: "…", 0xD6: "√",
    0xD2: "®", 0xD3: "©", 0xD4: "™", 0xF0: "€", 0xA0: "€", 0x2D: "-", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ",
    0x44: "Δ", 0x6D: "µ", 0x70: "π", 0x73: "σ", 0x53: "Σ", 0xA2: "′", 0xB2: "″",
}  # fmt: skip
_FONTS = {
    "wingdings": _WINGDINGS,
    "wingdings 2": _WINGDINGS_2,
    "wingdings 3": _WINGDINGS_3,
    "webdings": _WEBDINGS,
    "symbol": _SYMBOL,
}
_PRIVATE = range(0xE000, 0xF900)


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are signs."""
    return font.strip().lower() in _FONTS


def sign(code: int, font: str) -> str | None:
    """What a character shows in a font, or None where nobody but the font knows."""
    signs = _FONTS.get(font.strip().lower())
    if signs is not None:
        byte = code & 0xFF
        plain = chr(byte) if signs is _SYMBOL and chr(byte) in " 0123456789.,:;()[]/+=%<>" else None
        return " " if byte == 0x20 else signs.get(byte, plain)
    if code in _PRIVATE or not 0x20 <= code <= 0x10FFFF or 0xD800 <= code < 0xE000:
        return None
    return chr(code)
