"""The invented units and people of Älvhamn, the course's fictional municipality.

Names and posts are made up by the course's makers. First names are unique, since a picture of the
network labels each person by it.
"""

from attrs import frozen

UNITS = """
home-care        | Hemtjänst           | Home care
residential-care | Särskilt boende     | Residential care
disability       | Funktionsstöd (LSS) | Disability services
needs-assessment | Bistånd             | Needs assessment
families         | Barn och familj     | Children and families
financial-aid    | Ekonomiskt bistånd  | Social assistance
outpatient       | Öppenvård           | Community support
staff            | Stab                | Central staff
"""

PEOPLE = """
home-care        | Karin Lindqvist    | enhetschef | unit manager
home-care        | Mehmet Aydin       | undersköterska | assistant nurse
home-care        | Birgitta Hedlund   | undersköterska | assistant nurse
home-care        | Fadumo Warsame     | undersköterska | assistant nurse
home-care        | Johan Ekberg       | planerare | scheduler
home-care        | Tuula Heikkinen    | undersköterska | assistant nurse
home-care        | Dragana Petkovic   | undersköterska | assistant nurse
home-care        | Emelie Sandgren    | vårdbiträde | care assistant
home-care        | Yonas Tesfaye      | undersköterska | assistant nurse
home-care        | Rasmus Höglund     | vårdbiträde | care assistant
home-care        | Pernilla Åström    | samordnare | coordinator
residential-care | Annika Bergdahl    | enhetschef | unit manager
residential-care | Luis Contreras     | undersköterska | assistant nurse
residential-care | Hawa Jallow        | undersköterska | assistant nurse
residential-care | Gunilla Norling    | undersköterska | assistant nurse
residential-care | Zainab Al-Saadi    | undersköterska | assistant nurse
residential-care | Mikael Forslund    | sjuksköterska | registered nurse
residential-care | Linh Nguyen        | undersköterska | assistant nurse
residential-care | Josefin Wallgren   | aktivitetssamordnare | activities coordinator
residential-care | Ewa Kowalczyk      | arbetsterapeut | occupational therapist
disability       | Henrik Sjödin      | enhetschef | unit manager
disability       | Amina Osman        | stödassistent | support assistant
disability       | Sofia Rydell       | stödpedagog | support educator
disability       | Goran Ilic         | stödassistent | support assistant
disability       | Malin Öberg        | stödassistent | support assistant
disability       | Bereket Haile      | stödassistent | support assistant
disability       | Ida Kronqvist      | stödpedagog | support educator
disability       | Pedro Araya        | stödassistent | support assistant
disability       | Shirin Karimi      | stödpedagog | support educator
needs-assessment | Lena Holmqvist     | enhetschef | unit manager
needs-assessment | Ali Rahimi         | biståndshandläggare | needs assessor
needs-assessment | Eleni Markou       | biståndshandläggare | needs assessor
needs-assessment | Fredrik Stenmark   | LSS-handläggare | disability needs assessor
needs-assessment | Nasrin Ahmadi      | biståndshandläggare | needs assessor
needs-assessment | Jenny Tallberg     | avgiftshandläggare | fees officer
needs-assessment | Oskar Lövgren      | biståndshandläggare | needs assessor
families         | Åsa Wikander       | enhetschef | unit manager
families         | Leila Benali       | socialsekreterare | social worker
families         | Daniel Frisk       | socialsekreterare | social worker
families         | Katarina Vukovic   | socialsekreterare | social worker
families         | Abdi Farah         | socialsekreterare | social worker
families         | Hanna Ljungqvist   | familjehemssekreterare | foster care officer
families         | Viktor Palmgren    | familjerättssekreterare | family law officer
families         | Mariam Yacoub      | socialsekreterare | social worker
financial-aid    | Stefan Hellgren    | enhetschef | unit manager
financial-aid    | Rojin Demir        | socialsekreterare | social worker
financial-aid    | Ulrika Backlund    | socialsekreterare | social worker
financial-aid    | Ahmed Mansour      | budget- och skuldrådgivare | budget and debt adviser
financial-aid    | Cecilia Thorell    | handläggare | case officer
financial-aid    | Ivan Marinov       | handläggare | case officer
outpatient       | Petra Söderlund    | enhetschef | unit manager
outpatient       | Jamal Idris        | behandlare | treatment counsellor
outpatient       | Moa Lindahl        | familjebehandlare | family therapist
outpatient       | Tomas Granlund     | behandlare | treatment counsellor
outpatient       | Ngozi Eze          | fältsekreterare | outreach worker
staff            | Eva Rosander       | socialchef | director of social services
staff            | Samira Haddad      | utvecklingsledare | development lead
staff            | Peter Almén        | controller | financial controller
staff            | Inger Hallman      | medicinskt ansvarig sjuksköterska | chief nurse
staff            | Bashir Noori       | systemförvaltare | systems administrator
"""


@frozen
class Unit:
    """A unit of the municipality's social services: its key, and its name in both languages."""

    id: str
    sv: str
    en: str


@frozen
class Person:
    """Someone in the network: the first name is the ``id``, and ``unit`` is the key of a `Unit`."""

    id: str
    name: str
    unit: str
    role_sv: str
    role_en: str


def units() -> tuple[Unit, ...]:
    """Give the invented units in display order.

    >>> units()[0]
    Unit(id='home-care', sv='Hemtjänst', en='Home care')
    """
    return tuple(Unit(*row) for row in _rows(UNITS))


def people() -> tuple[Person, ...]:
    """Give the invented people, unit by unit.

    >>> people()[0].name, people()[0].role_en
    ('Karin Lindqvist', 'unit manager')
    """
    return tuple(
        Person(name.split()[0], name, unit, role_sv, role_en)
        for unit, name, role_sv, role_en in _rows(PEOPLE)
    )


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in line.split("|")] for line in table.strip().splitlines()]
