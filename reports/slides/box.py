"""A place on a slide, in inches, and how it is divided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pptx.util import Emu

EMU_PER_INCH = 914_400


@dataclass(frozen=True)
class Box:
    """A place on a slide, in inches."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def columns(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return boxes beside each other, as wide as their shares say."""
        room, left, boxes = self.width - gap * (len(shares) - 1), self.left, []
        for share in shares:
            width = room * share / sum(shares)
            boxes.append(Box(left, self.top, width, self.height))
            left += width + gap
        return boxes

    def rows(self, shares: Sequence[float], gap: float) -> list[Box]:
        """Return boxes below each other, as high as their shares say."""
        turned = Box(self.top, self.left, self.height, self.width).columns(shares, gap)
        return [Box(one.top, one.left, one.height, one.width) for one in turned]

    def within(self, whole: Box) -> Box:
        """Return where the box lies in another, in shares of its sides; what is outside is left."""
        left, right = (
            min(max((edge - whole.left) / (whole.width or 1), 0.0), 1.0)
            for edge in (self.left, self.right)
        )
        top, bottom = (
            min(max((edge - whole.top) / (whole.height or 1), 0.0), 1.0)
            for edge in (self.top, self.bottom)
        )
        return Box(left, top, right - left, bottom - top)

    def below(self, height: float) -> Box:
        """Return what is left of the box under a strip of a height."""
        return replace(self, top=self.top + height, height=max(self.height - height, 0.0))

    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        """Return left, top, width and height in the unit of the file."""
        edges = (self.left, self.top, self.width, self.height)
        left, top, width, height = (Emu(round(edge * EMU_PER_INCH)) for edge in edges)
        return left, top, width, height

    def meets(self, other: Box) -> bool:
        """Return whether two boxes have a part in common."""
        beside = self.right <= other.left or other.right <= self.left
        return not (beside or self.bottom <= other.top or other.bottom <= self.top)
