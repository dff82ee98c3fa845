"""``python -m incident_graph``: the same as the command ``incident-graph``."""

from incident_graph.cli import main

if __name__ == "__main__":
    main()
