"""How each kind of exercise is filled in, without being sent."""

import replies
from hands import wanted

from course.words import say


def enter(me, exercise, answer):
    """Fill in an answer, as the journal keeps it."""
    kind = exercise["kind"]
    if kind in _ENTER:
        _ENTER[kind](me, exercise, me.card(exercise), answer)
    else:
        set_controls(me, exercise, replies.controls(exercise, answer, me.language))


def set_controls(me, exercise, controls):
    """Press what has to be pressed, and see that all stand as they should."""
    me.hand.press_each(me.card(exercise), controls)
    me.claim(exercise, *({"stands": one} for one in controls))


def _match(me, exercise, card, answer):
    words = replies.matches(exercise, me.language)
    offered = [replies.plain(one) for one in _offered(card)]
    for pair in exercise["pairs"]:
        choices = card.get_by_role("combobox", name=pair["text"][me.language], exact=True)
        me.hand.pick(choices, offered.index(replies.plain(words[answer[pair["id"]]])))
    me.see_entered(exercise, answer)


def _offered(card):
    return card.locator("select").first.locator("option").all_text_contents()


def _order(me, exercise, card, answer):
    words = {step["id"]: step["text"][me.language] for step in exercise["steps"]}
    stand = card.locator(".steps > li").evaluate_all("all => all.map((one) => one.dataset.id)")
    for place, id in enumerate(answer):
        up = wanted("button", say("card.move-up", me.language, step=words[id]))
        for n in range(stand.index(id), place, -1):
            me.hand.press_each(card, [up])
            moved = say("card.moved", me.language, step=words[id], n=n)
            me.claim(exercise, {"announces": replies.plain(moved)}, {"focus": up})
        stand.remove(id)
        stand.insert(place, id)


def _number(me, exercise, card, answer):
    me.hand.write(card.get_by_role("textbox"), replies.number(answer, me.language))


def _words(me, exercise, card, answer):
    me.hand.write(card.get_by_role("textbox"), answer)


def _fields(me, exercise, card, answer):
    for one in exercise["fields"]:
        field = card.get_by_role("textbox", name=one["text"][me.language], exact=True)
        me.hand.write(field, answer[one["id"]])


def _hours(me, exercise, card, answer):
    set_controls(me, exercise, replies.controls(exercise, answer, me.language))
    told = say("card.hours-chosen", me.language, n=len(answer), all=exercise["hours"])
    me.claim(exercise, {"announces": told})


def _ties(me, exercise, card, answer):
    """The first by the two lists, the others by pressing their people."""
    clear = card.get_by_role("button", name=me.word("clear"), exact=True)
    if clear.is_enabled():
        me.hand.press(clear)
    by_lists, *by_people = answer
    for key, side in (("from-person", "first"), ("to-person", "second")):
        label = me.word(key, unit=exercise[side]["text"][me.language])
        choices = card.get_by_role("combobox", name=label)
        me.hand.pick(choices, by_lists[side == "second"])
    tie(me, exercise, *by_people, first=[wanted("button", me.word("place-tie"))])
    me.see_entered(exercise, answer)


def tie(me, exercise, *ties, first=()):
    """Place ties, or take them away, by pressing their two people."""
    people = [
        wanted("button", exercise[side]["people"][tie[side == "second"]])
        for tie in ties
        for side in ("first", "second")
    ]
    me.hand.press_each(me.card(exercise), [*first, *people])


_ENTER = {
    "match": _match,
    "order": _order,
    "estimate": _number,
    "reflection": _words,
    "canvas": _fields,
    "calendar": _hours,
    "network": _ties,
}
