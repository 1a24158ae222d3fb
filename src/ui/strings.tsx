/** Interface texts for the parts: the words come from `_locales` through `t`, plural forms through the language. */
import { type ComponentChildren, createContext } from "preact";
import { useContext, useMemo } from "preact/hooks";

/** Text of a key with `$1`… replaced, as `t` in messaging/client.ts; the key itself where it is missing. */
export type Translate = (key: string, ...substitutions: (string | number)[]) => string;

export type Texts = {
  t: Translate;
  /** Text for a count: `key_one`, `key_other` and so on by the language's plural rules; the count is `$1`. */
  plural: (key: string, count: number, ...substitutions: (string | number)[]) => string;
  /** Number as the language writes it. */
  number: (value: number) => string;
  /** BCP 47 tag of the language that the texts really are in, which may be another than that of the browser. */
  language: string;
};

/** `-` may not stand in a key of `_locales`: "wears-off" becomes "wears_off". */
export function keyOf(family: string, id: string | number): string {
  return `${family}_${String(id).replaceAll("-", "_")}`;
}

/** BCP 47 tag of the language of the texts that `t` gives: each language file names its own. */
export function languageOf(t: Translate): string {
  try {
    return Intl.getCanonicalLocales(t("ui_language"))[0] ?? "en";
  } catch {
    return "en";
  }
}

/** Texts made from a bare `t`. A plural form that a language file lacks falls back to `_other`. */
export function textsFrom(t: Translate): Texts {
  const language = languageOf(t);
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  const number = (value: number) => format.format(value);
  const plural: Texts["plural"] = (key, count, ...substitutions) => {
    const form = `${key}_${rules.select(count)}`;
    const text = t(form, number(count), ...substitutions);
    return text === form ? t(`${key}_other`, number(count), ...substitutions) : text;
  };
  return { t, plural, number, language };
}

const Context = createContext<Texts>(textsFrom((key) => key));

/** Gives every part below it its words. */
export function TextsProvider({ t, children }: { t: Translate; children: ComponentChildren }) {
  const texts = useMemo(() => textsFrom(t), [t]);
  return <Context.Provider value={texts}>{children}</Context.Provider>;
}

/** The words of the nearest `TextsProvider`. */
export function useTexts(): Texts {
  return useContext(Context);
}
