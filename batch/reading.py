"""The bytes of an input, from a file or out of an archive, and what kept them from being read."""

from __future__ import annotations

import errno
import hashlib
import lzma
import zipfile
import zlib
from dataclasses import dataclass
from typing import IO

from pledgecards.batch.archive import name_of
from pledgecards.batch.failure import Content
from pledgecards.batch.inputs import Input
from pledgecards.batch.remote import is_remote, open_bytes

_CHUNK = 1 << 20
_REASONS = {
    errno.ENOENT: "파일이 없거나 링크가 가리키는 곳이 없습니다",
    errno.EACCES: "읽을 권한이 없습니다",
    errno.EPERM: "읽을 권한이 없습니다",
    errno.ELOOP: "링크가 자기 자신으로 돌아옵니다",
    errno.EIO: "디스크나 장치에서 읽지 못했습니다",
    errno.ENXIO: "파일이 아니라 장치나 파이프입니다",
}
"""What the system says in English, or in the language of its own, which the dataset must not depend on."""

_REPLACED = "실행하는 동안 압축 파일이 바뀌어 읽지 않았습니다. 같은 명령을 다시 실행해 주십시오."


class CannotRead(Exception):
    """The bytes could not be had. `code` is an issue code, `message` one Korean sentence."""

    def __init__(self, code: str, message: str, content: Content | None = None) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.content = content


@dataclass(slots=True)
class Source:
    """Reads inputs one after the other; keeps the archive of the last one open, whose directory may be long."""

    most: int
    _name: str | None = None
    _archive: zipfile.ZipFile | None = None

    def read(self, entry: Input) -> tuple[Content, bytes]:
        """What is known of the bytes, and the bytes. CannotRead: they are not to be had, or more than `most`."""
        try:
            with self._open(entry) as file:
                return self._bytes(file)
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, UnicodeDecodeError) as error:
            raise CannotRead("file.damaged", f"압축 파일이 손상되어 풀 수 없습니다 ({error}).") from error
        except NotImplementedError as error:
            raise CannotRead("file.damaged", f"지원하지 않는 압축 방식이라 풀 수 없습니다 ({error}).") from error
        except RuntimeError as error:
            if entry.member is None:  # nothing is unpacked here: a library behind an address has failed
                raise CannotRead("file.unreadable", f"파일을 열 수 없습니다 ({type(error).__name__}).") from error
            raise CannotRead(
                "file.encrypted", "압축 파일에 암호가 걸려 있어 풀 수 없습니다. 풀어서 다시 넣어 주십시오."
            ) from error
        except OSError as error:
            reason = _REASONS.get(error.errno or 0) or error.strerror or type(error).__name__
            raise CannotRead("file.unreadable", f"파일을 열 수 없습니다 ({reason}).") from error
        except Exception as error:  # a store far away has errors of its own
            if not is_remote(entry.file) or isinstance(error, MemoryError):
                raise
            raise CannotRead("file.unreadable", f"파일을 열 수 없습니다 ({type(error).__name__}).") from error

    def _open(self, entry: Input) -> IO[bytes]:
        if entry.member is None:
            return open_bytes(entry.file)
        if self._name != entry.file or self._archive is None:
            self.close()
            self._archive = zipfile.ZipFile(open_bytes(entry.file) if is_remote(entry.file) else entry.file)
            self._name = entry.file
        inside = self._archive.infolist()
        # Its number found the member when the run began; another archive may lie there now, and must not pass under its name.
        if not (entry.member < len(inside) and name_of(inside[entry.member]) in entry.path):
            raise CannotRead("file.unreadable", _REPLACED)
        return self._archive.open(inside[entry.member])

    def _bytes(self, file: IO[bytes]) -> tuple[Content, bytes]:
        digest = hashlib.sha256()
        chunks: list[bytes] = []
        size = 0
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            # What is too much is still read to its end, for its hash, but no longer kept.
            if size <= self.most:
                chunks.append(chunk)
            else:
                chunks.clear()
        content = Content(digest.hexdigest(), size)
        if size > self.most:
            raise CannotRead("file.memory", f"파일이 너무 큽니다 ({size:,}바이트, 한도 {self.most:,}바이트).", content)
        return content, b"".join(chunks)

    def close(self) -> None:
        """Closes the archive that is open, if any."""
        if self._archive is not None:
            self._archive.close()
        self._archive, self._name = None, None
