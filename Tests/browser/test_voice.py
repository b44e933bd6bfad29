"""Who cannot write says it aloud: recorded in the page, heard by the staff. Chromium has a microphone that beeps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from harness import Server
from pages import launch, new_page
from play import Play, Told, press, say_until, slip_of
from way import CLERK

WORDS = "不会写字，事情在录音里说了。"
FAKE_MICROPHONE = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"]
LOADED = """(sound) => new Promise((done) => {
    sound.addEventListener('loadedmetadata', () => done(sound.duration));
    sound.addEventListener('error', () => done(sound.error.message));
    sound.preload = 'metadata';
    sound.load();
})"""
NO_RECORDER = "delete window.MediaRecorder"


@pytest.fixture(scope="module")
def hearing(browser: Browser) -> Iterator[Browser]:
    """Another browser, with the microphone that beeps."""
    hearing = launch(browser.browser_type, FAKE_MICROPHONE)
    yield hearing
    hearing.close()


def test_a_recording_reaches_the_staff(hearing: Browser, browser: Browser, server: Server) -> None:
    page = new_page(hearing, server.url, permissions=["microphone"])
    say_until(page, "what", Told(WORDS))
    form = page.locator("form[action='/say']")
    form.locator("[name=words]").fill(WORDS)
    form.locator("[name=place]").fill("文化路菜市场")
    form.locator("[name=bypass][value=no]").check()

    page.get_by_role("button", name="开始录音").click()
    expect(page.get_by_role("status").filter(has_text="正在录")).to_be_visible()
    page.wait_for_timeout(2_000)
    page.get_by_role("button", name="停止").click()
    expect(page.locator("audio")).to_be_visible()
    for _ in range(3):
        press(page, form.locator("button[value=next]"))
    slip = slip_of(page)

    play = Play(browser, server, javascript=True)
    clerk = play.staff(CLERK)
    clerk.goto(f"/matters/{slip.number}")
    sound = clerk.locator("main audio")
    assert sound.count() == 1, clerk.locator("main").inner_text()[:1000]
    address = sound.evaluate("(sound) => sound.currentSrc || sound.querySelector('source')?.src || sound.src")
    answer = clerk.request.get(address)
    assert answer.status == 200 and answer.headers["content-type"].startswith("audio/"), answer.headers
    assert len(answer.body()) > 1_000
    seconds = sound.evaluate(
        LOADED)
    assert isinstance(seconds, (int, float)) or seconds is None, seconds
    stranger = new_page(browser, server.url)
    assert stranger.request.get(address, max_redirects=0).status == 303, "whoever is not signed in is led to the door"
    stranger.context.close()
    play.close()
    page.context.close()


def test_what_was_recorded_can_be_taken_back(hearing: Browser, server: Server) -> None:
    page = new_page(hearing, server.url, permissions=["microphone"])
    say_until(page, "what", Told(WORDS))

    page.get_by_role("button", name="开始录音").click()
    page.wait_for_timeout(1_200)
    page.get_by_role("button", name="停止").click()
    page.get_by_role("button", name="删掉，重新录").click()

    assert page.locator("[name=voice]").evaluate("(field) => field.files.length") == 0
    expect(page.get_by_role("button", name="开始录音")).to_be_visible()
    page.context.close()


def test_without_the_means_there_is_no_button_but_the_field(browser: Browser, server: Server) -> None:
    for javascript in (True, False):
        page = new_page(browser, server.url, javascript=javascript)
        page.add_init_script(NO_RECORDER)
        say_until(page, "what", Told(WORDS))

        assert page.get_by_role("button", name="开始录音").count() == 0
        expect(page.locator("input[name=voice]")).to_be_visible()
        page.context.close()
