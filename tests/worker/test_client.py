"""The worker through a real child: limits, restarts, isolation."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from mathviz_chat.core.checking.blocks import Block, Marked
from mathviz_chat.core.verdict import AnswerVerdict, Verdict
from mathviz_chat.errors import CheckStopped, Interrupted, WorkerError
from mathviz_chat.worker import Limits, Worker
from mathviz_chat.worker.client import MAX_REQUEST, MAX_STOPS
from mathviz_chat.worker.protocol import allowance

CHILD = (sys.executable, "-P", str(Path(__file__).with_name("misbehaving_child.py")))
ROOM = Limits(cpu_s=60, wall_s=60, memory_mib=512)


@pytest.fixture
def make() -> Iterator[Callable[..., Worker]]:
    """Workers with the misbehaving child, closed at the end."""
    made: list[Worker] = []

    def make(limits: Limits = ROOM, *arguments: str) -> Worker:
        made.append(Worker(limits, (*CHILD, *arguments)))
        return made[-1]

    yield make
    for worker in made:
        worker.close()


def block(index: int, text: str) -> Block:
    return Block(index, text, index + 1, 0, len(text))


def verdict_and_reason(marked: tuple[Marked, ...]) -> tuple[Verdict, str]:
    (only,) = marked
    return only.step.claim.verdict, only.step.claim.reason


OVER_THE_LIMIT = [
    ("sleep", Limits(60, 0.5, 512), "The check took longer than 0.5 s."),
    ("spin", Limits(0.3, 60, 512), "The check took more than 0.3 s of processor time."),
    ("eat", Limits(60, 60, 512), "The check needed more than 512 MiB of memory."),
    ("raise", ROOM, "The checker broke on this text (RuntimeError: out of order)."),
    ("abort", ROOM, "The checker broke on this text (status -6)."),
]


@pytest.mark.parametrize(("text", "limits", "reason"), OVER_THE_LIMIT)
def test_a_block_over_a_limit_is_unchecked_and_the_marking_goes_on_without_it(
    make: Callable[..., Worker], text: str, limits: Limits, reason: str
) -> None:
    marking = make(limits).marking("Q")
    marking.mark(block(0, "a"))
    assert verdict_and_reason(marking.mark(block(1, text))) == (Verdict.UNCHECKED, reason)
    assert verdict_and_reason(marking.mark(block(2, "b"))) == (
        Verdict.PROVED,
        f"after question Q, a, skipped {text}",
    )


def test_a_verdict_that_a_stopped_check_makes_final_is_not_lost(
    make: Callable[..., Worker],
) -> None:
    marking = make(Limits(60, 0.3, 512)).marking("Q")
    assert marking.mark(block(0, "wait for the next")) == ()
    marked = [*marking.mark(block(1, "sleep")), *marking.mark(block(2, "b")), *marking.finish()]
    assert [(m.index, m.step.claim.verdict) for m in marked] == [
        (1, Verdict.UNCHECKED),
        (0, Verdict.PROVED),
        (2, Verdict.PROVED),
    ]


def test_memory_is_watched_from_outside_where_the_system_does_not_limit_it(
    make: Callable[..., Worker],
) -> None:
    marking = make(Limits(60, 60, 300), "--unlimited").marking(None)
    assert verdict_and_reason(marking.mark(block(0, "eat"))) == (
        Verdict.UNCHECKED,
        "The check needed more than 300 MiB of memory.",
    )
    assert verdict_and_reason(marking.mark(block(1, "b")))[0] is Verdict.PROVED


def test_after_many_stopped_checks_the_rest_of_the_text_is_not_tried(
    make: Callable[..., Worker],
) -> None:
    marking = make(Limits(60, 0.3, 512)).marking(None)
    for index in range(MAX_STOPS):
        marking.mark(block(index, "sleep"))
    verdict, reason = verdict_and_reason(marking.mark(block(MAX_STOPS, "fine")))
    assert verdict is Verdict.UNCHECKED
    assert reason.startswith("Not tried")


def test_what_the_child_prints_does_not_reach_the_protocol(make: Callable[..., Worker]) -> None:
    marking = make().marking("Q")
    assert verdict_and_reason(marking.mark(block(0, "print")))[0] is Verdict.PROVED
    assert verdict_and_reason(marking.mark(block(1, "b")))[1] == "after question Q, print"


def test_a_reply_longer_than_a_pipe_holds_arrives_whole(make: Callable[..., Worker]) -> None:
    _, reason = verdict_and_reason(make().marking(None).mark(block(0, "long")))
    assert reason == "x" * 2**20


def test_a_request_longer_than_a_pipe_holds_arrives_whole(make: Callable[..., Worker]) -> None:
    marking = make().marking(None)
    marking.mark(block(0, "y" * 2**20))
    assert verdict_and_reason(marking.mark(block(1, "b")))[1].endswith("y" * 2**20)


def test_a_text_beyond_all_bounds_is_not_sent(make: Callable[..., Worker]) -> None:
    with pytest.raises(CheckStopped, match="longer than 8 MiB"):
        make().read_question("x" * (MAX_REQUEST + 1))


def test_a_text_that_is_too_much_at_once_is_checked_block_by_block(
    make: Callable[..., Worker],
) -> None:
    report = make(Limits(60, 0.5, 512)).check("a\n\nsleep\nb", question="Q")
    assert [(row.line, row.step.claim.verdict) for row in report.lines] == [
        (1, Verdict.PROVED),
        (3, Verdict.UNCHECKED),
        (4, Verdict.PROVED),
    ]
    assert report.verdict is Verdict.UNCHECKED


def test_two_markings_take_turns_in_one_child(make: Callable[..., Worker]) -> None:
    worker = make()
    one, two = worker.marking("1"), worker.marking("2")
    one.mark(block(0, "a"))
    two.mark(block(0, "b"))
    assert verdict_and_reason(one.mark(block(1, "c")))[1] == "after question 1, a"
    assert verdict_and_reason(two.mark(block(1, "d")))[1] == "after question 2, b"


def test_when_the_end_of_the_text_hangs_the_judgement_says_so(make: Callable[..., Worker]) -> None:
    marking = make(Limits(60, 0.5, 512)).marking(None)
    marking.mark(block(0, "hang at the end"))
    marking.finish()
    judgement = marking.final()
    assert judgement.verdict is AnswerVerdict.UNCHECKED
    assert judgement.reason == "The check took longer than 0.5 s."


def test_an_interrupt_ends_the_running_operation_and_the_next_is_answered(
    make: Callable[..., Worker],
) -> None:
    worker = make()
    worker.marking(None).mark(block(0, "a"))
    caught: list[Exception] = []

    def mark() -> None:
        try:
            worker.marking(None).mark(block(0, "sleep"))
        except Interrupted as error:
            caught.append(error)

    thread = threading.Thread(target=mark)
    thread.start()
    while thread.is_alive():
        worker.interrupt()
        thread.join(0.05)
    assert len(caught) == 1
    assert verdict_and_reason(worker.marking(None).mark(block(0, "b")))[0] is Verdict.PROVED


def test_an_interrupt_that_comes_too_late_does_not_hit_the_next_operation(
    make: Callable[..., Worker],
) -> None:
    worker = make()
    marking = worker.marking("Q")
    marking.mark(block(0, "a"))
    child = worker._child
    assert child is not None
    child.interrupt()  # as if the operation had ended between the look and the kill
    assert verdict_and_reason(marking.mark(block(1, "b")))[1] == "after question Q, a"


def test_the_worker_survives_the_end_of_its_fork_server(make: Callable[..., Worker]) -> None:
    marking = make().marking("Q")
    marking.mark(block(0, "a"))
    child = marking._worker.pid
    assert child is not None
    os.kill(int(_ps(child, "ppid")), signal.SIGKILL)
    os.kill(child, signal.SIGKILL)
    assert verdict_and_reason(marking.mark(block(1, "b")))[0] is Verdict.UNCHECKED
    assert verdict_and_reason(marking.mark(block(2, "c")))[0] is Verdict.PROVED


def test_threads_that_call_at_once_get_their_own_replies(make: Callable[..., Worker]) -> None:
    worker = make()
    wrong: list[str] = []

    def mark(name: str) -> None:
        marking = worker.marking(name)
        for index in range(20):
            _, reason = verdict_and_reason(marking.mark(block(index, f"{name}{index}")))
            expected = [f"question {name}", *(f"{name}{i}" for i in range(index))]
            if reason != "after " + ", ".join(expected):
                wrong.append(reason)

    threads = [threading.Thread(target=mark, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_the_child_is_in_a_session_of_its_own(make: Callable[..., Worker]) -> None:
    worker = make()
    worker.read_question("1 + 1")
    assert worker.pid is not None
    assert os.getsid(worker.pid) != os.getsid(0)


CANNOT_START = [
    (("/nonexistent/python",), "No such file"),
    (("false",), "status 1"),
    ((sys.executable, "-c", "raise ImportError('no flint')"), "no flint"),
    ((sys.executable, "-c", "print('hello')"), "status 0"),
    ((sys.executable, "-c", "raise EOFError('marshal data too short')"), "delete .* __pycache__"),
]


@pytest.mark.parametrize(("command", "detail"), CANNOT_START)
def test_a_worker_that_cannot_start_says_so_in_one_sentence(
    command: tuple[str, ...], detail: str
) -> None:
    worker = Worker(ROOM, command)
    for _ in range(2):
        with pytest.raises(WorkerError, match=f"The checker cannot be started: .*{detail}") as e:
            worker.read_question("1 + 1")
        assert not isinstance(e.value, CheckStopped)
    worker.close()


def test_a_worker_that_starts_too_slowly_says_how_long_was_waited() -> None:
    worker = Worker(Limits(start_s=0.3), (sys.executable, "-c", "import time; time.sleep(60)"))
    with pytest.raises(WorkerError, match=r"it is not ready after 0\.3 s"):
        worker.read_question("1 + 1")
    worker.close()


def test_a_closed_worker_answers_nothing_more() -> None:
    worker = Worker()
    worker.read_question("1 + 1")
    pid = worker.pid
    worker.close()
    with pytest.raises(WorkerError, match="closed"):
        worker.read_question("1 + 1")
    assert pid is not None
    assert not _alive(pid)


PARENT = """
import time
from mathviz_chat.worker import Worker
worker = Worker()
worker.read_question("1 + 1")
print(worker.pid, flush=True)
time.sleep(3600)
"""


def test_the_child_ends_when_its_parent_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        assert _alive(child)
        parent.send_signal(signal.SIGKILL)
    until = time.monotonic() + 30
    while _alive(child) and time.monotonic() < until:
        time.sleep(0.02)
    assert not _alive(child)


def _alive(pid: int) -> bool:
    """Running, and not merely waiting for its exit status to be read."""
    status = _ps(pid, "stat")
    return bool(status) and not status.startswith("Z")


def _ps(pid: int, what: str) -> str:
    ps = subprocess.run(
        ["ps", "-o", f"{what}=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return ps.stdout.strip()


@pytest.mark.parametrize(
    ("request_", "times", "why"),
    [
        (
            {"op": "read_question", "text": "2 + 2?"},
            3,
            "a grammar may be compiled",
        ),
        (
            {"op": "solve", "question": "2 + 2?", "granularity": "normal"},
            3,
            "it reads the question",
        ),
        ({"op": "open", "question": "2 + 2?"}, 3, "so does a Marker"),
        ({"op": "open", "question": None}, 1, "which has none here"),
        ({"op": "mark", "block": {}}, 1, "a claim is not a question"),
        (
            {"op": "check", "text": "2 = 2", "question": None, "keep_back": False},
            1,
            "nor is a solution",
        ),
    ],
)
def test_reading_a_question_may_take_longer_than_a_claim(
    request_: dict[str, Any], times: int, why: str
) -> None:
    assert allowance(request_) == times, why


ONE_WAY = [
    ("Simplify " + "log " * 60 + "bananas and 3", "a name of three letters is a short word, too"),
    ("What is " + "pi " * 30 + "times bananas 3?", "of two letters"),
    ("Find " + "sin cos " * 20 + "of cows = 2 when x = 3", "of names in turn"),
]


@pytest.mark.parametrize(("question", "why"), ONE_WAY)
def test_what_could_be_read_in_many_ways_is_not_tried_in_all_of_them(
    question: str, why: str
) -> None:
    with closing(Worker(Limits())) as worker:
        read = worker.read_question(question)
    assert read.read_as is None, why


def test_a_lower_limit_of_the_shell_does_not_keep_the_worker_from_starting() -> None:
    """``ulimit -f 1024`` is below the worker's own limit of file sizes, and cannot be raised."""
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (2**20, 2**20))\n"
        "from mathviz_chat.worker.client import Worker\n"
        "worker = Worker(); print(worker.solve('Solve 3x + 5 = 20').read_as); worker.close()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=100, check=False
    )
    assert done.stdout == "Solve 3x + 5 = 20 for x.\n", done.stderr
