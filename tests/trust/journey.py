"""The visit that the searches for leftovers play, as the steps of a journey."""
import canaries

# Long enough to be seen on a busy machine.
PAUSE = '[[step]]\nwait = 5000\n'
STANDS = '[[step]]\nwait = 25000\n'
# Ninety seconds, then the question whether somebody is still there, for thirty.
IDLE = STANDS * 3 + '[[step]]\nexpect = "still"\n' + STANDS + '[[step]]\nexpect = "bye.wiped"\n'
LEAVE = '[[step]]\ntap = "access.leave"\n[[step]]\ntap = "leave.other"\n[[step]]\nexpect = "bye.wiped"\n'


def next_shows(*screens: str) -> str:
    """Steps that go on, and see one after the other."""
    return "".join(f'[[step]]\ntap = "action.next"\n[[step]]\nexpect = "{shown}"\n' for shown in screens)


SEND = next_shows("declare.title", "slip.again", "bye.wiped")
# How a visit goes on from the overview of all answers.
ENDS = {"finished": PAUSE + SEND, "helped": PAUSE + SEND, "cancelled": PAUSE + LEAVE, "idle": IDLE, "crash": STANDS,
        "kill": STANDS, "power": STANDS}
PIN = "246810"

# The commune, in the citizen's own hand or in a helper's.
PLACE = """[[step]]
type = "kl"
[[step]]
tap = "answer.17971"
[[step]]
tap = "action.next"
[[step]]
expect = "key.shift"
"""

STEPS = """name = "a visit that ends: {end}"
submits = {submits}
[[step]]
tap = "welcome.start"
[[step]]
tap = "search.open"
[[step]]
type = "thuê trọ"
[[step]]
tap = "choose.1.004194"
[[step]]
expect = "need.full_name.row"
[[step]]
tap = "action.next"
[[step]]
show_card = "{card}.png"
[[step]]
expect = "consent.title"
[[step]]
tap = "action.next"
[[step]]
expect = "check.title"
[[step]]
tap = "action.next"
[[step]]
expect = "new_unit.wider"
{help}{place}[[step]]
type = "{typed}"
[[step]]
tap = "action.next"
[[step]]
expect = "scan.title"
[[step]]
lay_paper = ["rental_agreement.png"]
[[step]]
tap = "action.next"
[[step]]
expect = "page.title"
[[step]]
tap = "action.next"
[[step]]
expect = "review.title"
[[step]]
show_card = ""
[[step]]
lay_paper = []
"""

# An attendant answers the first two questions; the citizen confirms neither. Written word by word, so that the two
# words beside each other are the kiosk's alone and not the script's.
HELP = """[[step]]
show_card = ""
[[step]]
tap = "access.staff"
[[step]]
tap = "staff.other"
[[step]]
expect = "entry.title"
[[step]]
show_card = "attendant.png"
[[step]]
expect = "entry.digits"
[[step]]
type = "{pin}"
[[step]]
tap = "action.next"
[[step]]
expect = "help.who"
[[step]]
show_card = ""
[[step]]
tap = "help.type"
[[step]]
tap = "action.next"
[[step]]
expect = "frame.helper"
{place}{written}{pause}[[step]]
tap = "action.next"
[[step]]
expect = "scan.title"
[[step]]
tap = "access.hand_back"
[[step]]
expect = "help.new_address"
[[step]]
tap = "action.next"
[[step]]
expect = "new_unit.wider"
{stands}"""


def help_of(person: canaries.Person) -> str:
    words = person.helped.split()
    written = "".join(f'[[step]]\ntype = "{word}{" " if at < len(words) else ""}"\n' for at, word in enumerate(words, 1))
    return HELP.format(pin=PIN, place=PLACE, written=written, pause=PAUSE * 2, stands=STANDS)


def steps_of(at: int, person: canaries.Person, end: str, submits: bool) -> str:
    """The visit of that person up to the overview of all answers."""
    return STEPS.format(end=end, submits=str(submits).lower(), card=f"person{at}", place=PLACE, typed=person.typed,
                        help=help_of(person) if end == "helped" else "")
