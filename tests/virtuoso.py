"""Starting and stopping a Virtuoso of our own on the loopback address, for tests."""

import contextlib
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from serving import free_port, stop, wait_for

#: So many rows and triples the server gives at most, so that tests meet its limit soon.
MOST_ROWS = 1_000
#: Who may change what is there, and who may only read, at ``/sparql-auth``; their passwords are their names.
WRITER, READER = "ada", "eve"

_SETTINGS = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
NumberOfBuffers = 8000
MaxDirtyBuffers = 5000
CheckpointInterval = 0
ThreadsPerQuery = 1
AsyncQueueMaxThreads = 1
DirsAllowed = .
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 5
[SPARQL]
ResultSetMaxRows = {rows}
MaxQueryCostEstimationTime = 400
MaxQueryExecutionTime = 60
"""
_RIGHTS = f"""
GRANT SPARQL_UPDATE TO "SPARQL";
DB.DBA.USER_CREATE('{WRITER}', '{WRITER}');
GRANT SPARQL_UPDATE TO "{WRITER}";
DB.DBA.USER_CREATE('{READER}', '{READER}');
GRANT SPARQL_SELECT TO "{READER}";
"""


def programs() -> tuple[str, str] | None:
    """The server and its command line for SQL, by the names that packages give them; None when they are not there."""
    server = next(filter(None, map(shutil.which, ("virtuoso-t", "virtuoso-opensource-t"))), None)
    isql = next(filter(None, map(shutil.which, ("isql-vt", "isql-v"))), None)
    return (server, isql) if server and isql else None


@contextlib.contextmanager
def virtuoso(server: str, isql: str, folder: Path, *, rows: int = MOST_ROWS) -> Iterator[str]:
    """A server with an empty database in the folder, where everybody may write; gives its address without a slash."""
    http, sql = free_port(), free_port()
    (folder / "ours.ini").write_text(_SETTINGS.format(http=http, sql=sql, rows=rows), encoding="utf-8")
    with (folder / "out.txt").open("w", encoding="utf-8") as out:
        process = subprocess.Popen([server, "-f", "-c", "ours.ini"], cwd=folder, stdout=out, stderr=out)
    try:
        wait_for(f"http://127.0.0.1:{http}/sparql?query=ASK%7B%7D", seconds=90)
        told = [isql, f"127.0.0.1:{sql}", "dba", "dba", "ERRORS=STDOUT"]
        said = subprocess.run(told, input=_RIGHTS, capture_output=True, text=True, timeout=30, check=True).stdout
        assert "Error" not in said, said
        yield f"http://127.0.0.1:{http}"
    finally:
        stop(process)
