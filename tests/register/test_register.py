"""A register of one's own: how its files are read, and what is said of a file that is none."""

from pathlib import Path

import pytest

from sysgraph.errors import RegisterError
from sysgraph.register import Register

GOOD = """\
defaults: {kind: Organisation, category: nhs_trust}
entries:
- {ods: X01, name: Anytown Healthcare NHS Trust, aliases: [AHT], closed: 2019-03-31,
   successor: X02, succeeded_on: 2019-04-01}
- {ods: X02, name: Anyshire Hospitals NHS Foundation Trust, aliases: [AHT], former: [Anyshire Infirmary NHS Trust]}
"""


def _folder(tmp_path: Path, text: str, name: str = "trusts.yaml") -> Path:
    (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def test_a_folder_of_files_is_a_register(tmp_path: Path) -> None:
    register = Register.load(_folder(tmp_path, GOOD))
    assert [entry.code for entry in register.entries] == ["X01", "X02"]
    assert register.kinds == ()
    closed = register.entries[0]
    assert (closed.opened, closed.closed, closed.codes, closed.source) == (
        None,
        "2019-03-31",
        (("ods", "X01"),),
        "trusts.yaml",
    )
    assert register.succession(closed) == (register.entries[1],)


def test_open_bodies_come_before_closed_ones_of_the_same_abbreviation(tmp_path: Path) -> None:
    register = Register.load(_folder(tmp_path, GOOD))
    assert [entry.code for entry in register.find("AHT")] == ["X02", "X01"]


def test_a_former_name_is_an_alias_and_stands_behind_an_official_one(tmp_path: Path) -> None:
    register = Register.load(
        _folder(
            tmp_path, GOOD + "- {ods: X03, name: Anyshire Infirmary NHS Trust}\n- {ods: X04, name: Infirmary NHS FT}\n"
        )
    )
    assert register.entries[1].aliases == ("AHT", "Anyshire Infirmary NHS Trust")
    assert [entry.code for entry in register.find("Anyshire Infirmary NHS Trust")] == ["X03"]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("entries: [", r"trusts.yaml is not YAML in UTF-8: .*line 2"),
        ("- one\n- two\n", r"trusts.yaml is not a register file: it begins with no mapping"),
        ("defaults: {}\n", r"trusts.yaml has no entries"),
        ("defaults: []\nentries: [{ods: X1, name: A}]\n", r"trusts.yaml: defaults is not a mapping"),
        ("entries:\n- Anytown\n", r"trusts.yaml, item 1 of entries is not a mapping .*'Anytown'"),
        (GOOD + "- {ods: X03}\n", r"trusts.yaml, entry 3 \(no name\): name: Field required"),
        (GOOD + "- {name: Anytown NHS Trust}\n", r"entry 3 \(Anytown NHS Trust\): .*it has no code"),
        (GOOD + "- {ods: X03, name: Anytown, aliases: AT}\n", r"entry 3 \(Anytown\): aliases: .*list"),
        (GOOD + "- {ods: X03, name: Anytown, nickname: AT}\n", r"entry 3 \(Anytown\): nickname: Extra"),
        (
            GOOD + "- {ods: X03, name: Anytown, kind: Planet}\n",
            r"entry 3 \(Anytown\): .*kind Planet is not in the vocabulary",
        ),
        (GOOD + "- {ods: X03, name: Anytown, opened: May 2019}\n", r"entry 3 \(Anytown\): opened: "),
        (
            GOOD + "- {ods: X03, name: Anytown, opened: 2019, closed: 2018}\n",
            r"closes \(2018\) before it opens \(2019\)",
        ),
        (GOOD + "- {ods: X03, name: Anytown, successor: X01}\n", r"successor and succeeded_on belong together"),
        (GOOD + "- {ods: X01, name: Anytown}\n", r"Anytown has the code X01, which Anytown Healthcare NHS Trust"),
        (GOOD + "- {ods: X03, name: Anytown, icb: QXX}\n", r"Anytown names as its icb QXX, which no entry has"),
    ],
)
def test_a_faulty_file_is_named_with_the_entry_and_the_fault(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(RegisterError, match=says):
        Register.load(_folder(tmp_path, text))


def test_a_faulty_kind_of_board_is_named(tmp_path: Path) -> None:
    _folder(tmp_path, GOOD)
    _folder(tmp_path, "kinds:\n- {name: local board, kind: Boards}\n", "board_kinds.yaml")
    with pytest.raises(RegisterError, match=r"board_kinds.yaml, kind 1 \(local board\): .*kind Boards"):
        Register.load(tmp_path)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "trusts.yaml").write_bytes(b"entries: \xff\xfe")
    with pytest.raises(RegisterError, match=r"trusts.yaml is not YAML in UTF-8"):
        Register.load(tmp_path)


def test_a_folder_without_a_register_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="holds no register"):
        Register.load(tmp_path)
    with pytest.raises(RegisterError, match="is not a folder"):
        Register.load(tmp_path / "nowhere")


def test_the_lines_of_an_entry_are_given_as_they_stand_in_its_file(tmp_path: Path) -> None:
    block = "- ods: X03\n  name: Anyshire Ambulance NHS Trust\n- {id: nat, ods: X04, name: Anyshire Blood NHS Trust}\n"
    register = Register.load(_folder(tmp_path, GOOD + block))
    written = [register.written(entry) for entry in register.entries]
    assert written[0] == "\n".join(GOOD.splitlines()[2:4])
    assert written[1] == GOOD.splitlines()[4]
    assert written[2] == "- ods: X03\n  name: Anyshire Ambulance NHS Trust"
    assert written[3] == "- {id: nat, ods: X04, name: Anyshire Blood NHS Trust}"


def test_a_register_made_without_files_gives_no_lines(tmp_path: Path) -> None:
    made = Register(Register.load(_folder(tmp_path, GOOD)).entries)
    assert [made.written(entry) for entry in made.entries] == ["", ""]
