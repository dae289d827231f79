"""APA, 7th edition: the reference of a data set."""

from app.renderers.citation.work import Work


def apa(work: Work) -> str:
    """Author. (Year). Title (Version …) [Data set]. Address"""
    kind = "数据集" if work.lang == "zh" else "Data set"
    version = f"版本{work.version}" if work.lang == "zh" else f"Version {work.version}"
    path = f" {work.address}" if work.address else ""
    return f"{work.author}. ({work.year}). {work.title} ({version}) [{kind}]. {work.note}.{path}\n"
