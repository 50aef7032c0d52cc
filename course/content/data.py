"""What the files in ``data`` hold of a course: works, terms, people, cases, meetings, numbers, law.

Each is read when it is asked for, and anew where its file was changed; where a folder lacks the
file, nothing of it is known, and the rest goes on.
"""

from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrs import frozen

from course.content.cases import Cases, read_cases
from course.content.filled import Filling, Number, read_numbers
from course.content.overlaid import Overlaid
from course.once import known

if TYPE_CHECKING:
    from course.content.cast import Cast
    from course.content.glossary import Entry
    from course.content.law.register import Law
    from course.content.meeting import Leading, Meeting
    from course.content.references import Reference
    from course.content.scenes import Scenes
    from course.networks.municipality import Municipality

T = TypeVar("T")

_FILLING = ("data/numbers.json", "data/municipality/ties.csv", "data/cases.yml", "data/cast.yml")
"""The files of which something is filled into the texts of others."""


@frozen
class Data(Overlaid):
    """The data of a course in some folders, laid over one another.

    What an exercise does not stand on is imported where it is asked for: a session begins sooner.
    """

    @property
    def references(self) -> "dict[str, Reference]":
        """All works of the bibliography by key; none in a folder that has no bibliography."""
        from course.content.references import read_references

        return self._read("data/references.yml", read_references, {})

    @property
    def glossary(self) -> "dict[str, Entry]":
        """All terms of the glossary by id; an overlay's are added, or take the place of ours."""
        from course.content.glossary import read_glossary

        filling, found = self.filling, {}
        for file in self.layers("data/glossary.yml"):
            found.update(read_glossary(file, file.stat().st_mtime_ns, filling))
        return found

    @property
    def cast(self) -> "Cast":
        """The people, streets, units and days of the story; none in a folder that has no cast."""
        from course.content.cast import read_cast

        files = self.layers("data/cast.yml")
        return read_cast(files, tuple(file.stat().st_mtime_ns for file in files))

    @property
    def cases(self) -> Cases:
        """The cases that the course tells, with their evidence; none in a folder that has none."""
        return self._read("data/cases.yml", read_cases, Cases())

    @property
    def scenes(self) -> "Scenes":
        """The pictures that open the lessons; none in a folder that has none."""
        from course.content.scenes import read_scenes

        files = self.layers("data/scenes.yml")
        return read_scenes(files, tuple(file.stat().st_mtime_ns for file in files))

    def meeting(self, lesson: str) -> "Meeting | None":
        """How a group takes a lesson together; None where no file says it."""
        from course.content.meeting import read_meeting

        read = partial(read_meeting, filling=self.filling)
        return self._read(f"data/meetings/{lesson}.yml", read, None)

    @property
    def leading(self) -> "Leading":
        """What holds for every meeting; nothing in a folder that says nothing of them."""
        from course.content.meeting import Leading, read_leading

        read = partial(read_leading, filling=self.filling)
        return self._read("data/meetings/all.yml", read, Leading())

    @property
    def numbers(self) -> Mapping[str, Number]:
        """The numbers that texts refer to by name; none in a folder that has no such file."""
        return self._read("data/numbers.json", read_numbers, {})

    @property
    def municipality(self) -> "Municipality | None":
        """The network of an overlay's own municipality; None where there is none above ours."""
        name = "data/municipality/ties.csv"
        ties = self.file(name)
        if ties == self.folders[0] / name or not ties.is_file():  # an overlay may lie within ours
            return None
        from course.networks.municipality import municipality_in

        return municipality_in(ties.parent, (ties.stat().st_mtime_ns,))

    @property
    def filling(self) -> Filling:
        """What texts are filled in with: the numbers of the data, and an overlay's own names."""
        return known(("filling", self.folders), lambda: _filling(self, self.changed(*_FILLING)))

    @property
    def law(self) -> "Law":
        """The register of the law that the course leans on; empty in a folder that has none."""
        from course.content.law.register import Law, read_law

        return self._read("data/law.yml", read_law, Law())

    def _read(self, name: str, read: Callable[[Path, int], T], otherwise: T) -> T:
        """What a file holds, read anew where it was changed; something else where there is none."""
        file = self.file(name)
        return read(file, file.stat().st_mtime_ns) if file.is_file() else otherwise


@lru_cache(maxsize=16)
def _filling(course: Data, _changed: tuple[int, ...]) -> Filling:
    """One and the same as long as its files are, so that what was filled in with it is kept."""
    if len(course.folders) == 1:  # nothing has another's place
        return Filling(course.numbers, cases=lambda: course.cases)
    return Filling.between(
        Data(course.folders[:1]).cast,
        course.cast,
        numbers=course.numbers,
        municipality=course.municipality,
        cases=lambda: course.cases,
    )
