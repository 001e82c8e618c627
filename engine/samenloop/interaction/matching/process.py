# SPDX-FileCopyrightText: 2026 Samenloop
# SPDX-License-Identifier: EUPL-1.2
"""A worker process with a time limit: one JSON line there, one back. It may crash or hang; the caller lives on.

A fresh interpreter, never a fork of this one: a fork would take threads and locks along.
"""

from __future__ import annotations

import json
import os
import selectors
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import IO, Any

_CHUNK = 65536


class WorkerGoneError(Exception):
    """The worker died, hung or answered with an error; it has been stopped."""


class Worker:
    """One worker process. Not shared between threads."""

    def __init__(self, script: Path, *, python: Sequence[str] = ()) -> None:
        command = [*(python or (sys.executable, "-P")), str(script)]
        try:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, bufsize=0
            )
        except OSError as error:
            raise WorkerGoneError(type(error).__name__) from None
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        os.set_blocking(self._to.fileno(), False)
        os.set_blocking(self._from.fileno(), False)

    @property
    def pid(self) -> int:
        """Process id."""
        return self._process.pid

    def ask(self, request: Mapping[str, Any], seconds: float) -> Any:
        """Send a request and wait for the answer. Raises :class:`WorkerGoneError`, after stopping the process."""
        try:
            answer = json.loads(self._exchange((json.dumps(request) + "\n").encode(), time.monotonic() + seconds))
            if not isinstance(answer, dict) or "error" in answer:
                raise WorkerGoneError(str(answer))
        except WorkerGoneError:
            self.close()
            raise
        except (OSError, ValueError) as error:
            self.close()
            raise WorkerGoneError(type(error).__name__) from None
        return answer

    def _exchange(self, request: bytes, deadline: float) -> bytes:
        got = bytearray()
        with selectors.DefaultSelector() as ready:
            ready.register(self._from, selectors.EVENT_READ)
            ready.register(self._to, selectors.EVENT_WRITE)
            while not got.endswith(b"\n"):
                events = ready.select(max(0, deadline - time.monotonic()))
                if not events:
                    raise WorkerGoneError("tijd om")
                for key, _ in events:
                    if key.fileobj is self._to:
                        request = request[os.write(self._to.fileno(), request[:_CHUNK]) :]
                        if not request:
                            ready.unregister(self._to)
                    else:
                        chunk = os.read(self._from.fileno(), _CHUNK)
                        if not chunk:
                            raise WorkerGoneError("gestopt")
                        got += chunk
                if time.monotonic() > deadline:
                    raise WorkerGoneError("tijd om")
        return bytes(got)

    def close(self) -> None:
        """Stop the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self._to.close()
        self._from.close()

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
