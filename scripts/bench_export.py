"""Measures the export of the 135M: merge, Q8_0, verification, manifest.

    python -m scripts.bench_export

The adapter has random weights of rank 16 on all linear layers. Told are seconds on the clock and of
processor time. On a machine with other work llama.cpp's part says little (docs/backends.md).
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from pathlib import Path

import numpy as np

from mathviz_chat.embedded import embedded_model
from mathviz_chat.export import Source, export
from mathviz_chat.weights.change import Change, Changes, Lora
from mathviz_chat.weights.gguf_file import GgufFile, shape_of

RANK = 16


def main() -> None:
    argparse.ArgumentParser(description=__doc__.partition("\n")[0]).parse_args()
    base_path = embedded_model()
    watch = Watch()
    base = GgufFile(base_path)
    watch.lap("read the base's keys")
    changes = random_adapter(base)
    watch.start()
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "mathviz.gguf"
        source = Source(output, (), None, changes)
        manifest = export(source, base, output, "Q8_0", verify=True, tell=watch.tell)
        watch.lap("hashes and manifest")
        watch.total()
        print(json.loads(manifest.read_text())["verification"]["parity"])


def random_adapter(base: GgufFile) -> Changes:
    rng = np.random.default_rng(0)
    tensors: dict[str, Change] = {}
    for tensor in base.tensors:
        if tensor.name.startswith("blk.") and len(tensor.shape) == 2:
            out, within = shape_of(tensor)
            a = rng.normal(0, 0.02, (RANK, within)).astype(np.float32)
            b = rng.normal(0, 0.02, (out, RANK)).astype(np.float32)
            tensors[tensor.name] = Lora(a, b, 2.0)
    return Changes(base.architecture, tensors)


class Watch:
    """Times what is done one after another."""

    def __init__(self) -> None:
        self._seconds = self._processor = 0.0
        self.start()

    def start(self) -> None:
        self._clock, self._cpu = time.perf_counter(), time.process_time()

    def lap(self, what: str) -> None:
        clock, cpu = time.perf_counter(), time.process_time()
        self._print(what, clock - self._clock, cpu - self._cpu)
        self._seconds += clock - self._clock
        self._processor += cpu - self._cpu
        self._clock, self._cpu = clock, cpu

    def tell(self, what: str, share: float) -> None:
        if share == 1.0:
            self.lap(what)

    def total(self) -> None:
        self._print("together", self._seconds, self._processor)

    def _print(self, what: str, seconds: float, processor: float) -> None:
        print(f"{what:<22}{seconds:6.2f} s   {processor:6.2f} s of processor time")


if __name__ == "__main__":
    main()
