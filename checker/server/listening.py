"""The server on a port: each editor that connects has one of its own, and all checks run in one thread.

It goes on until it is stopped: an editor that leaves takes nothing from the others.
"""

from __future__ import annotations

import asyncio
import logging
import signal
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event

from pygls.io_ import run_async

from checker.server.serving import MakeDesk, make_server

LOG = logging.getLogger(__name__)

Tell = Callable[[str], None]
"""Is told where the server waits."""


def listen(make_desk: MakeDesk, host: str, port: int, tell: Tell) -> None:
    """Serve whoever connects until the process is asked to end; port 0 is any free one.

    Raises OSError when the address cannot be had.
    """
    with ThreadPoolExecutor(1, thread_name_prefix="check") as worker, suppress(KeyboardInterrupt):
        asyncio.run(_listen(make_desk, host, port, tell, worker))


async def _listen(make_desk: MakeDesk, host: str, port: int, tell: Tell, worker: ThreadPoolExecutor) -> None:
    met: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if (task := asyncio.current_task()) is not None:
            met[task] = writer
            task.add_done_callback(met.pop)
        server = make_server(make_desk, worker)
        server.protocol.set_writer(writer)
        try:
            await run_async(
                stop_event=Event(),
                reader=reader,
                protocol=server.protocol,
                logger=LOG,
                error_handler=server.report_server_error,
            )
        except (SystemExit, ConnectionError):
            # "exit" ends the process of a server that has one editor; here it, like a cut line, ends the connection.
            LOG.debug("an editor has left")
        finally:
            writer.close()

    listening = await asyncio.start_server(meet, host, port)
    stopped = asyncio.Event()
    with suppress(NotImplementedError):  # Windows has no such handlers; there the interrupt is raised
        for one in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(one, stopped.set)
    places = ", ".join("{}:{}".format(*socket.getsockname()[:2]) for socket in listening.sockets)
    tell(f"Serving on {places}")
    async with listening:
        await stopped.wait()
        # Whoever is still there is cut off, and not cancelled, which asyncio would complain of.
        for writer in met.values():
            writer.close()
        await asyncio.gather(*met)
