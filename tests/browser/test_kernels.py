"""Kernels come and go with the pages that use them, so that memory does not fill with old ones."""

from running import wait_for
from written import LESSONS


def test_a_page_that_is_left_leaves_no_kernel_behind(start, visitor):
    course = start()
    page = visitor(course)
    for lesson in (LESSONS[0], LESSONS[1], LESSONS[0]):
        page.goto(course.url(f"en/{lesson}"))
        page.wait_for_selector("html[data-live]")
    wait_for(lambda: len(course.kernels()) == 2, "one kernel for the page and one kept warm")
    page.go_back()
    page.wait_for_selector("html[data-live]")
    wait_for(lambda: len(course.kernels()) == 2, "one kernel for the page that was gone back to")
    page.goto(course.url("en/"))
    wait_for(lambda: len(course.kernels()) == 1, "only the one that is kept warm")
