"""A viewer of the page of Dash, without a browser: asks for a change as Dash's own page does."""

import itertools
import time

import httpx

PATIENCE_S = 120
CHANGE = "/_dash-update-component"
OUTPUT = "..districts.hideout...participants.children.."


class DashViewer:
    """One viewer: its connection, and where on its slider it stands."""

    def __init__(self, client: httpx.AsyncClient, months: int) -> None:
        self._client = client
        self._months = itertools.cycle([*range(months - 1), *range(months - 1, 0, -1)])

    @classmethod
    async def opened(cls, url: str) -> "DashViewer":
        """Open the page, and return when what it is made of is there."""
        client = httpx.AsyncClient(base_url=url, timeout=PATIENCE_S)
        for path in ("/", "/_dash-layout", "/_dash-dependencies"):
            (await client.get(path)).raise_for_status()
        layout = (await client.get("/_dash-layout")).json()
        slider = next(
            one["props"] for one in layout["props"]["children"] if one["props"].get("id") == "as_of"
        )
        return cls(client, slider["max"] + 1)

    async def change(self) -> float:
        """Move the slider by one step, to and fro; return the seconds to the whole answer."""
        asked = time.perf_counter()
        (await self._client.post(CHANGE, json=self._asked())).raise_for_status()
        return time.perf_counter() - asked

    async def close(self) -> None:
        """Leave."""
        await self._client.aclose()

    def _asked(self) -> dict[str, object]:
        places = (("districts", "hideout"), ("participants", "children"))
        return {
            "output": OUTPUT,
            "outputs": [{"id": one, "property": name} for one, name in places],
            "inputs": [{"id": "as_of", "property": "value", "value": next(self._months)}],
            "changedPropIds": ["as_of.value"],
        }
