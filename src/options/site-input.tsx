/** A box for the name of a site, with what can be done with it. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { useTexts } from "../ui/strings.tsx";

/**
 * The host that a text names, without "www.": of an address, or of a bare name such as "shop.example".
 * Null where it names none that pages could have.
 */
export function hostIn(text: string): string | null {
  const bare = text.trim();
  if (bare === "" || /\s/.test(bare)) return null;
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== "https:" && protocol !== "http:") return null;
  // "*.shop.example" and the like name no site that could be compared with.
  if (!/^[a-z0-9.-]+$/.test(hostname)) return null;
  // A name without a dot is a slip of the finger, save for one's own machine.
  if (!hostname.includes(".") && hostname !== "localhost") return null;
  return hostname.toLowerCase().replace(/^www\./, "");
}

export type SiteInputProps = {
  label: string;
  /** Draws the buttons. `take` gives the host and empties the box; null, with an error shown, where there is none. */
  children: (take: () => string | null) => ComponentChildren;
};

/** The box, its error and, beside it, the buttons. */
export function SiteInput({ label, children }: SiteInputProps) {
  const { t } = useTexts();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const id = useId();
  const take = () => {
    const host = hostIn(text);
    setWrong(host === null);
    if (host !== null) setText("");
    return host;
  };
  return (
    <div class="site-input">
      <label class="site-label" for={id}>
        {label}
      </label>
      <div class="site-row">
        <input
          id={id}
          class="search"
          type="text"
          inputMode="url"
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          placeholder="shop.example"
          value={text}
          aria-invalid={wrong}
          aria-describedby={`${id}-wrong`}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setWrong(false);
          }}
        />
        {children(take)}
      </div>
      <p id={`${id}-wrong`} class="wrong" role="alert">
        {wrong && t("options_site_wrong")}
      </p>
    </div>
  );
}
