"""A person without a mouse: Tab, Enter, Space and arrows, and she always sees where she is."""

from playwright.sync_api import Locator, Page

MOST_TABS = 400

# Where the focus is seen: a line or a shadow around what has it, or around what stands for it.
HERE = """() => {
    const here = document.activeElement;
    if (!here || here === document.body || here === document.documentElement) return null;
    const words = here.innerText || here.value || '';
    const style = getComputedStyle(here);
    const box = here.getBoundingClientRect();
    const hasLine = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    // On the calendar of a date field the field has no line: the browser draws one around the calendar.
    const isCalendar = here.type === 'date' && !here.matches(':focus-visible');
    return {
        name: `${here.tagName.toLowerCase()} ${here.name || here.id || ''} „${words.trim().slice(0, 20)}“`,
        seen: (hasLine || isCalendar || style.boxShadow !== 'none') && box.width > 0 && box.height > 0,
        inView: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""
# Whether the focus came to something that stands after what had it before, as it is read.
IS_AFTER = """(before) => {
    const here = document.activeElement;
    return !before || !before.isConnected
        || !!(before.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING) || before === here;
}"""
ACTIVE = "() => document.activeElement === document.body ? null : document.activeElement"


class Keys:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.faults: list[str] = []
        self.pressed = 0

    def tab(self) -> None:
        before = self.page.evaluate_handle(ACTIVE)
        self.press("Tab")
        here = self.page.evaluate(HERE)
        if here is None:
            return
        if not here["seen"]:
            self.faults.append(f"{self.page.url}: the focus is not seen on {here['name']}")
        if not here["inView"]:
            self.faults.append(f"{self.page.url}: the focus is outside the screen on {here['name']}")
        if not self.page.evaluate(IS_AFTER, before):
            self.faults.append(f"{self.page.url}: the focus goes back to {here['name']}")

    def to(self, wanted: Locator) -> None:
        """Tabs until something has the focus."""
        for _ in range(MOST_TABS):
            if wanted.count() and wanted.first.evaluate("(one) => one === document.activeElement"):
                return
            self.tab()
        raise AssertionError(f"{MOST_TABS} tabs did not lead to {wanted} on {self.page.url}")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.pressed += 1

    def follow(self, link: Locator) -> None:
        self.to(link)
        with self.page.expect_navigation():
            self.press("Enter")

    def write(self, field: Locator, words: str) -> None:
        self.to(field)
        self.page.keyboard.insert_text(words)

    def choose(self, form: Locator, name: str, value: str) -> None:
        """One of several: Tab leads into the group, arrows go through it."""
        group = form.locator(f"[name='{name}']:not([type=hidden])")
        if group.first.evaluate("(field) => field.type") == "select-one":
            self._choose_of_list(group.first, value)
            return
        for _ in range(MOST_TABS):
            if self.page.evaluate("(name) => document.activeElement.name === name", name):
                break
            self.tab()
        wanted = form.locator(f"[name='{name}'][value='{value}']")
        if wanted.evaluate("(one) => one === document.activeElement"):
            self.press("Space")
        for _ in range(group.count()):
            if wanted.is_checked():
                return
            self.press("ArrowDown")
        raise AssertionError(f"no arrow led to {name}={value}")

    def _choose_of_list(self, select: Locator, value: str) -> None:
        self.to(select)
        for _ in range(select.locator("option").count()):
            if select.input_value() == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"no arrow led to {value}")

    def submit(self, button: Locator) -> None:
        self.to(button)
        with self.page.expect_navigation():
            self.press("Enter")
