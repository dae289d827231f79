"""What readers ask is answered on screen, with its qualifier and its caveat, on one page each.

The fragments are what the page must say, not how: a curator may reword around them.
"""

from collections.abc import Mapping

import pytest

from tests.pages.reading import Reading

pytestmark = pytest.mark.whole

Pages = Mapping[str, Reading]

#: The question, the page that answers it, the answer as it must read there, and the caveats beside it.
QUESTIONS = (
    (
        "how fast has the number of filed models grown",
        "/zh/charts/ai-models",
        ("15款", "82款", "132款", "截至2023年11月报道", "截至2024年第四季度报道", "截至2025年6月报道"),
        ("三个时点原文都未写", "以大模型产品计", "未印出年增长率"),
    ),
    (
        "what share of the nation's filed models",
        "/zh/charts/ai-models-share",
        ("约45%", "截至2024年第四季度报道"),
        ("全国的款数未印出",),
    ),
    (
        "what have the eight funds put in and brought along",
        "/zh/charts/fund-capital",
        ("194亿元", "508亿元", "截至2025年6月报道"),
        ("不相加", "是否包含基金自身的投资未写", "未写时点的累计"),
    ),
    (
        "how much did a yuan of the funds bring along",
        "/zh/charts/fund-leverage",
        ("2.62倍（推算）",),
        ("报道未印出",),
    ),
    (
        "do the science cities pass results on",
        "/zh/charts/results-landed",
        ("超270项", "约135项（推算）", "2023年", "2022年"),
        ("不是印出的数", "不能算出精确的增长率"),
    ),
    (
        "how much computing power",
        "/zh/charts/computing-power",
        ("1.2万P", "约4,082P", "津冀、晋蒙"),
        ("原文未定义", "不能相加、相除或叠放", "是否含在前一数里，报道没有说"),
    ),
    (
        "is Beijing fifth in the world",
        "/zh/charts/startup-rank",
        ("第5位", "与波士顿并列", "第1位", "第2–4位", "硅谷", "纽约", "伦敦", "特拉维夫", "40个"),
        ("一家机构", "较上年提升3位", "推算为第八"),
    ),
    (
        "the ten results of the forum, and whether all are Beijing's",
        "/zh/charts/forum-ten-results",
        (
            "2024年4月25日",
            "光学晶体",
            "燃气轮机",
            "通通",
            "中国天眼",
            "拉索",
            "东方超环",
            "2024—2027年",
            "香山",
            "北脑二号",
        ),
        ("合为一项时才是十项", "一项是规划", "在上海下线", "几项没有写机构", "Vidu在两天后发布，不在其中"),
    ),
    (
        "the steps of the large models",
        "/zh/charts/ai-milestones",
        ("悟道1.0", "悟道2.0", "悟道3.0", "Vidu", "2024年4月27日", "2024年3月", "通通", "长上下文", "悟界"),
        ("不是词元", "“悟道2.0”没有印年份"),
    ),
    (
        "how far is the Zhongguancun Academy",
        "/zh/charts/academy-start",
        ("600名博士生", "近200人", "31项", "6个", "7个"),
        ("是上限", "尚未建成", "不能与已建的合成"),
    ),
    (
        "how the robots came about",
        "/zh/charts/robotics-steps",
        ("2019年第四季度（推断）", "2023年3月（推断）", "2023年4月（推断）", "天坛医院", "近200例", "天工"),
        ("“2019年末”", "文章写于2024年"),
    ),
    (
        "how well the gear technology works",
        "/zh/charts/gear-efficiency",
        ("2–3倍",),
        ("企业", "照录"),
    ),
    (
        "how the cluster structure changed",
        "/zh/charts/industry-clusters",
        ("2个", "8个", "3个", "7个", "万亿元级", "千亿元级"),
        ("像是升了一级", "报道未写是哪一个"),
    ),
    (
        "what is planned and by when",
        "/zh/charts/plans-timeline",
        ("2024—2027年", "2024—2028年", "2030年", "2035年", "未定期限"),
        ("不是成果", "没有期限的目标不放在有日期的轴上"),
    ),
    (
        "what is planned without a date",
        "/zh/charts/plans-undated",
        ("500平方公里（目标）", "约1,000亿元（目标）"),
        ("不放在时间轴上", "不是期限"),
    ),
    (
        "the digital economy's share: 2023, not 2024",
        "/zh/charts/digital-gdp-share",
        ("44.3%", "2023年前三季度（推断）"),
        ("页眉的2024年是转载时间", "不能与全年比", "绝对值没有印"),
    ),
    (
        "how many unicorns: 115, 61 or 6",
        "/zh/charts/unicorns",
        ("115家", "61家", "6家", "2024年12月31日", "活跃独角兽", "商业航天独角兽"),
        ("只是巧合", "相互之间没有增减", "统计机构未印出", "口径不同"),
    ),
    (
        "which 61 may be compared",
        "/zh/charts/unicorns-active",
        ("61家", "4家", "全球平均"),
        ("不能相比",),
    ),
    (
        "which figures are not Beijing's",
        "/zh/charts/not-beijing",
        ("7人", "2项", "26人", "37人", "2万平方米", "深圳", "肥城", "上海", "超1万家", "约4,082P"),
        ("不计入任何北京的合计", "国家设施", "21家", "10家"),
    ),
    (
        "did little giants triple",
        "/zh/charts/little-giants",
        ("超1,000家", "超300家", "工业"),
        ("不能说增加了几倍", "两种口径的下限"),
    ),
)


@pytest.mark.parametrize(("question", "path", "answer", "caveats"), QUESTIONS, ids=[each[0] for each in QUESTIONS])
def test_the_page_answers(
    pages: Pages, question: str, path: str, answer: tuple[str, ...], caveats: tuple[str, ...]
) -> None:
    said = _said(pages[path])
    assert not [part for part in (*answer, *caveats) if part not in said], said[:2000]


@pytest.mark.parametrize(("question", "path"), [each[:2] for each in QUESTIONS], ids=[each[0] for each in QUESTIONS])
def test_the_english_page_stands_beside_it(pages: Pages, question: str, path: str) -> None:
    assert pages[path.replace("/zh/", "/en/")].one("h1").text


def _said(page: Reading) -> str:
    return page.one("main").text
