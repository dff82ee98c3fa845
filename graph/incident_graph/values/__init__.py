"""Value types: parse and compare."""

from incident_graph.values.period import Period
from incident_graph.values.quantity import Quantity
from incident_graph.values.relation import Relation

__all__ = ["Period", "Quantity", "Relation"]
