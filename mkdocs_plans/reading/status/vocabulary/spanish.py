"""Words for statuses in Spanish (español)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "draft": (
        "borrador", "documento de trabajo", "documento de planificación", "en elaboración", "provisional", "idea",
        "propuesta", "propuesto",
        "plan", "planificación", "fase de planificación",
        "diseño", "en diseño", "fase de diseño",
    ),
    "planned": (
        "planificado", "planeado", "por hacer", "pendiente", "abierto", "abierta",
        "aprobado", "aprobada", "aceptado", "aceptada",
        "pendiente de aprobación", "en espera de aprobación", "pendiente de implementación",
        "listo", "lista", "lista para", "listo para implementar", "lista para implementar",
        "listo para implementación", "listo para ejecución", "listo para ejecucion",
        "sin empezar", "sin iniciar", "no iniciado", "no iniciada",
        "no implementado", "no implementada",
    ),
    "in-progress": (
        "en progreso", "en curso", "en marcha", "en proceso", "en desarrollo", "en implementación",
        "implementación activa", "activo",
        "en ejecución", "en ejecucion", "en construcción", "en construccion",
        "iniciado", "iniciada",
        "parcial", "parcialmente",
    ),
    "in-review": (
        "en revisión", "en revision", "en pruebas",
        "pendiente de revisión", "pendiente revisión", "en espera de revisión",
        "listo para revisión", "listo para revision", "listo para pruebas", "listo para probar",
        "listo para desplegar", "listo para despliegue",
    ),
    "blocked": (
        "bloqueado", "bloqueada",
        "en espera",
    ),
    "on-hold": (
        "en pausa", "en standby", "pausado", "pausada", "suspendido",
        "aplazado", "pospuesto",
    ),
    "done": (
        "completado", "completada", "completados", "completadas", "completo", "completa", "completos", "completas",
        "terminado", "terminada", "hecho", "hecha",
        "finalizado", "finalizada", "concluido", "concluida", "cerrado",
        "implementado", "implementada", "implementados", "implementadas", "implementación completa", "corregido",
        "resuelto",
        "entregado", "en producción",
    ),
    "dropped": (
        "cancelado", "cancelada", "abandonado", "abandonada", "descartado", "descartada",
        "rechazado", "rechazada",
        "reemplazado", "obsoleto",
    ),
}  # fmt: skip
