"""What every exercise has, whatever its kind."""

from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from course.words.bilingual import Text

if TYPE_CHECKING:
    from course.networks.municipality import Municipality


@frozen(kw_only=True)
class Exercise:
    """The head of an exercise file; each kind in ``course.kinds`` adds its own fields.

    Attributes:
        id: the name of the file, without its ending.
        title: a few words, as on the exercise's card.
        prompt: what the learner is asked to do, wherever it is asked.
        on_screen: what follows it on the learner's own card alone, since it is true of that: what
            the screen shows or keeps. Neither paper nor a class has it.
        objective: what the learner can do afterwards.
        minutes: how long it takes alone, where that has been measured; else it is estimated.
        core: whether it belongs to the shorter path through the course.
        claims: the claims of the course (1-54) that it works on.
        sources: keys of the bibliography.
        lesson: the folder that the file lies in.
        municipality: whose network its model shows; None for that of the course itself.
        fingerprint: of its ids and its key; an answer keeps that of what was answered.
    """

    id: str
    kind: str
    title: Text
    prompt: Text
    objective: Text
    on_screen: Text | None = None
    minutes: int | None = None
    core: bool = False
    claims: list[int] = field(factory=list)
    sources: list[str] = field(factory=list)
    lesson: str = field(default="", metadata={"in_file": False})
    fingerprint: str = field(default="", metadata={"in_file": False})
    municipality: Any = field(default=None, repr=False, eq=False, metadata={"in_file": False})

    @property
    def town(self) -> "Municipality":
        """The municipality whose network its model shows."""
        from course.networks.municipality import OURS  # networkx is loaded for a model alone

        town: Municipality = self.municipality or OURS
        return town


@frozen
class Option:
    """One of the answers to choose among, with the reason that belongs to it.

    ``shows`` is what its row shows after an answer, a number for each of the exercise's ``bars``;
    one that the data gives is written by its name, ``{n:shared-ties}``, until it is filled in.
    """

    id: str
    text: Text
    feedback: Text
    right: bool = False
    shows: list[float | str] = field(factory=list)


@frozen
class Group:
    """A heading under which cards are sorted."""

    id: str
    text: Text
