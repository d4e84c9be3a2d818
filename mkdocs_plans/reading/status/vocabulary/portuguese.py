"""Words for statuses in Portuguese (português)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

WORDS: Mapping[str, tuple[str, ...]] = {
    "draft": (
        "rascunho", "documento de trabalho", "documento de planejamento", "em elaboração", "em elaboracao",
        "proposta", "proposto",
        "plano", "planejamento", "planeamento", "em planejamento", "fase de planejamento",
        "em definição",
    ),
    "planned": (
        "planejado", "planejada", "planeado", "a fazer", "pendente", "aberto", "aberta", "em aberto",
        "aprovado", "aprovada", "aceito", "aceita", "aceite",
        "pendente de aprovação", "aguardando aprovação",
        "pronto", "pronto para implementar", "pronto para implementação", "pronto para desenvolvimento",
        "não iniciado", "não iniciada",
        "não implementado", "não implementada",
    ),
    "in-progress": (
        "em andamento", "em progresso", "em curso", "em desenvolvimento", "ativo",
        "em implementação", "em implementacao", "implementação ativa", "em execução", "em execucao", "em construção",
        "iniciado", "iniciada",
        "parcial", "parcialmente",
    ),
    "in-review": (
        "em revisão", "em revisao", "em análise", "em teste",
        "pendente de revisão", "aguardando revisão",
        "pronto para revisão", "pronto para testar", "pronto para teste", "pronto para testes",
        "pronto para deploy", "pronto para implantação",
    ),
    "blocked": (
        "bloqueado", "bloqueada",
        "em espera", "aguardando",
    ),
    "on-hold": (
        "em pausa", "em standby", "pausado", "pausada", "suspenso",
        "adiado", "adiada",
    ),
    "done": (
        "concluído", "concluída", "concluido", "concluida", "completo", "completa",
        "finalizado", "finalizada", "feito", "encerrado", "fechado",
        "implementado", "implementada", "implementados", "implementadas", "implementação completa", "corrigido",
        "resolvido",
        "entregue", "pronto e entregue", "em produção",
    ),
    "dropped": (
        "cancelado", "cancelada", "abandonado", "abandonada", "descartado", "descartada",
        "rejeitado", "rejeitada",
        "substituído", "substituída", "obsoleto",
    ),
}  # fmt: skip
