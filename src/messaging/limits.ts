/** Most characters of a text that a reader can have checked at once: far more than any label or product page has. */
export const CHECKED_TEXT_MOST = 50_000;
