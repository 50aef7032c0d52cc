"""What the shared tests try on a self-assessment."""

from hypothesis import strategies as st

from course.kinds.cases import Claim, Definition, Given, each, text, wanted
from course.kinds.scale.rules import Area, Item

FIELDS = {
    "points": [text(f"point {n}") for n in range(1, 6)],
    "areas": [
        {
            "id": area,
            "text": text(area),
            "items": [{"id": f"{area}{n}", "text": text(f"{area}{n}")} for n in (1, 2)],
            **{level: text(f"{area} {level}") for level in ("low", "middle", "high")},
        }
        for area in ("p", "q", "r")
    ],
}
VALID = st.dictionaries(
    st.sampled_from(["p1", "p2", "q1", "q2", "r1", "r2"]), st.integers(1, 5), min_size=1
)
PARTS = ((Area, "areas"), (Item, "areas/items"))
REASONS = ("low", "middle", "high")
LACKS = ("answer-one", None)
PICTURED = True
UNFOLD = "profile-areas"


def is_judged(_: object) -> bool:
    """Nobody's own unit is right or wrong."""
    return False


def right(exercise: Definition, language: str) -> Given:
    """The middle of the scale everywhere: its mean is the middle, too."""
    middle = (len(exercise["points"]) + 1) // 2
    answer = {item["id"]: middle for area in exercise["areas"] for item in area["items"]}
    return Given(answer, each(exercise["areas"], language, "middle"))


def controls(exercise: Definition, answer: dict[str, int], language: str) -> list[Claim]:
    """The button of a point in the row of each statement."""
    points = [f"{n}, {point[language]}" for n, point in enumerate(exercise["points"], 1)]
    return [
        wanted("radio", points[answer[item["id"]] - 1], row=item["text"][language], on=True)
        for area in exercise["areas"]
        for item in area["items"]
    ]
