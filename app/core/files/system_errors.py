"""Explain why the system refused a file.

The explanation is a message that can be translated; the system itself speaks English here.
"""

from __future__ import annotations

import errno

from app.core.message import Message

_OF_THE_SYSTEM = {
    errno.ENOENT: Message("it is not there"),
    errno.EACCES: Message("you may not open it"),
    errno.EPERM: Message("you may not open it"),
    errno.EROFS: Message("the disk or folder is read-only"),
    errno.ENOSPC: Message("the disk is full"),
    errno.EDQUOT: Message("the disk is full"),
    errno.EIO: Message("the disk reports an error"),
    errno.EISDIR: Message("it is a folder"),
    errno.ENOTDIR: Message("what should be a folder is a file"),
    errno.ELOOP: Message("it is a link that leads nowhere"),
    errno.ENAMETOOLONG: Message("its name is too long"),
    errno.EMFILE: Message("too many files are open"),
    errno.ENFILE: Message("too many files are open"),
    errno.EBUSY: Message("another program holds it"),
    errno.ETXTBSY: Message("another program holds it"),
    errno.ETIMEDOUT: Message("the disk or network does not answer"),
}


def explain_system_error(error: OSError) -> Message:
    """Return why the system refused a file."""
    return _OF_THE_SYSTEM.get(error.errno or 0) or Message(error.strerror or str(error))
