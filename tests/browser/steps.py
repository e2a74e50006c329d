"""What the tests of a page do again and again."""

from playwright.sync_api import Page

from sysgraph.model import Node

# Works on the canvas itself: whether anything was drawn, and in which colours.
DRAWN = """() => {
  const canvas = document.querySelector('#canvas canvas');
  const { data } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const seen = new Set();
  for (let at = 0; at < data.length; at += 4) seen.add(`${data[at]},${data[at + 1]},${data[at + 2]},${data[at + 3]}`);
  return [...seen];
}"""
PLACE = """(id) => {
  const { x, y } = picture.place(id);
  const box = document.querySelector('#canvas canvas').getBoundingClientRect();
  return { x: x + box.x, y: y + box.y };
}"""
ROWS = "() => [...document.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent))"


def shown(page: Page, one: Node) -> bool:
    return bool(page.evaluate("(id) => picture.has(id)", one.id))


def click(page: Page, one: Node) -> None:
    place = page.evaluate(PLACE, one.id)
    page.mouse.click(place["x"], place["y"])


def find(page: Page, words: str) -> None:
    page.get_by_role("combobox").fill(words)


def rgb(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"
