"""The limits of a process on Windows: a job that it puts itself into."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMIT_INFORMATION = 9
    _PROCESS_MEMORY = 0x0100
    _DIE_ON_UNHANDLED_EXCEPTION = 0x0400
    _KILL_ON_JOB_CLOSE = 0x2000
    _NO_ERROR_BOXES = 0x0001 | 0x0002

    class _BasicLimits(ctypes.Structure):
        _fields_ = (
            ("PerProcessUserTimeLimit", wintypes.LARGE_INTEGER),
            ("PerJobUserTimeLimit", wintypes.LARGE_INTEGER),
            ("LimitFlags", wintypes.DWORD),
            ("MinimumWorkingSetSize", ctypes.c_size_t),
            ("MaximumWorkingSetSize", ctypes.c_size_t),
            ("ActiveProcessLimit", wintypes.DWORD),
            ("Affinity", ctypes.c_size_t),
            ("PriorityClass", wintypes.DWORD),
            ("SchedulingClass", wintypes.DWORD),
        )

    class _ExtendedLimits(ctypes.Structure):
        _fields_ = (
            ("BasicLimitInformation", _BasicLimits),
            ("IoInfo", ctypes.c_ulonglong * 6),
            ("ProcessMemoryLimit", ctypes.c_size_t),
            ("JobMemoryLimit", ctypes.c_size_t),
            ("PeakProcessMemoryUsed", ctypes.c_size_t),
            ("PeakJobMemoryUsed", ctypes.c_size_t),
        )

    _kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    _kernel.CreateJobObjectW.argtypes = (ctypes.c_void_p, wintypes.LPCWSTR)
    _kernel.CreateJobObjectW.restype = wintypes.HANDLE
    _kernel.SetInformationJobObject.argtypes = (wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD)
    _kernel.SetInformationJobObject.restype = wintypes.BOOL
    _kernel.QueryInformationJobObject.argtypes = (
        wintypes.HANDLE, ctypes.c_int, ctypes.c_void_p, wintypes.DWORD, ctypes.c_void_p,
    )  # fmt: skip
    _kernel.QueryInformationJobObject.restype = wintypes.BOOL
    _kernel.AssignProcessToJobObject.argtypes = (wintypes.HANDLE, wintypes.HANDLE)
    _kernel.AssignProcessToJobObject.restype = wintypes.BOOL
    _kernel.GetCurrentProcess.argtypes = ()
    _kernel.GetCurrentProcess.restype = wintypes.HANDLE
    _kernel.SetErrorMode.argtypes = (wintypes.UINT,)
    _kernel.SetErrorMode.restype = wintypes.UINT

    def confine(memory: int) -> None:
        """Nothing; this process gets no more memory than that; what it starts ends with it; it shows no boxes.

        Raises:
            OSError: where the system refuses.
        """
        global _job
        _kernel.SetErrorMode(_NO_ERROR_BOXES)
        _job = _true(_kernel.CreateJobObjectW(None, None))  # closed when the process ends, and the job with it
        limits = _ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION | _KILL_ON_JOB_CLOSE
        limits.ProcessMemoryLimit = memory
        _true(
            _kernel.SetInformationJobObject(
                _job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits)
            )
        )
        _true(_kernel.AssignProcessToJobObject(_job, _kernel.GetCurrentProcess()))

    def memory_taken() -> int:
        """How many bytes of memory this process has had at most: what the job remembers of it."""
        limits = _ExtendedLimits()
        _true(
            _kernel.QueryInformationJobObject(
                _job, _EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits), None
            )
        )
        return int(limits.PeakProcessMemoryUsed)

    _job: int | None = None

    def _true(answer: int | None) -> int:
        if not answer:
            raise ctypes.WinError(ctypes.get_last_error())
        return answer
