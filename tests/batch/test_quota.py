"""What a worker may take: by the means of each system, those of other systems against stand-ins."""

import ctypes
import subprocess
import sys

import pytest

from pledgecards.batch.quota import STARVED, WORKED_OUT, _enter_job, _watch

MIB = 1 << 20


@pytest.mark.skipif(WORKED_OUT is None, reason="no limit of processor time here")
def test_a_process_works_no_longer_than_it_may():
    program = "from pledgecards.batch.quota import limit_work\nlimit_work(100)\nlimit_work(0.1)\nwhile True: pass"
    ended = subprocess.run([sys.executable, "-c", program], timeout=120, check=False)
    assert ended.returncode == -WORKED_OUT


def test_a_process_that_watches_itself_ends_when_it_holds_too_much():
    held = iter([100 * MIB, 120 * MIB, 140 * MIB, 151 * MIB])
    codes = []
    _watch(lambda: next(held), 50 * MIB, codes.append)
    assert codes == [STARVED]


class FakeKernel:
    """kernel32, in so far as a job is concerned; this process has committed 200 MiB."""

    def __init__(self, job=77):
        self.job = job
        self.assigned = []
        self.GetCurrentProcess = self._function(lambda: 99)
        self.K32GetProcessMemoryInfo = self._function(self._weigh)
        self.CreateJobObjectW = self._function(lambda security, name: self.job)
        self.SetInformationJobObject = self._function(self._set)
        self.AssignProcessToJobObject = self._function(
            lambda job, process: self.assigned.append((job.value, process.value))
        )

    @staticmethod
    def _function(body):
        def function(*arguments):
            return body(*arguments)

        return function

    @staticmethod
    def _weigh(process, counters, size):
        assert (process.value, size) == (99, 8 + 8 * ctypes.sizeof(ctypes.c_size_t))
        counters._obj.committed = 200 * MIB

    def _set(self, job, kind, limits, size):
        self.limits = (job.value, kind, limits._obj.basic.flags, limits._obj.process_memory)
        # The size that Windows expects of JOBOBJECT_EXTENDED_LIMIT_INFORMATION in a process of 64 bits.
        assert size == 144 or ctypes.sizeof(ctypes.c_size_t) != 8
        return True


def test_a_job_of_windows_gives_a_process_what_it_holds_and_more():
    kernel = FakeKernel()
    _enter_job(kernel, 256 * MIB)
    assert kernel.limits == (77, 9, 0x500, 456 * MIB)
    assert kernel.assigned == [(77, 99)]


def test_where_windows_makes_no_job_there_is_no_limit():
    kernel = FakeKernel(job=None)
    _enter_job(kernel, 256 * MIB)
    assert kernel.assigned == []
