"""The review in a browser, as editors use it: by keyboard, two at once, in light and dark, with hostile articles."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sample_review import served
from test_review_live import FIRST, SECOND

pytestmark = pytest.mark.slow

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"

EVIL = (
    '<script>document.title = "taken"</script><img src=x onerror="document.title=\'taken\'"> '
    "<a href=\"javascript:document.title='taken'\">Read more</a> [Read more](javascript:alert(1))"
)


def find_browser() -> str | None:
    """Chromium as the system has it, or the one that an environment variable names."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    path = find_browser()
    if path is None:
        pytest.skip("there is no Chromium (Debian: apt-get install chromium)")
    with sync_api.sync_playwright() as playwright:
        # Chromium's own sandbox does not work for root, as containers often are.
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if os.geteuid() == 0 else [])
        yield started
        started.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A review of three of the seeds.

    They show every kind of finding that the five show, and need three columns, on pages of half the length: looking for
    barriers takes as long as a page does.
    """
    if not SEEDS.is_dir():
        pytest.skip("the seeds are those of the checkout")
    folder = tmp_path_factory.mktemp("served")
    three = [path for number in ("000", "002", "004") for path in SEEDS.glob(f"{number}_*.txt")]
    with served(three, folder, "--as", "Ada") as (found, _):
        yield found


class Editor:
    """Somebody at a browser, who has opened the address; ``troubles`` are what the browser complains of."""

    def __init__(self, browser: Any, address: str, **options: Any) -> None:
        self.base = address.partition("/?")[0]
        self.context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        self.page = self.context.new_page()
        self.page.set_default_timeout(15_000)
        self.troubles: list[str] = []
        self.page.on("console", lambda line: self.troubles.append(line.text) if line.type == "error" else None)
        self.page.on("pageerror", lambda error: self.troubles.append(str(error)))
        self.page.goto(address)

    def open(self, place: str) -> None:
        self.page.goto(self.base + place)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    @property
    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.id"))


@pytest.fixture
def editors(browser: Any, address: str) -> Iterator[Any]:
    """Makes editors; at the end each browser must have had nothing to complain of."""
    made: list[Editor] = []

    def come(place: str = address, **options: Any) -> Editor:
        made.append(Editor(browser, place, **options))
        return made[-1]

    yield come
    for one in made:
        one.context.close()
    assert [trouble for one in made for trouble in one.troubles] == []


def test_an_editor_decides_five_findings_by_keyboard_alone_and_finds_them_kept(editors: Any) -> None:
    ada = editors()
    page = ada.page
    assert "token" not in page.url
    decided = {}
    for key, word in (("a", "confirmed"), ("d", "dismissed"), ("n", "not comparable"), ("c", "needs a call")):
        ada.press("j")
        item = ada.focused
        assert item.startswith("item-")
        ada.press(key)
        page.locator(f"#{item}.done").wait_for()
        sync_api.expect(page.locator(f"#{item} .ruling")).to_contain_text(word, use_inner_text=True)
        assert ada.focused == item
        decided[item] = word
    # The fifth on its own page, with a note.
    ada.press("j", "Enter")
    page.wait_for_url("**/findings/*")
    fifth = page.url.rpartition("/")[2].partition("?")[0]
    ada.press("e")
    page.keyboard.type("Ask the desk")
    ada.press("Escape", "f")
    page.locator(".panel .ruling.corrected").wait_for()
    decided[f"item-{fifth}"] = "corrected"
    assert len(decided) == 5
    ada.press("b")
    page.wait_for_url(re.compile(r"/(#.*)?$"))
    page.reload()
    for item, word in decided.items():
        sync_api.expect(page.locator(f"#{item} .ruling")).to_contain_text(word, use_inner_text=True)
    sync_api.expect(page.locator(f"#item-{fifth} .ruling")).to_contain_text("Ask the desk", use_inner_text=True)
    # And taken back.
    page.locator(f"#item-{fifth}").focus()
    ada.press("u")
    page.locator(f"#item-{fifth} .ruling.undecided").wait_for()


def test_keys_are_told_and_do_nothing_while_somebody_writes(editors: Any) -> None:
    ada = editors()
    ada.press("?")
    assert ada.page.locator("#help").is_visible()
    ada.press("Escape")
    assert not ada.page.locator("#help").is_visible()
    ada.press("/")
    assert ada.focused == "q"
    before = ada.page.locator(".item.done").count()
    ada.page.keyboard.type("adjnd")
    ada.page.locator("text=Nothing fits these filters").wait_for()
    assert "q=adjnd" in ada.page.url
    assert ada.page.locator("#q").input_value() == "adjnd"
    ada.open("/")
    assert ada.page.locator(".item.done").count() == before


def test_a_second_editor_is_told_that_the_first_was_there(editors: Any) -> None:
    ada, bo = editors(), editors()
    for editor in (ada, bo):
        editor.open("/?kind=single-source")
    item = ada.page.locator(".item:not(.done)").first.get_attribute("id")
    ada.page.locator(f"#{item}").focus()
    ada.press("d")
    ada.page.locator(f"#{item}.done").wait_for()
    bo.page.locator(f"#{item}").focus()
    bo.press("a")
    alert = bo.page.locator(f"#{item} [role=alert]")
    alert.wait_for()
    sync_api.expect(alert).to_contain_text("Ada decided “dismissed”", use_inner_text=True)
    sync_api.expect(bo.page.locator(f"#{item} .ruling")).to_contain_text("dismissed", use_inner_text=True)
    # The browser notes each answer with status 409; that one is expected.
    bo.troubles[:] = [trouble for trouble in bo.troubles if "409" not in trouble]
    # Having seen it, the second may decide otherwise.
    bo.press("a")
    bo.page.locator(f"#{item} .ruling.confirmed").wait_for()


def test_filters_change_the_list_and_the_address(editors: Any) -> None:
    ada = editors()
    ada.page.locator("#f-kind").select_option("framing")
    ada.page.wait_for_url("**/?kind=framing")
    assert ada.page.locator(".item").count() == ada.page.locator(".item.framing").count() > 0
    ada.page.go_back()
    ada.page.wait_for_url(re.compile(r"/$"))
    ada.page.locator(".item.single-source").first.wait_for()


def test_words_in_one_article_bring_those_of_the_other_into_view(editors: Any) -> None:
    ada = editors()
    ada.open("/beside")
    words = ada.page.locator(".strip .item").last.locator("a.words")
    words.first.click()
    lit = ada.page.locator("mark.lit")
    assert lit.count() >= 2
    for leaf in ada.page.locator(".leaf:has(mark.lit)").all():
        inside = leaf.evaluate(
            """leaf => {
                const box = leaf.getBoundingClientRect();
                const words = leaf.querySelector("mark.lit").getBoundingClientRect();
                return words.top >= box.top && words.top <= box.bottom;
            }"""
        )
        assert inside
    # And from the text to the finding.
    ada.page.locator(".leaf sup a").first.click()
    assert ada.page.locator(".strip .current").count() == 1


def test_without_scripts_everything_can_be_done(editors: Any) -> None:
    ada = editors(java_script_enabled=False)
    ada.open("/?kind=credibility")
    item = ada.page.locator(".item:not(.done)").first
    name = item.get_attribute("id")
    item.get_by_role("button", name="Dismiss").click()
    assert ada.page.url.endswith("/?kind=credibility")
    ruling = ada.page.locator(f"#{name} .ruling")
    sync_api.expect(ruling).to_contain_text("dismissed", use_inner_text=True)
    ada.page.locator(f"#{name}").get_by_role("button", name="Undo").click()
    sync_api.expect(ruling).to_contain_text("undecided", use_inner_text=True)
    ada.page.locator("#q").fill("Bessent")
    ada.page.locator(".apply button").click()
    assert "q=Bessent" in ada.page.url


# Of what axe looks at, this alone depends on the colours.
COLOURS = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}
EVERYTHING = {"resultTypes": ["violations"]}


@pytest.mark.parametrize(("scheme", "options"), [("light", EVERYTHING), ("dark", COLOURS)])
def test_no_serious_barrier_is_found(editors: Any, scheme: str, options: dict[str, Any]) -> None:
    axe_playwright = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    axe = axe_playwright.Axe()
    ada = editors(color_scheme=scheme)
    place = ada.page.locator("a.open").first.get_attribute("href")
    found = []
    for where in ("/", place, "/matrix", "/beside", "/decisions", "/articles"):
        ada.open(where)
        for violation in axe.run(ada.page, options=options).response["violations"]:
            if violation["impact"] in ("serious", "critical"):
                nodes = [node["html"][:150] for node in violation["nodes"][:3]]
                found.append((where, violation["id"], nodes))
    assert found == []


def test_no_page_is_wider_than_the_window(editors: Any) -> None:
    ada = editors()
    place = ada.page.locator("a.open").first.get_attribute("href")
    for where in ("/", place, "/matrix", "/beside", "/decisions", "/articles", "/export"):
        ada.open(where)
        for width in (320, 768, 1920):
            ada.page.set_viewport_size({"width": width, "height": 800})
            assert ada.page.evaluate("document.documentElement.scrollWidth") <= width, where


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """A watched review of two articles with scripts in them, and the folder that they are in."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "first.txt").write_text(f"{FIRST}\n{EVIL}\n")
    (folder / "second.txt").write_text(f"{SECOND.replace('hospital officials', EVIL)}\n")
    with served([folder / "first.txt", folder / "second.txt"], folder, "--one-event", "--watch") as (address, _):
        yield address, folder


