"""The search for best plans in a worker process, and what it has found.

A screen starts a search and goes on; whoever asks for the same plan later has it at once.
"""

from collections import OrderedDict
from dataclasses import replace
from threading import Lock

import pandas as pd
import streamlit as st

from data.planning.distances import Distances
from data.planning.plan import Plan, plan
from data.planning.plan import curve as curve_of
from data.planning.request import Request
from pages.workers.queues import MAKING, Work

#: Plans that are kept, and visitors of whom it is known what they asked for last.
MOST_KEPT = 200

Key = tuple[str, Request, tuple[str, ...], bytes]


class PlanSearch:
    """Searches for plans in the background and keeps what was found, for all visitors."""

    def __init__(self) -> None:
        self._searches: OrderedDict[Key, Work[Plan]] = OrderedDict()
        self._asked: OrderedDict[str, Key] = OrderedDict()
        self._lock = Lock()

    def best(
        self, need: pd.Series, request: Request, travel: str, distances: Distances, asker: str = ""
    ) -> Work[Plan]:
        """Return the search for a plan, which may have ended; one that failed is begun anew.

        Parameters
        ----------
        need, request, distances
            As for ``data.planning.plan``.
        travel
            The word that tells the distances from any others.
        asker
            The visitor's session; blank for none. A search that was asked for before, and that
            nobody waits for any more, is given up.

        Raises
        ------
        pages.workers.queues.BusyError
            If no more searches are taken on.
        """
        key = (travel, request, *_content(need))
        with self._lock:
            if asker:
                self._leave(asker, key)
            search = self._searches.get(key)
            if search is None or search.failed:
                search = MAKING.begin(asker, plan, need, distances, request)
                self._searches[key] = search
            self._searches.move_to_end(key)
            self._asked[asker] = key
            for kept in (self._searches, self._asked):
                while len(kept) > MOST_KEPT:
                    kept.popitem(last=False)
        return search

    def _leave(self, asker: str, key: Key) -> None:
        before = self._asked.pop(asker, key)
        if before == key or before in self._asked.values():
            return
        search = self._searches.get(before)
        if search is not None and not search.done:
            search.give_up()
            del self._searches[before]


def _content(need: pd.Series) -> tuple[tuple[str, ...], bytes]:
    values = need.to_numpy(dtype=float, na_value=float("nan"))
    return tuple(need.index), values.tobytes()


def curve(
    need: pd.Series, request: Request, travel: str, distances: Distances, asker: str
) -> Work[pd.DataFrame]:
    """Return the work on the curve of a request, whatever its ``n_venues``.

    A session keeps its last one. Raises ``BusyError``, as ``PlanSearch.best`` does.
    """
    asked = curve_key(need, request, travel)
    kept = st.session_state.get("curve")
    if kept is None or kept[0] != asked or kept[1].failed:
        kept = (asked, MAKING.begin(asker, curve_of, need, distances, request))
        st.session_state["curve"] = kept
    return kept[1]


def curve_key(need: pd.Series, request: Request, travel: str) -> tuple[object, ...]:
    """Return what tells one curve from another."""
    return travel, replace(request, n_venues=1), tuple(need.dropna().items())
