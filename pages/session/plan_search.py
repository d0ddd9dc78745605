"""The search for best plans beside the runs of the screens, and what it has found.

A screen starts a search and goes on; whoever asks for the same plan later has it at once.
"""

from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock

import pandas as pd

from data.planning.distances import Distances
from data.planning.plan import Plan, plan
from data.planning.request import Request

#: Searches at the same time. Those that nobody waits for any more end by themselves in seconds.
MOST_AT_ONCE = 4
#: Plans that are kept.
MOST_KEPT = 200

Key = tuple[str, Request, tuple[str, ...], bytes]


class PlanSearch:
    """Searches for plans in the background and keeps what was found, for all visitors."""

    def __init__(self) -> None:
        self._workers = ThreadPoolExecutor(MOST_AT_ONCE, thread_name_prefix="plan")
        self._searches: OrderedDict[Key, Future[Plan]] = OrderedDict()
        self._lock = Lock()

    def best(
        self, need: pd.Series, request: Request, travel: str, distances: Distances
    ) -> Future[Plan]:
        """Return the search for a plan, which may have ended; one that failed is begun anew.

        Parameters
        ----------
        need, request, distances
            As for ``data.planning.plan``.
        travel
            The word that tells the distances from any others.
        """
        key = (travel, request, *_content(need))
        with self._lock:
            search = self._searches.get(key)
            if search is None or (search.done() and search.exception() is not None):
                search = self._workers.submit(plan, need, distances, request)
                self._searches[key] = search
            self._searches.move_to_end(key)
            while len(self._searches) > MOST_KEPT:
                self._searches.popitem(last=False)
        return search


def _content(need: pd.Series) -> tuple[tuple[str, ...], bytes]:
    values = need.to_numpy(dtype=float, na_value=float("nan"))
    return tuple(need.index), values.tobytes()
