"""Words for statuses in French (français)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "draft": (
        "brouillon", "ébauche", "document de travail", "initial", "concept",
        "proposé", "proposée", "à valider",
        "plan", "planification", "phase de planification",
        "en conception", "phase de conception", "en définition",
    ),
    "planned": (
        "planifié", "planifiée", "à planifier", "à venir", "prévu", "à faire", "ouvert", "ouverte",
        "approuvé", "approuvée", "accepté", "acceptée", "validé", "validée",
        "en attente d'approbation", "en attente de validation",
        "en attente de développement", "en attente d'implémentation",
        "prêt", "prête", "prêt à implémenter", "prêt pour implémentation", "prêt à développer",
        "non commencé", "pas commencé", "pas encore commencé", "non démarré", "pas démarré", "pas encore démarré",
        "non exécuté", "non exécutée",
        "non implémenté", "non implémentée", "pas implémenté", "pas encore implémenté",
    ),
    "in-progress": (
        "en cours", "en développement", "en implémentation", "implémentation active", "actif", "active",
        "commencé",
        "partiel", "partiellement",
    ),
    "in-review": (
        "en revue", "en relecture", "en révision", "en examen", "en test", "validation", "en validation",
        "en attente de relecture", "en attente de revue",
        "prêt à tester", "prêt pour revue", "prêt pour relecture",
        "prêt à déployer", "prêt pour déploiement", "prêt pour le déploiement",
    ),
    "blocked": (
        "bloqué", "bloquée",
        "en attente",
    ),
    "on-hold": (
        "en pause", "en standby", "suspendu", "suspendue",
        "reporté", "reportée", "différé",
    ),
    "done": (
        "terminé", "terminée", "terminés", "terminées", "achevé", "fini", "fait", "complété", "clos",
        "réalisé", "implémenté", "implémentée", "implémentés", "implémentées", "corrigé", "corrigée", "résolu",
        "résolue",
        "livré", "livrée", "livrés", "livrées", "en production",
    ),
    "dropped": (
        "annulé", "annulée", "abandonné", "abandonnée",
        "rejeté", "rejetée",
        "remplacé", "obsolète",
    ),
}  # fmt: skip
