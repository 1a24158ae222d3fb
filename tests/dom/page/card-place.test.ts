import { expect, test } from "vitest";
import { CARD_MARGIN, placeCard } from "../../../src/page/card-place.ts";

const words = (top: number) => [{ left: 100, right: 260, top, bottom: top + 20 }];
const WINDOW = { width: 1280, height: 900 };
const ZOOMED = { width: 640, height: 450 };

test.each([
  ["below where it fits", words(300), 400, WINDOW, { top: 330, maxHeight: 562 }],
  ["above where it fits only there", words(700), 400, WINDOW, { top: 290, maxHeight: 682 }],
  ["on the side with more room", words(420), 600, WINDOW, { top: 450, maxHeight: 442 }],
  ["over the words where neither side has room", words(215), 400, ZOOMED, { top: 42, maxHeight: 434 }],
  ["in the whole window where it is higher", words(215), 600, ZOOMED, { top: 8, maxHeight: 434 }],
])("the card goes %s", (_, lines, height, viewport, place) => {
  expect(placeCard(lines, height, viewport)).toMatchObject(place);
});

test("wherever the words are, the card is inside the window and no lower than can be used", () => {
  for (const viewport of [WINDOW, ZOOMED, { width: 390, height: 780 }, { width: 320, height: 300 }]) {
    for (let top = -200; top < viewport.height + 200; top += 7) {
      for (const height of [120, 280, 420, 900]) {
        const place = placeCard(words(top), height, viewport);
        const shown = Math.min(height, place.maxHeight);
        expect(place.left).toBeGreaterThanOrEqual(CARD_MARGIN);
        expect(place.left + place.width).toBeLessThanOrEqual(viewport.width - CARD_MARGIN);
        expect(place.top).toBeGreaterThanOrEqual(CARD_MARGIN);
        expect(place.top + shown).toBeLessThanOrEqual(viewport.height - CARD_MARGIN);
        expect(shown).toBeGreaterThanOrEqual(Math.min(height, 280, viewport.height - 2 * CARD_MARGIN));
      }
    }
  }
});
