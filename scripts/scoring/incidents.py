"""The incidents that have a gold annotation, each with its profile and its standing."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STANDINGS = {
    "tuned": "rules were written with these accounts at hand",
    "seen": "measured blind once; then their misses were looked at and rules were written with them at hand",
    "blind": "nobody who writes rules has read the texts or the misses; only totals are looked at",
}


@dataclass(frozen=True)
class Case:
    """One incident: the folder of its accounts and its gold (``~`` is a folder beside the checkout), its standing."""

    name: str
    profile: str
    standing: str
    accounts: str
    gold: str = ""

    def places(self, shared: Path) -> tuple[Path, Path]:
        """The folder of the accounts, and the gold, by default a file in it; ``shared`` is what ``~`` stands for."""
        paths = self.accounts, self.gold or f"{self.accounts}/gold.yaml"
        folder, gold = (shared / p[2:] if p.startswith("~/") else ROOT / p for p in paths)
        return folder, gold


CASES = (
    Case("seeds", "data-breach", "tuned", "~/seeds", "~/gold/seeds.yaml"),
    Case("ferry", "transport-accident", "tuned", "~/incidents/ferry"),
    Case("outage", "service-outage", "tuned", "~/incidents/outage"),
    Case("loyalty-leak", "data-breach", "seen", "tests/cases/incidents/loyalty-leak"),
    Case("flat-blast", "explosion", "seen", "tests/cases/incidents/flat-blast"),
    Case("coast-quake", "natural-disaster", "seen", "tests/cases/incidents/coast-quake"),
    Case("market-attack", "violent-attack", "seen", "tests/cases/incidents/market-attack"),
    Case("rail-crash", "transport-accident", "seen", "tests/cases/incidents/rail-crash"),
    Case("cheese-recall", "contamination", "seen", "tests/cases/incidents/cheese-recall"),
    Case("fireworks-blast", "explosion", "seen", "tests/cases/incidents/fireworks-blast"),
    Case("dam-flood", "natural-disaster", "seen", "tests/cases/incidents/dam-flood"),
    Case("school-screening", "data-breach", "seen", "tests/cases/incidents/school-screening"),
    Case("hotel-fire", "explosion", "seen", "tests/cases/incidents/hotel-fire"),
    Case("river-flood", "natural-disaster", "seen", "tests/cases/incidents/river-flood"),
    Case("ridge-wildfire", "natural-disaster", "seen", "tests/cases/incidents/ridge-wildfire"),
    Case("clinic-ransom", "data-breach", "seen", "tests/cases/incidents/clinic-ransom"),
    Case("silo-blast", "explosion", "seen", "tests/cases/incidents/silo-blast"),
    Case("payroll-leak", "data-breach", "seen", "tests/cases/incidents/payroll-leak"),
    Case("warehouse-blast", "explosion", "blind", "tests/cases/incidents/warehouse-blast"),
    Case("valley-flood", "natural-disaster", "blind", "tests/cases/incidents/valley-flood"),
    Case("solvents-fire", "explosion", "blind", "tests/cases/incidents/solvents-fire"),
    Case("valley-wildfire", "natural-disaster", "blind", "tests/cases/incidents/valley-wildfire"),
    Case("airline-ransom", "data-breach", "blind", "tests/cases/incidents/airline-ransom"),
)
#: Those whose accounts and gold are part of the checkout.
OURS = tuple(case for case in CASES if not case.accounts.startswith("~"))
