"""Questions in another language than English, told by their function words.

A list is enough for a sentence that says so. It is asked before any reader, since a reader passes
over words that it does not know beside a formula, a foreign "not" among them.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Final

_GERMAN = (
    "der das und ist ein eine einen einer eines wie viel viele welche welcher welches sind "
    "nicht kein keine von vom für mit dem des auf zu im bei wenn hat haben wird groß hoch "
    "lautet alle kreises gleichung rechteck dreieck seite fläche flächeninhalt prozent zahl "
    "zahlen durch beträgt"
)
_FRENCH = (
    "le la les du une est sont quel quelle quels quelles combien dans avec sur et ou pas ne "
    "aucun quand cercle équation triangle aire rayon longueur nombre nombres cent valeur soit "
    "trouver trouve trouvez déterminer à dérivée fonction"
)
_SPANISH = (
    "el la los las del una un es son cuál cual cuánto cuanto cuántos cuantos cuánta con para "
    "por qué que y ningún área ecuación círculo triángulo lado radio número números valor "
    "hallar halla encuentra encontrar derivada función tiene cada"
)
_POLISH = (
    "ile jest są jaka jaki jakie który która które wynosi oraz się dla przez nie równanie "
    "koła promieniu promień trójkąta prostokąta boku liczba liczby liczb procent znajdź ma"
)
_PORTUGUESE = (
    "os da dos das uma um são qual quanto quantos quantas com para por que não nenhum em área "
    "equação círculo triângulo lado raio número números valor encontre derivada função tem "
    "cada"
)
_ENGLISH_WORDS = (
    "the of is are what which how many much find solve and to in at from with for by if has "
    "have each per does do an calculate work out all that this it its be was were will on "
    "left give"
)
_GERMAN_TASKS = "berechne berechnen löse lösen bestimme bestimmen vereinfache"
_FRENCH_TASKS = "résoudre résous résolvez calculer calculez simplifier dériver"
_SPANISH_TASKS = "resuelve resolver calcula calcular simplifica deriva"
_POLISH_TASKS = "rozwiąż rozwiązać oblicz obliczyć uprość"
_PORTUGUESE_TASKS = "resolva calcule simplifique"
_WORDS: Final = MappingProxyType(
    {
        "German": frozenset(_GERMAN.split()),
        "French": frozenset(_FRENCH.split()),
        "Spanish": frozenset(_SPANISH.split()),
        "Polish": frozenset(_POLISH.split()),
        "Portuguese": frozenset(_PORTUGUESE.split()),
    }
)
_TASKS: Final = MappingProxyType(
    {
        "German": frozenset(_GERMAN_TASKS.split()),
        "French": frozenset(_FRENCH_TASKS.split()),
        "Spanish": frozenset(_SPANISH_TASKS.split()),
        "Polish": frozenset(_POLISH_TASKS.split()),
        "Portuguese": frozenset(_PORTUGUESE_TASKS.split()),
    }
)
"""What a question begins with: one of them is enough."""
_ENGLISH: Final = frozenset(_ENGLISH_WORDS.split())


def language_of(text: str) -> str:
    """The language of a question that is not in English, "" where nothing tells one."""
    words = set(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text.casefold()))
    english = len(words & _ENGLISH)
    counts = {
        name: len(words & own) + 2 * len(words & _TASKS[name]) for name, own in _WORDS.items()
    }
    name = max(counts, key=lambda one: counts[one])
    return name if counts[name] >= 2 and counts[name] > english else ""
