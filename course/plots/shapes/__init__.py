"""What a picture says is drawn, in its own terms: plain data that a page and matplotlib draw alike.

Every drawing is a dict that can travel as JSON, told apart by its ``kind``, with its words in the
learner's language. Nothing here draws. ``course.plots.hand`` draws with matplotlib, the page with
``draw.js``; each has a hand for every kind.
"""

from course.plots.shapes.calibration import Calibration
from course.plots.shapes.crowd import Crowd
from course.plots.shapes.curves import Curves
from course.plots.shapes.matrix import Matrix
from course.plots.shapes.network import Network
from course.plots.shapes.profile import Profile
from course.plots.shapes.stations import Stations
from course.plots.shapes.units import Units

Drawing = Calibration | Crowd | Curves | Matrix | Network | Profile | Stations | Units
"""Any of the drawings."""

__all__ = [
    "Calibration",
    "Crowd",
    "Curves",
    "Drawing",
    "Matrix",
    "Network",
    "Profile",
    "Stations",
    "Units",
]
