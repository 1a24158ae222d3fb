/** Interface texts as people read them in English, so that tests name a text by its key. */
import messages from "../../assets/_locales/en/messages.json" with { type: "json" };

export type TextKey = keyof typeof messages;

/** The text of a key with its substitutions. @throws Error for a key that does not exist */
export function text(key: TextKey, ...substitutions: string[]): string {
  const { message } = messages[key];
  return substitutions.reduce((so, one, index) => so.replaceAll(`$${index + 1}`, one), message);
}
