import { useState } from "preact/hooks";
import type { RuleView } from "../messaging/messages.ts";
import { keyOf, type Texts, useTexts } from "../ui/strings.tsx";
import { RuleItem } from "./rule-item.tsx";
import { useAddressedRule } from "./use-addressed-rule.ts";

export type RulesProps = { rules: RuleView[]; onRule: (rule: string, on: boolean) => void };

/** Every rule by family, with a search over titles, texts and examples. */
export function Rules({ rules, onRule }: RulesProps) {
  const { t, plural, number, language } = useTexts();
  const [search, setSearch] = useState("");
  const addressed = useAddressedRule(() => setSearch(""));
  const words = search.toLocaleLowerCase(language).split(/\s+/).filter(Boolean);
  const found = rules.filter((rule) => holdsAll(rule, words, language));
  const on = rules.filter((rule) => rule.on).length;
  return (
    <section class="panel" aria-labelledby="rules">
      <div class="panel-head">
        <h2 class="panel-title" id="rules">
          {t("options_rules")}
        </h2>
        <p class="muted">{t("options_rules_count", number(on), number(rules.length))}</p>
      </div>
      <p class="muted">{t("options_rules_text")}</p>
      <input
        type="search"
        class="search"
        aria-label={t("options_search")}
        placeholder={t("options_search")}
        value={search}
        onInput={(event) => setSearch(event.currentTarget.value)}
      />
      <p class="search-found" role="status">
        {words.length > 0 && plural("options_found", found.length)}
      </p>
      {familiesOf(found).map(([family, members]) => (
        <section key={family} class="family" aria-label={familyName(family, t)}>
          <h3 class="family-title">{familyName(family, t)}</h3>
          <ul class="rules">
            {members.map((rule) => (
              <RuleItem
                key={rule.id}
                rule={rule}
                addressed={addressed === rule.id}
                onToggle={(isOn) => onRule(rule.id, isOn)}
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function holdsAll(rule: RuleView, words: string[], language: string): boolean {
  const text = [rule.title, rule.says, rule.because, ...rule.flags].join(" ").toLocaleLowerCase(language);
  return words.every((word) => text.includes(word));
}

/** Rules by family; families and rules stay in the order in which they come. */
function familiesOf(rules: RuleView[]): [string, RuleView[]][] {
  const families = new Map<string, RuleView[]>();
  for (const rule of rules) families.set(rule.family, [...(families.get(rule.family) ?? []), rule]);
  return [...families];
}

/** Name of a family; a family without a text of its own, as a new rule may bring, is shown by its id. */
function familyName(family: string, t: Texts["t"]): string {
  const key = keyOf("family", family);
  const name = t(key);
  return name === key ? family : name;
}
