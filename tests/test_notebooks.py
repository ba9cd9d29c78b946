"""Notebooks run from top to bottom on the outputs of a small run."""

from pathlib import Path

import pytest
from sample_run import sample_tables

from pipeline.export import write_outputs
from pipeline.graph import graphs_of

NOTEBOOKS = sorted(Path(__file__).parents[1].glob("notebooks/*.ipynb"))


@pytest.fixture
def notebook(request):
    nbformat = pytest.importorskip("nbformat", reason="nbformat is not installed")
    return nbformat.read(request.param, as_version=4)


def test_there_is_a_notebook():
    assert "01_explore.ipynb" in [path.name for path in NOTEBOOKS]


@pytest.mark.parametrize("notebook", NOTEBOOKS, indirect=True, ids=lambda path: path.name)
def test_a_notebook_stores_no_results_and_opens_with_its_question(notebook):
    stored = [cell for cell in notebook.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)]

    assert stored == []
    assert notebook.cells[0].source.split("\n")[0].endswith("?")


@pytest.mark.parametrize("notebook", NOTEBOOKS, indirect=True, ids=lambda path: path.name)
def test_a_notebook_runs_and_draws(notebook, tmp_path, monkeypatch):
    client = pytest.importorskip("nbclient", reason="nbclient is not installed")
    pytest.importorskip("matplotlib", reason="the notebook extra is not installed")
    pytest.importorskip("ipykernel", reason="the notebook extra is not installed")
    tables = sample_tables()
    write_outputs(tables, graphs_of(tables), tmp_path)
    monkeypatch.setenv("RAVABET_RUN", str(tmp_path))
    done = client.NotebookClient(notebook, timeout=120).execute()
    kinds = {kind for cell in done.cells for output in cell.get("outputs", ()) for kind in output.get("data", ())}

    assert "image/png" in kinds
