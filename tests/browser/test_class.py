"""A class in real browsers: an exercise and the end.

Two telephones, one of them by keyboard and losing its line, stand for all in the ordinary tests;
all else that a class does in a browser is in ``test_whole_class.py``.
"""

from in_class import an_exercise, the_end


def test_a_class_of_two_telephones_goes_through_an_exercise(a_class):
    room = a_class("sv")
    phones = [room.phone(), room.phone(320)]
    an_exercise(room, phones)
    the_end(room, phones[0])
