"""GB/T 7714—2015: the reference of a data set online. Its day of access is the reader's to add."""

from app.renderers.citation.work import Work


def gbt7714(work: Work) -> str:
    """主要责任者. 题名[DB/OL]. (更新日期). 获取路径."""
    comma = "，" if work.lang == "zh" else ", "
    version = f"数据版本{work.version}" if work.lang == "zh" else f"data version {work.version}"
    path = f" {work.address}." if work.address else ""
    return f"{work.author}. {work.title}[DB/OL]. ({work.year}{comma}{version}).{path} {work.note}.\n"
