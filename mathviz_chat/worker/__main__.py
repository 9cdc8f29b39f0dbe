"""Started by the parent: ``python -m mathviz_chat.worker CPU_SECONDS MEMORY_MIB``."""

import sys

from mathviz_chat.worker.main import main

main(cpu_s=float(sys.argv[1]), memory_mib=int(sys.argv[2]))
