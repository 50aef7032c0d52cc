"""What an author is told who changes the example of a conversation in ``page.md``."""

from course.kinds.cases import FaultCase

_SCENES = "door, daughter, meeting, fadumo, papers, friday, binder, march"
_GO_ON = """\
    replies:
      - id: round
        text: {sv: En gång till., en: Once more.}
        feedback: {sv: Runt och runt., en: Round and round.}
        leads: [{scene: binder}]
"""
FAULTS = (
    FaultCase(
        "leads: [{scene: friday}]",
        "leads: [{scene: firday}]",
        "{scene: firday}",
        f"Det finns ingen scen firday. Skriv en av: {_SCENES}.",
        f"There is no scene firday. Write one of: {_SCENES}.",
    ),
    FaultCase(
        "changes: {trust: 2}",
        "changes: {trsut: 2}",
        "trsut",
        "Det finns ingen egenskap trsut. Skriv en av: trust.",
        "There is no quality trsut. Write one of: trust.",
    ),
    FaultCase(
        "moods: {yonas: pleased, fadumo: pleased}",
        "moods: {younas: pleased, fadumo: pleased}",
        "younas",
        "Det finns ingen person som heter younas. "
        "Skriv en av: karin, yonas, fadumo, somebody, eller lägg till personen under people:.",
        "There is no person younas. "
        "Write one of: karin, yonas, fadumo, somebody, or add the person under people:.",
    ),
    FaultCase(
        "changes: {trust: 2}",
        "changes: {2: 2}",
        "{2: 2}",
        "Här ska det stå text, inte 2.",
        "This should be text, not 2.",
    ),
    FaultCase(
        "- {scene: papers}",
        "- {scene: papers, needs: {trust: -3}}",
        "trust: -3",
        "Den sista vägen ska alltid vara öppen. Ta bort needs: på den.",
        "The last way must always be open. Remove needs: from it.",
    ),
    FaultCase(
        "[{scene: friday}]",
        "[{scene: friday}, {scene: binder}]",
        "{scene: friday},",
        "Vägen före är alltid öppen, så den här väljs aldrig. "
        "Skriv needs: på vägen före, eller ta bort den här.",
        "The way before is always open, so this one is never taken. "
        "Write needs: at the way before, or remove this one.",
    ),
    FaultCase(
        "    score: 0.5\n",
        "",
        "- id: binder",
        "Scenen är ett slut men har ingen poäng. Skriv score: från 0 till 1.",
        "The scene is an ending without a score. Write score: from 0 to 1.",
    ),
    FaultCase(
        "    score: 0.5\n",
        _GO_ON,
        "- id: binder",
        "Från scenen binder går det inte att komma till något slut. Låt en replik leda dit.",
        "From the scene binder no ending can be reached. Let a reply lead to one.",
    ),
    FaultCase(
        "  - id: papers\n",
        "  - id: papers\n    score: 0\n",
        "    score: 0\n",
        "Scenen har repliker och är inget slut. Ta bort score: här.",
        "The scene has replies and is no ending. Remove score: here.",
    ),
    FaultCase(
        "    score: 1\n",
        "    score: 0.9\n",
        "scenes:",
        "Det går inte att nå något slut med score: 1. "
        "Ge ett slut full poäng, eller sänk det som vägarna dit kräver i needs:.",
        "No ending with score: 1 can be reached. "
        "Give an ending full marks, or lower what the ways to it ask for in needs:.",
    ),
    FaultCase(
        "[{scene: friday}]",
        "[{scene: binder}]",
        "- id: friday",
        "Ingen replik leder till scenen friday. Låt någon göra det, eller ta bort den.",
        "No reply leads to the scene friday. Let one do so, or remove it.",
    ),
)
