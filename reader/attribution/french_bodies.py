"""Bodies under their French name, as Canadian papers write them: "Office québécois de la langue française"."""

from __future__ import annotations

from reader.attribution.lexicon import words
from reader.attribution.tokens import WORD, Token

__all__ = ["french_body"]

_HEADS = words("""
    office commission fédération federation société societe ordre centre association conseil collège college ministère
    ministere confédération confederation syndicat comité comite assemblée assemblee parti union institut régie regie
    caisse coalition regroupement mouvement théâtre théatre musée musee école ecole université universite hôpital
    hopital alliance chambre ligue bureau agence cégep cegep sûreté surete bibliothèque fondation corporation
    réseau reseau centrale tribunal cour protecteur directeur service services front""")
_JOINING = words("de du des la le les et pour aux au à l' d' sur")
_ELIDED = ("d'", "l'")
_ENDINGS = (
    "ois",
    "oise",
    "aise",
    "ique",
    "iques",
    "elle",
    "ales",
    "ale",
    "eurs",
    "euses",
    "ées",
    "és",
    "ée",
    "ières",
    "aire",
    "aires",
)
_LONGEST = 9


def french_body(tokens: list[Token], start: int, end: int) -> int:
    """How many tokens after ``end`` go on the name of a French body that begins at ``start``; 0 for none."""
    if tokens[start].lower not in _HEADS:
        return 0
    stop = here = end
    while here < min(end + _LONGEST, len(tokens)) and tokens[here].type == WORD:
        if tokens[here].lower in _JOINING:
            here += 1
            continue
        if not (_joined(tokens, here) or tokens[here].lower.endswith(_ENDINGS)):
            break
        here += 1
        stop = here
    french = any(token.lower in _JOINING or token.lower.startswith(_ELIDED) for token in tokens[end:stop])
    return stop - end if french else 0


def _joined(tokens: list[Token], here: int) -> bool:
    """Whether a word follows "de", "du", "la", or begins with an elided one: "d'habitation"."""
    return tokens[here - 1].lower in _JOINING or tokens[here].lower.startswith(_ELIDED)
