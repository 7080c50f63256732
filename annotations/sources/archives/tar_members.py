"""Members of tar archives whose headers cannot fill the memory."""

import tarfile

_LONGEST = 1_000_000
"""Bytes of a header that says more of the next member: a long name, or attributes."""

_SAYING_MORE = (
    tarfile.GNUTYPE_LONGNAME,
    tarfile.GNUTYPE_LONGLINK,
    tarfile.XHDTYPE,
    tarfile.XGLTYPE,
    tarfile.SOLARIS_XHDTYPE,
)


class Member(tarfile.TarInfo):
    """A member. One that is damaged ends the archive with an error, and not in silence."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> "Member":
        """Read a header block.

        Raises:
            tarfile.ReadError: If it is damaged.
        """
        try:
            return super().frombuf(buf, encoding, errors)
        except (tarfile.InvalidHeaderError, tarfile.TruncatedHeaderError) as error:  # type: ignore[attr-defined]
            raise tarfile.ReadError(str(error)) from error

    def _proc_member(self, archive: tarfile.TarFile) -> tarfile.TarInfo:
        """What the library calls to read what follows a header, for subclasses to change."""
        if self.type in _SAYING_MORE and self.size > _LONGEST:
            raise tarfile.ReadError("a header is far too long")
        if self.type == tarfile.GNUTYPE_SPARSE:
            self._refuse_sparse()
        return super()._proc_member(archive)  # type: ignore[misc,no-any-return]

    def _refuse_sparse(self, *_: object) -> None:
        """Maps of files with holes can be endless; no article has holes."""
        raise tarfile.ReadError("a member has holes")

    _proc_gnusparse_00 = _proc_gnusparse_01 = _proc_gnusparse_10 = _refuse_sparse
