"""What is answered in turns: a conversation that branches, and a test of several questions.

Each function works an exercise and returns the answers that the journal should then have of it.
"""

from hands import SUBMIT, wanted
from replies import plain
from ways import best_path, needed

from course.content.course import ours


def _send(me, exercise, words):
    """Choose something and send it."""
    me.hand.press_each(me.card(exercise), [wanted("radio", words, on=True), SUBMIT])


# --- a conversation -------------------------------------------------------------------------------


def talk(me, exercise, *, empty_first=False):
    """Say something unwise, go back, and get to a good end."""
    if empty_first:
        me.send_nothing(exercise)
    scene = exercise["scenes"][0]
    unwise = next(one for one in scene["replies"] if not one.get("good"))
    said = [_say(me, exercise, scene, [], unwise)]
    go_back(me, exercise, 1)
    steps, ending = best_path(exercise)
    path = []
    for scene, reply in steps:
        said.append(_say(me, exercise, scene, path, reply))
        path.append(reply)
    words = [ending["text"][me.language], me.word("conversation-ended")]
    me.claim(exercise, *({"says": plain(one)} for one in words))
    return said


def end_elsewhere(me, exercise):
    """After a good end, go back by one reply and give another."""
    steps, _ = best_path(exercise)
    *before, (scene, taken) = steps
    go_back(me, exercise, len(steps))
    other = next(reply for reply in scene["replies"] if reply["id"] != taken["id"])
    _say(me, exercise, scene, [reply for _, reply in before], other)


def go_back(me, exercise, n):
    """Go back to the n-th reply; one stands on the first of those that can be given there."""
    back = wanted("button", me.word("another-way", n=n))
    me.hand.press_each(me.card(exercise), [back])
    me.claim(exercise, {"focus": {"role": "radio"}}, {"listed": [".path > li", [""] * (n - 1)]})


def _say(me, exercise, scene, before, reply):
    """Say one thing and see what it does; the path with it at its end is the answer."""
    language, path = me.language, [*before, reply]
    me.claim(exercise, {"listed": [".says", [plain(scene["text"][language])]]})
    _send(me, exercise, reply["text"][language])
    me.claim(
        exercise,
        {"announces": plain(reply["feedback"][language])},
        {"listed": [".path .reply", [plain(one["text"][language]) for one in path]]},
        me.is_saved(),
        {"focus": SUBMIT},
    )
    return [one["id"] for one in path]


# --- a test ---------------------------------------------------------------------------------------


def take_twice(me, exercise, *, empty_first=False):
    """Take a test wrongly, read the reasons again, and take it rightly with new questions."""
    first = take(me, exercise, rightly=False, empty_first=empty_first)
    _see_again(me, exercise, first)
    then = take(me, exercise, rightly=True)
    n = exercise["draw"]
    me.claim(
        exercise,
        {"says": plain(me.word("held", held=n, of=n))},
        {"says": plain(me.word("mastered", needed=needed(exercise)))},
        {"listed": [".again > li", []]},
        me.is_saved(),
    )
    _assert_unseen_come_first(exercise, first, then)
    return [*_so_far(first, rightly=False), *_so_far(then, rightly=True)]


def take(me, exercise, *, rightly, empty_first=False):
    """Take a test from its first question to its result; return the questions, in order."""
    asked = []
    for n in range(1, exercise["draw"] + 1):
        me.hand.press_each(me.card(exercise), [SUBMIT])  # begins it, and later turns the page
        me.claim(exercise, {"focus": ".question"}, {"listed": [".verdict > *", []]})
        asked.append(question(me, exercise, n))
        if empty_first and n == 1:
            me.send_nothing(exercise)
        answer_question(me, exercise, asked[-1], rightly=rightly)
    me.hand.press_each(me.card(exercise), [SUBMIT])
    return asked


def question(me, exercise, n):
    """The question that stands there, found in the bank by its heading."""
    told = [plain(me.word("question-of", n=n, of=exercise["draw"]))]
    me.claim(exercise, {"listed": [".question > .note", told]})
    title = plain(me.card(exercise).get_by_role("heading", level=4).inner_text())
    found = [one for one in exercise["questions"] if plain(one["title"][me.language]) == title]
    assert len(found) == 1, f"the bank has {len(found)} questions called {title!r}"
    me.claim(exercise, {"says": plain(found[0]["prompt"][me.language])})
    return found[0]


def chosen(question, *, rightly):
    """The right option of a question, or a wrong one."""
    return next(one for one in question["options"] if one.get("right", False) == rightly)


def answer_question(me, exercise, question, *, rightly):
    """Answer a question of a test, and see the reason; another answer cannot be given."""
    option = chosen(question, rightly=rightly)
    _send(me, exercise, option["text"][me.language])
    me.claim(
        exercise,
        {"announces": plain(option["feedback"][me.language])},
        {"shut": "input"},
        me.is_saved(),
        {"focus": SUBMIT},
    )


def _see_again(me, exercise, asked):
    """After an attempt in which nothing held: each lesson, with its questions and their reasons."""
    n, language = exercise["draw"], me.language
    lessons = sorted({one["lesson"] for one in asked})
    links = [{"link": [ours().titled(lesson, language), f"{lesson}.ipynb"]} for lesson in lessons]
    me.claim(
        exercise,
        {"focus": ".question"},
        {"says": plain(me.word("held", held=0, of=n))},
        {"says": plain(me.word("not-mastered", needed=needed(exercise)))},
        {"listed": [".again > li", [""] * len(lessons)]},
        *links,
    )
    for folded in me.card(exercise).locator("summary").all():
        me.hand.press(folded)
    for one in asked:
        option, title = chosen(one, rightly=False), plain(one["title"][language])
        parts = (one["prompt"], option["text"], option["feedback"])
        me.claim(exercise, *({"reason": [title, plain(part[language])]} for part in parts))


def _assert_unseen_come_first(exercise, first, then):
    """No question comes again while its lesson has one that has not been asked."""
    bank = {one["id"]: one["lesson"] for one in exercise["questions"]}
    seen, new = ({one["id"] for one in asked} for asked in (first, then))
    again = {bank[id] for id in seen & new}
    left = [id for id in set(bank) - seen - new if bank[id] in again]
    assert not left, f"not asked, although others of their lesson are asked again: {left}"


def _so_far(asked, *, rightly):
    """An attempt after each of its questions."""
    drawn = [one["id"] for one in asked]
    given = [chosen(one, rightly=rightly)["id"] for one in asked]
    return [{"drawn": drawn, "given": given[:n]} for n in range(1, len(given) + 1)]
