"""Build blind.jsonl from the tables; fails where a check disagrees with the answer."""
import json, sys, pathlib, traceback, importlib
from common import TABLES, agrees
for f in sorted(pathlib.Path(__file__).parent.glob("table*.py")): importlib.import_module(f.stem)
bad, out, seen = 0, [], set()
for kind, rows in TABLES.items():
    if len(rows) < 12: print("FEW", kind, len(rows)); bad += 1
    for row in rows:
        qn, an, check = row
        try: ok, val = None, check(); ok = agrees(an, val)
        except Exception as e: ok, val = False, "".join(traceback.format_exception_only(e)).strip()
        if not an.isascii(): ok, val = False, "answer is not ASCII"
        if qn in seen: ok, val = False, "question twice"
        seen.add(qn)
        if not ok: bad += 1; print("BAD", kind, "|", qn[:90], "|", an, "|", str(val)[:200])
        out.append({"question": qn, "answer": an, "module": kind})
print(len(out), "rows", len(TABLES), "kinds", bad, "bad")
if bad: sys.exit(1)
pathlib.Path(__file__).with_name("blind.jsonl").write_text("".join(json.dumps(o, ensure_ascii=False) + "\n" for o in out), encoding="utf-8")
for kind, rows in TABLES.items(): print(kind, len(rows))
