"""Words for statuses in German (Deutsch)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "draft": (
        "entwurf", "entwurfsphase",
        "vorschlag", "vorgeschlagen", "zur abstimmung", "zur diskussion",
        "konzept", "konzeptphase", "konzept phase",
        "plan", "planung", "in planung", "planungsphase",
    ),
    "planned": (
        "geplant", "offen", "ausstehend", "bereit",
        "angenommen", "beschlossen", "akzeptiert", "genehmigt", "freigegeben", "zur freigabe", "wartet auf freigabe",
        "nicht begonnen", "noch nicht begonnen", "nicht gestartet", "noch nicht gestartet",
        "nicht umgesetzt", "noch nicht umgesetzt", "nicht implementiert", "noch nicht implementiert",
        "noch nicht gebaut",
    ),
    "in-progress": (
        "in arbeit", "in bearbeitung", "in umsetzung", "in ausführung", "in entwicklung", "aktive entwicklung",
        "laufend", "läuft", "aktiv",
        "begonnen", "angefangen",
        "teilweise", "teilweise erledigt", "teils erledigt", "teils fertig",
        "teilweise umgesetzt", "teils umgesetzt", "teilumgesetzt", "teilimplementiert",
        "fast fertig", "fast abgeschlossen", "fast umgesetzt",
        "nicht fertig",
    ),
    "in-review": (
        "in prüfung", "in überprüfung", "wird geprüft", "im review", "im test",
        "zur review", "zum review", "bereit für review", "bereit für testing", "bereit für tests",
        "bereit zum review", "wartet auf review", "wartet auf abnahme",
        "bereit zum mergen", "wartet auf merge",
    ),
    "blocked": (
        "blockiert",
        "wartet", "wartend",
    ),
    "on-hold": (
        "pausiert", "ausgesetzt", "ruht", "auf eis",
        "zurückgestellt", "verschoben",
    ),
    "done": (
        "fertig", "erledigt", "abgeschlossen", "beendet", "komplett", "geschlossen",
        "umgesetzt", "umgestellt", "implementiert", "behoben", "gelöst",
        "veröffentlicht", "ausgeliefert",
    ),
    "dropped": (
        "abgebrochen", "aufgegeben", "eingestellt", "storniert",
        "abgelehnt", "verworfen",
        "ersetzt", "veraltet",
    ),
}  # fmt: skip
