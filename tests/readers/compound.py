"""Writes compound files, the format of .msg: no well-kept library writes them.

After [MS-CFB], with one simplification that readers accept: siblings in a chain, not a tree.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field

Tree = Mapping[str, "bytes | Tree"]

_SECTOR, _MINI = 512, 64
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_CUTOFF = 4096


@dataclass
class _Entry:
    name: str
    kind: int
    data: bytes = b""
    children: list[int] = field(default_factory=list)


def compound(tree: Tree) -> bytes:
    """A compound file with these storages and streams."""
    entries = [_Entry("Root Entry", 5)]
    _add(entries, 0, tree)
    mini, starts = b"", dict[int, int]()
    mini_fat: list[int] = []
    for number, entry in enumerate(entries):
        if entry.kind == 2 and entry.data and len(entry.data) < _CUTOFF:
            starts[number] = len(mini_fat)
            count = -(-len(entry.data) // _MINI)
            mini_fat += [*range(len(mini_fat) + 1, len(mini_fat) + count), _END]
            mini += entry.data.ljust(count * _MINI, b"\0")
    fat: list[int] = []
    body = b""

    def place(data: bytes) -> int:
        nonlocal body
        if not data:
            return _END
        first, count = len(fat), -(-len(data) // _SECTOR)
        fat.extend([*range(first + 1, first + count), _END])
        body += data.ljust(count * _SECTOR, b"\0")
        return first

    for number, entry in enumerate(entries):
        if len(entry.data) >= _CUTOFF:
            starts[number] = place(entry.data)
    starts[0], entries[0].data = place(mini), mini
    mini_fat_at = place(struct.pack(f"<{len(mini_fat)}I", *mini_fat).ljust(_SECTOR, b"\xff"))
    directory = b"".join(_packed(entries, number, starts) for number in range(len(entries)))
    directory_at = place(directory)
    fat.append(_FAT)
    fat_at = len(fat) - 1
    table = struct.pack(f"<{len(fat)}I", *fat).ljust(_SECTOR, b"\xff")
    assert len(table) == _SECTOR, "one sector of table is enough for a test"
    header = struct.pack(
        "<8s16xHHHHH6xIIIIIIIII",
        bytes.fromhex("d0cf11e0a1b11ae1"), 0x3E, 3, 0xFFFE, 9, 6,
        0, 1, directory_at, 0, _CUTOFF, mini_fat_at, 1, _END, 0,
    )  # fmt: skip
    return header + struct.pack("<109I", fat_at, *[_FREE] * 108) + body + table


def _add(entries: list[_Entry], parent: int, tree: Tree) -> None:
    for name, content in tree.items():
        number = len(entries)
        entries[parent].children.append(number)
        if isinstance(content, bytes):
            entries.append(_Entry(name, 2, content))
        else:
            entries.append(_Entry(name, 1))
            _add(entries, number, content)


def _packed(entries: list[_Entry], number: int, starts: Mapping[int, int]) -> bytes:
    entry = entries[number]
    siblings = next((e.children for e in entries if number in e.children), [])
    after = siblings[siblings.index(number) + 1 :] if number in siblings else []
    name = f"{entry.name}\0".encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII36xIQ",
        name, len(name), entry.kind, 1, _FREE, after[0] if after else _FREE,
        entry.children[0] if entry.children else _FREE,
        starts.get(number, _END), len(entry.data),
    )  # fmt: skip


def message(
    *, subject: str, body: str, sender: str, to: str, attached: Mapping[str, bytes]
) -> bytes:
    """An Outlook message."""

    def text(value: str) -> bytes:
        return value.encode("utf-16-le")

    tree = _listed(
        32,
        {
            0x0037001F: text(subject),
            0x1000001F: text(body),
            0x0C1A001F: text(sender),
            0x5D01001F: text(sender),
        },
    )
    tree["__recip_version1.0_#00000000"] = _listed(
        8, {0x3001001F: text(to), 0x39FE001F: text(to), 0x3003001F: text(to)}
    )
    for number, (name, data) in enumerate(attached.items()):
        tree[f"__attach_version1.0_#{number:08X}"] = _listed(
            8, {0x3707001F: text(name), 0x37010102: data}
        )
    return compound(tree)


def _listed(header: int, values: Mapping[int, bytes]) -> dict[str, bytes | Tree]:
    """Properties as streams, and the stream that lists them; a tag is an id and a type."""
    segments = b"".join(
        struct.pack("<IIII", tag, 6, len(value) + 2, 0) for tag, value in values.items()
    )
    listed: dict[str, bytes | Tree] = {"__properties_version1.0": bytes(header) + segments}
    return listed | {f"__substg1.0_{tag:08X}": value for tag, value in values.items()}
