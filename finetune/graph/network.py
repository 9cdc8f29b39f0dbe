"""Message passing over expression graphs (Gilmer et al. 2017), with one score a graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from mathviz_finetune.graph.expression_graph import Graph

PLACES = 2  # children of a node that are told apart; further ones count as the last


class GraphNetwork(nn.Module):
    """labels: their numbers; 0 is for those that training has not seen. Each round every node hears
    from its parents and its children, by their place, and from itself."""

    def __init__(self, labels: Mapping[str, int], width: int = 64, rounds: int = 6) -> None:
        super().__init__()
        self.labels = labels
        self.rounds = rounds
        self.embedding = nn.Embedding(len(labels) + 1, width)
        self.size = nn.Linear(1, width)
        self.from_child = nn.ModuleList(nn.Linear(width, width) for _ in range(PLACES))
        self.from_parent = nn.ModuleList(nn.Linear(width, width) for _ in range(PLACES))
        self.update = nn.GRUCell(width, width)
        self.score = nn.Sequential(nn.Linear(width, width), nn.ReLU(), nn.Linear(width, 1))

    def forward(self, graphs: Sequence[Graph]) -> Tensor:
        """One score a graph; above 0 the two sides are held to be equal."""
        numbers, sizes, edges, roots = self._together(graphs)
        state = self.embedding(numbers) + self.size(torch.log1p(sizes)[:, None])
        for _ in range(self.rounds):
            heard = torch.zeros_like(state)
            for place in range(PLACES):
                parents, children = edges[place]
                heard = heard.index_add(0, parents, self.from_child[place](state[children]))
                heard = heard.index_add(0, children, self.from_parent[place](state[parents]))
            state = self.update(heard, state)
        return self.score(state[roots])[:, 0]

    def _together(
        self, graphs: Sequence[Graph]
    ) -> tuple[Tensor, Tensor, list[tuple[Tensor, Tensor]], Tensor]:
        """All graphs as one that is not connected; the edges by the place of the child."""
        numbers: list[int] = []
        sizes: list[float] = []
        roots: list[int] = []
        edges: list[tuple[list[int], list[int]]] = [([], []) for _ in range(PLACES)]
        for graph in graphs:
            start = len(numbers)
            numbers += [self.labels.get(label, 0) for label in graph.labels]
            sizes += graph.sizes
            roots.append(start + graph.root)
            for parent, child, place in graph.edges:
                parents, children = edges[min(place, PLACES - 1)]
                parents.append(start + parent)
                children.append(start + child)
        pairs = [
            (torch.tensor(parents, dtype=torch.long), torch.tensor(children, dtype=torch.long))
            for parents, children in edges
        ]
        return torch.tensor(numbers), torch.tensor(sizes), pairs, torch.tensor(roots)


def labels_of(graphs: Sequence[Graph]) -> dict[str, int]:
    """The labels that occur, numbered from 1."""
    found = sorted({label for graph in graphs for label in graph.labels})
    return {label: number for number, label in enumerate(found, start=1)}
