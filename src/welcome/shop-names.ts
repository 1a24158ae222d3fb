/** Parts of a domain that stand before its last one without being a name: "co" in "amazon.co.uk". */
const SECOND_LEVEL = new Set(["co", "com"]);

/** How shops write their names, where that is not their domain with a capital. */
const WRITTEN: Record<string, string> = {
  aliexpress: "AliExpress",
  cultbeauty: "Cult Beauty",
  cvs: "CVS",
  ebay: "eBay",
  hollandandbarrett: "Holland & Barrett",
  iherb: "iHerb",
  johnlewis: "John Lewis",
  lookfantastic: "LookFantastic",
  oliveyoung: "Olive Young",
  spacenk: "Space NK",
  yesstyle: "YesStyle",
};

const written = (name: string): string => WRITTEN[name] ?? name.charAt(0).toUpperCase() + name.slice(1);

/** "amazon" of "amazon.co.uk", "oliveyoung" of "global.oliveyoung.com". */
function nameOf(domain: string): string {
  const parts = domain.split(".").slice(0, -1);
  const last = parts.at(-1) ?? domain;
  return (parts.length > 1 && SECOND_LEVEL.has(last) ? parts.at(-2) : last) ?? domain;
}

/**
 * The names of shops, each once, in the order of the alphabet. A name that begins with another one is a part of that shop
 * ("ebaydesc" of "ebay") and left out.
 */
export function shopNames(domains: string[]): string[] {
  const names = [...new Set(domains.map(nameOf))].sort();
  return names
    .filter((name) => !names.some((other) => other !== name && name.startsWith(other)))
    .map(written);
}
