"""The search for best plans beside the runs of the screens, and what it has found.

A screen starts a search and goes on; whoever asks for the same plan later has it at once.
"""

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from threading import Lock

import pandas as pd
import streamlit as st

from data.planning.distances import Distances
from data.planning.plan import Plan, plan
from data.planning.plan import curve as curve_of
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


def curve(
    need: pd.Series,
    request: Request,
    travel: str,
    distances: Distances,
    told: Callable[[float], object],
) -> pd.DataFrame:
    """Return the curve of a request, whatever its ``n_venues``; a session keeps its last one."""
    asked = curve_key(need, request, travel)
    kept = st.session_state.get("curve")
    if kept is None or kept[0] != asked:
        kept = (asked, curve_of(need, distances, request, told=told))
        st.session_state["curve"] = kept
    return kept[1]


def curve_key(need: pd.Series, request: Request, travel: str) -> tuple[object, ...]:
    """Return what tells one curve from another."""
    return travel, replace(request, n_venues=1), tuple(need.dropna().items())
