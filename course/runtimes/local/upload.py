"""A form with a file in it, taken as it comes, so that one that is too large is told in words."""

import asyncio
from typing import Any

from tornado.httputil import HTTPInputError, parse_body_arguments
from tornado.web import HTTPError, stream_request_body

from course.runtimes.local.admitted import Admitted

LARGEST = 70_000_000
"""The bytes that a form may have; a journal that is imported may have 64 million."""

_LARGEST_READ = 2**40  # bytes that are read past, so that the browser hears the answer


@stream_request_body
class UploadHandler(Admitted):
    """An address that takes a form; ``post`` calls ``take_form`` before anything else.

    Tornado breaks off what is too large without a word. Here it is read to its end and forgotten,
    and then answered: browsers hear no answer while they are still sending.
    """

    largest = LARGEST

    async def prepare(self) -> None:
        """Prepare to take the form."""
        self._form = bytearray()
        self._is_too_large = False
        connection: Any = self.request.connection
        connection.set_max_body_size(_LARGEST_READ)
        await super().prepare()

    def data_received(self, chunk: bytes) -> None:
        """Take the next part of the form."""
        if len(self._form) + len(chunk) > self.largest:
            self._is_too_large = True
            self._form.clear()
        if not self._is_too_large:
            self._form += chunk

    def check_xsrf_cookie(self) -> None:
        """Wait: the form that has the token is not there yet; see ``take_form``."""

    async def take_form(self) -> None:
        """Read what has come into the request, and see that it comes from a page of the course.

        Raises HTTPError 413 if it is too large, 400 if it is no form, and 403 if it is forged.
        """
        if self._is_too_large:
            raise HTTPError(413)
        request = self.request
        kind = request.headers.get("Content-Type", "")
        fields, files = request.body_arguments, request.files
        try:
            # Beside the loop: each of the copies that are made of a large form takes a while.
            await asyncio.to_thread(
                lambda: parse_body_arguments(
                    kind, bytes(self._form), fields, files, request.headers
                )
            )
        except HTTPInputError as fault:
            raise HTTPError(400) from fault
        self._form.clear()
        for name, values in request.body_arguments.items():
            request.arguments.setdefault(name, []).extend(values)
        super().check_xsrf_cookie()