def test_hostile_articles_do_no_harm(editors: Any, hostile: tuple[str, Path]) -> None:
    ada = editors(hostile[0])
    dialogs: list[str] = []

    def dismiss(dialog: Any) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    ada.page.on("dialog", dismiss)
    first = ada.page.locator("a.open").first.get_attribute("href")
    for where in ("/", first, "/matrix", "/beside?left=first&right=second", "/articles"):
        ada.open(where)
        assert "taken" not in ada.page.title()
        assert ada.page.locator("a[href^='javascript' i]").count() == 0
        assert ada.page.locator("img").count() == 0
        assert ada.page.locator("script:not([src^='/static/'])").count() == 0
    ada.open("/beside?left=first&right=second")
    sync_api.expect(ada.page.locator(".leaf").first).to_contain_text("<script>document.title", use_inner_text=True)
    assert dialogs == []


def test_hostile_files_do_no_harm(editors: Any, hostile: tuple[str, Path]) -> None:
    ada = editors(hostile[0])
    ada.open("/articles")
    huge = {"name": "huge.txt", "mimeType": "text/plain", "buffer": b"word " * 1_000_000}
    ada.page.locator("#files").set_input_files(huge)
    ada.page.get_by_role("button", name="Compare").click()
    ada.page.locator("[role=alert]", has_text="MB").wait_for()
    # The browser notes each answer with status 422; that one is expected.
    ada.troubles[:] = [trouble for trouble in ada.troubles if "422" not in trouble]
    evil = {"name": "evil.txt", "mimeType": "text/plain", "buffer": f"{FIRST}{EVIL}".encode()}
    ada.page.locator("#files").set_input_files(evil)
    ada.page.get_by_role("button", name="Compare").click()
    ada.page.wait_for_url("**/?since=*")
    sync_api.expect(ada.page.locator(".masthead .changed")).to_contain_text("1 article added", use_inner_text=True)
    assert "taken" not in ada.page.title()


def test_the_page_says_when_an_article_has_changed(editors: Any, hostile: tuple[str, Path]) -> None:
    address, folder = hostile
    ada = editors(address)
    (folder / "second.txt").write_text(SECOND.replace("21 people", "12 people"))
    notice = ada.page.locator("#changes .notice")
    notice.wait_for()
    sync_api.expect(notice).to_contain_text("1 article changed", use_inner_text=True)
    notice.get_by_role("link").click()
    ada.page.wait_for_url("**/?since=*")
    sync_api.expect(ada.page.locator(".masthead .changed")).to_contain_text("gone", use_inner_text=True)
