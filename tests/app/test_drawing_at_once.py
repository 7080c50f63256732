"""What a key has changed is drawn before anything else is heard."""

from tests.app.driver import Open


async def test_a_key_is_drawn_when_its_action_has_ended(opened: Open) -> None:
    async with opened() as driver:
        await driver.settle()
        screen = driver.app.screen
        drawn: list[int] = []
        compositor_refresh = screen._compositor_refresh

        def refresh() -> None:
            drawn.append(len(screen._dirty_widgets))
            compositor_refresh()

        screen._compositor_refresh = refresh  # type: ignore[method-assign]
        await driver.app.run_action("screen.accept", screen)
        assert drawn
        assert not any(widget._repaint_required for widget in screen._compositor.visible_widgets)
