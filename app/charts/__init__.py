"""What a chart says and where it stands: a spec becomes a scene, a scene at a width a layout; one module a kind."""

from importlib import import_module

from app.model.chart import ChartKind

# A kind registers itself where its module, which has its name, is imported.
for _kind in ChartKind:
    import_module(f"{__name__}.{_kind.value}")
