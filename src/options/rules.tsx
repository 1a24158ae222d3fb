import { useState } from "preact/hooks";
import type { RuleView } from "../messaging/messages.ts";
import { keyOf, type Texts, useTexts } from "../ui/strings.tsx";
import { Switch } from "../ui/switch.tsx";
import { RuleItem } from "./rule-item.tsx";
import { useAddressedRule } from "./use-addressed-rule.ts";
import type { OptionsModel } from "./use-options.ts";

export type RulesProps = { rules: RuleView[]; change: OptionsModel["change"] };

/** Every rule by family, with a search over titles, texts and examples. */
export function Rules({ rules, change }: RulesProps) {
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
          <FamilyHead
            name={familyName(family, t)}
            members={rules.filter((rule) => rule.family === family)}
            onToggle={(isOn) => void change({ type: "options.family", family, on: isOn })}
          />
          <ul class="rules">
            {members.map((rule) => (
              <RuleItem
                key={rule.id}
                rule={rule}
                addressed={addressed === rule.id}
                onToggle={(isOn) => void change({ type: "options.rule", rule: rule.id, on: isOn })}
                onException={(host, isOn) =>
                  void change({ type: "options.exception", rule: rule.id, host, on: isOn })
                }
              />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

type FamilyHeadProps = { name: string; members: RuleView[]; onToggle: (on: boolean) => void };

/** A family's name, how many of its rules are on, and one switch for all of them. */
function FamilyHead({ name, members, onToggle }: FamilyHeadProps) {
  const { t, number } = useTexts();
  const on = members.filter((rule) => rule.on).length;
  return (
    <div class="family-head">
      <h3 class="family-title">{name}</h3>
      <span class="muted family-count">{t("options_rules_count", number(on), number(members.length))}</span>
      <Switch
        on={on > 0}
        mixed={on > 0 && on < members.length}
        label={t("options_family_on", name)}
        labelHidden
        onToggle={onToggle}
      />
    </div>
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
