from data.figures.coverage import coverage
from data.figures.kept import MOST, kept_with_figures
from data.figures.selection import whole
from data.store.shipped import illustrative


def test_an_answer_is_made_once_for_a_view_and_its_arguments():
    asked = []

    @kept_with_figures
    def described(figures, word, *, loud=False):
        asked.append((word, loud))
        return f"{word} {figures.headline.districts}"

    records = illustrative()
    figures, others = (coverage(records, whole(records)) for _ in range(2))
    assert described(figures, "one") == described(figures, "one") == "one 160"
    assert asked == [("one", False)]
    described(figures, "one", loud=True)
    described(others, "one")
    assert len(asked) == 3
    for number in range(3 * MOST):
        described(figures, str(number))
    kept = next(value for name, value in figures.__dict__.items() if "described" in name)
    assert len(kept) <= MOST
