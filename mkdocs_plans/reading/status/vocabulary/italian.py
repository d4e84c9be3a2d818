"""Words for statuses in Italian (italiano)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "draft": (
        "bozza", "in bozza", "in elaborazione", "provvisorio", "provvisoria", "idea", "documento di lavoro",
        "proposta", "proposto",
        "piano", "pianificazione", "in pianificazione", "fase di pianificazione", "documento di pianificazione",
        "progettazione", "in progettazione", "fase di progettazione", "in definizione",
    ),
    "planned": (
        "pianificato", "pianificata", "previsto", "prevista", "da fare", "da iniziare", "da implementare",
        "aperto", "aperta",
        "approvato", "approvata", "accettato", "accettata",
        "in attesa di approvazione", "in attesa di implementazione", "in attesa di sviluppo",
        "pronto", "pronta", "pronto per implementazione", "pronto per l'implementazione",
        "pronta per l'implementazione",
        "pronto per lo sviluppo", "pronto per l'esecuzione",
        "non iniziato", "non iniziata", "non ancora iniziato", "non ancora iniziata", "non avviato", "non avviata",
        "non implementato", "non implementata", "non ancora implementato", "non ancora implementata",
        "niente fatto",
    ),
    "in-progress": (
        "in corso", "in lavorazione", "in sviluppo", "in fase di sviluppo", "in esecuzione", "in implementazione",
        "in costruzione", "attivo", "attiva",
        "iniziato", "iniziata", "avviato", "avviata",
        "parziale", "parzialmente", "incompleto", "incompleta", "non completo", "non completato", "non completata",
        "non ancora completato", "non ancora completata",
    ),
    "in-review": (
        "in revisione", "in verifica", "in test", "in collaudo", "in fase di test", "in fase di revisione",
        "in attesa di revisione", "da revisionare", "da verificare",
        "pronto per la revisione", "pronto per revisione", "pronto per i test",
        "pronto per il rilascio", "pronto per il deploy",
    ),
    "blocked": (
        "bloccato", "bloccata",
        "in attesa",
    ),
    "on-hold": (
        "in pausa", "in standby", "sospeso", "sospesa",
        "rimandato", "rimandata", "rinviato", "rinviata", "posticipato", "posticipata",
    ),
    "done": (
        "completato", "completata", "completati", "completate", "completo", "completa",
        "terminato", "terminata", "concluso", "conclusa", "finito", "finita", "fatto", "fatta", "chiuso", "chiusa",
        "implementato", "implementata", "implementati", "implementate", "implementazione completa",
        "implementazione completata", "realizzato", "realizzata", "risolto", "risolta",
        "rilasciato", "rilasciata", "consegnato", "consegnata", "in produzione",
    ),
    "dropped": (
        "annullato", "annullata", "abbandonato", "abbandonata", "scartato", "scartata",
        "rifiutato", "rifiutata", "respinto", "respinta",
        "sostituito", "sostituita", "superato", "superata", "obsoleto", "obsoleta", "deprecato", "deprecata",
    ),
}  # fmt: skip
