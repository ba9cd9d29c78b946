"""HTML pages."""

from pipeline.read.options import ReadOptions
from pipeline.read.record import Record, Refusal
from pipeline.read.web import read_html

FIRST = "وزیر امور خارجه ایران روز دوشنبه در نشست خبری خود از آمادگی کشورش برای گفت‌وگو با همسایگان خبر داد."
SECOND = "او افزود که دعوت همتای عمانی خود را پذیرفته است و ماه آینده برای ادامه رایزنی‌ها به مسقط می‌رود."
PAGE = f"""<!doctype html><html lang="fa" dir="rtl"><head><title>آمادگی تهران | خبرگزاری سپهر</title>
<meta property="og:title" content="آمادگی تهران برای گفت‌وگو"><meta property="og:site_name" content="سپهر">
<meta property="article:published_time" content="2019-11-02T14:43:00+03:30"><meta name="author" content="مریم کاظمی">
<link rel="canonical" href="https://example.org/1"></head><body>
<nav><ul><li><a href="/">خانه</a></li><li><a href="/w">جهان</a></li></ul></nav>
<article><h1>آمادگی تهران برای گفت‌وگو</h1><p>{FIRST}</p><p>{SECOND}</p></article>
<footer><p>همه حقوق برای خبرگزاری سپهر محفوظ است.</p></footer><script>var x = "متن";</script></body></html>"""


def read(page: str) -> Record | Refusal:
    [record] = read_html(page, ReadOptions())
    return record


def test_the_article_is_taken_out_of_its_page() -> None:
    assert read(PAGE) == Record(
        title="آمادگی تهران برای گفت‌وگو",
        text=f"{FIRST}\n{SECOND}",
        published="2019-11-02T14:43:00+03:30",
        author="مریم کاظمی",
        source_name="سپهر",
        source_url="https://example.org/1",
    )


def test_joiners_survive_as_letters_and_as_references() -> None:
    page = (
        PAGE.replace("گفت‌وگو با", "گفت&zwnj;وگو با")
        .replace("رایزنی‌ها", "رایزنی&#8204;ها")
        .replace("می‌رود", "می&#x200C;رود")
    )

    assert read(page) == read(PAGE)


def test_a_date_may_stand_in_the_data_of_the_page() -> None:
    page = '<script type="application/ld+json">{"datePublished": "2019-11-02"}</script><h1>تیتر</h1><p>متن</p>'

    assert read(page) == Record(title="تیتر", text="متن", published="2019-11-02")


def test_a_very_deep_page_keeps_its_body() -> None:
    record = read(f"<html><body>{'<div>' * 5000}{FIRST}{'</div>' * 5000}</body></html>")

    assert isinstance(record, Record)
    assert record.text == FIRST


def test_a_very_long_paragraph_is_kept() -> None:
    body = f"{FIRST} " * 100_000
    record = read(f"<html><body><p>{body}</p></body></html>")

    assert isinstance(record, Record)
    assert record.text == body.strip()


def test_a_page_without_words_is_refused_with_a_remedy() -> None:
    assert read("<html><body><img src='x.png'></body></html>") == Refusal(
        "empty: the page shows no title and no text; save the page with its article, or take it away"
    )
