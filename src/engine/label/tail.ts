/** What shops print right behind a list, in the same line: it begins a line of its own, so that it can be told from the list. */

/** Words that begin no entry, wherever they stand. */
const ANYWHERE = [
  "made\\s+in\\s+(?:the\\s+)?\\p{Lu}",
  "(?:key\\s+)?benefits?\\s*:",
  "questions?\\s*(?:\\?|or\\s+comments)",
  "warnings?\\s*:",
  "directions?(?:\\s+(?:for|of)\\s+use)?\\s*:",
  "how\\s+to\\s+use\\b",
  "other\\s+information\\b",
  "for\\s+external\\s+use",
  "distributed\\s+by\\b",
  "manufactured\\s+(?:by|for)\\b",
  "contains\\s+0+\\s?%",
  "p\\.?a\\.?o\\.?\\s?:",
  "expiry\\b",
];
/** Words that do so at the beginning of a sentence only. */
const AT_SENTENCE = [
  "0+(?:[.,]0+)?\\s?%",
  "\\d{1,3}\\s?%\\s+(?:natural|naturally|organic|vegan|biodegradable|recycl|of\\s)",
  "(?:free\\s+(?:of|from)|contains?\\s+no|without|alternative\\s+to|what\\s+it['’]s\\s+not)\\b",
  "(?:enthält\\s+kein|ohne|sans|sin|senza)(?=\\p{Ll}*\\s)",
  "無添加|不使用|무첨가|不含|不添加",
];
const TAIL = new RegExp(
  `(?<=[^\\s\\n])\\s*(?<=[\\s.!?。)])(?=(?:${ANYWHERE.join("|")}))|(?<=[.!?。])(?:\\s+|(?<=。|\\p{L}.))(?=(?:${AT_SENTENCE.join("|")}))`,
  "giu",
);
/** One of these is in every text that has something behind its list. Most lists have none, and looking for words is quick. */
const SIGNS =
  "made|benefit|question|warning|direction|how|information|external|distributed|manufactured|contain|pao|p.a.o|expiry|%|free|without|alternative|what|enthält|ohne|sans|sin |senza|添加|使用|첨가|不含".split(
    "|",
  );
/** "Parfum - retinol free, paraben free" */
const FREE_BEHIND = /\s[-–]\s(?=(?:\p{L}+[\s-]){1,3}free\b)/giu;
/** "May contain traces of nuts", in the middle of a list. */
const TRACES = /[,.;]?\s*may\s+contain\s+traces?\s+of\s+[^,.;\n]*/gi;

/** A label's text with a line break before what is no longer the list. Linear. */
export function tailApart(text: string): string {
  const lower = text.toLowerCase();
  if (!SIGNS.some((sign) => lower.includes(sign))) return text;
  return text.replace(TRACES, "").replace(FREE_BEHIND, "\n").replace(TAIL, "\n");
}
