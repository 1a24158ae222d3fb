/** The form of the rule files. What a file may hold is checked here, before anything is built or matched. */
import * as v from "valibot";
import {
  type Active,
  CERTAINTIES,
  OUTCOMES,
  PRODUCT_KINDS,
  type Routine,
  RUNGS,
  type Rule,
  type Source,
  TIMES_OF_DAY,
  type Treatment,
  VERDICTS,
  type Words,
} from "../engine/model.ts";

const text = v.pipe(v.string(), v.trim(), v.nonEmpty("must not be empty"));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9_.-]+$/, "may hold only a-z, 0-9, dot, dash and underscore"));
const language = v.pipe(v.string(), v.regex(/^[a-z]{2}$/, "must be a two-letter language code"));
const rung = v.picklist(RUNGS);
const outcome = v.picklist(OUTCOMES);
const phrases = v.pipe(v.array(text), v.minLength(1));
const cover = v.strictObject({ object: text, rung, unhedged: v.optional(v.boolean()) });

const BASE_TEXTS = ["title", "says", "says-for-now", "says-supported", "because", "instead", "instead-none"];
const VARIANT = /^(?:says|because|instead|instead-none)@([a-z-]+)$/;
const ruleTexts = v.pipe(
  v.looseObject({ title: text, says: text, because: text, instead: text, "instead-none": text }),
  v.check(
    (texts) =>
      Object.keys(texts).every((key) => {
        const kind = VARIANT.exec(key)?.[1];
        const base = BASE_TEXTS.includes(key);
        return base || (kind !== undefined && (PRODUCT_KINDS as readonly string[]).includes(kind));
      }),
    `may hold only ${BASE_TEXTS.join(", ")}, and says, because, instead and instead-none with @ and a product kind`,
  ),
  v.check((texts) => Object.values(texts).every((value) => typeof value === "string"), "must all be text"),
);

export const ruleSchema = v.pipe(
  v.strictObject({
    id,
    family: id,
    covers: v.optional(cover),
    phrases: v.optional(v.record(language, phrases)),
    antipatterns: v.optional(v.record(language, phrases)),
    reads: v.optional(v.strictObject({ object: text, rung })),
    verdict: v.picklist(["by-ladder", ...VERDICTS]),
    default: v.picklist(["on", "off"]),
    popupOnly: v.optional(v.boolean()),
    certainty: v.picklist(CERTAINTIES),
    texts: v.pipe(
      v.record(language, ruleTexts),
      v.check((texts) => "en" in texts, "must have English texts"),
    ),
    evidence: v.pipe(v.array(v.strictObject({ id, statement: text, outcome })), v.minLength(1)),
    regulators: v.array(v.strictObject({ region: text, id })),
    examples: v.record(language, v.strictObject({ flags: v.array(text), passes: v.array(text) })),
  }),
  v.check(
    (rule) => (rule.covers === undefined) === (rule.phrases !== undefined && rule.reads !== undefined),
    "has either `covers` (a ladder rule) or `phrases` and `reads` (a phrase rule)",
  ),
) as v.GenericSchema<unknown, Rule>;

const supportSchema = v.pipe(
  v.strictObject({
    rung,
    outcome,
    certainty: v.picklist(CERTAINTIES),
    dose: v.optional(
      v.pipe(
        v.strictObject({ min: v.pipe(v.number(), v.gtValue(0)), max: v.pipe(v.number(), v.maxValue(100)) }),
        v.check(({ min, max }) => min <= max, "min is above max"),
      ),
    ),
    kinds: v.pipe(v.array(v.picklist(PRODUCT_KINDS)), v.minLength(1)),
    weeks: v.tuple([v.pipe(v.number(), v.minValue(0)), v.pipe(v.number(), v.minValue(0))]),
    evidence: v.array(id),
    credited: v.boolean(),
  }),
  v.check(({ credited, evidence }) => !credited || evidence.length > 0, "is credited, so it needs evidence"),
);

export const activeSchema: v.GenericSchema<unknown, Active> = v.pipe(
  v.strictObject({
    id,
    family: id,
    role: v.picklist(["active", "helper"]),
    title: v.record(language, text),
    texts: v.record(language, v.strictObject({ does: text, can: text, caution: v.optional(text) })),
    names: phrases,
    said: v.optional(
      v.array(
        v.strictObject({ name: text, share: v.optional(v.pipe(v.number(), v.gtValue(0), v.maxValue(1))) }),
      ),
    ),
    lookalikes: v.array(text),
    drugFacts: v.optional(v.boolean()),
    afterOnePercentLine: v.picklist(["counts", "under-dosed"]),
    supports: v.pipe(v.array(supportSchema), v.minLength(1)),
    safety: v.optional(v.pipe(v.array(id), v.minLength(1))),
  }),
  v.check(
    ({ safety, texts }) => safety === undefined || texts.en?.caution !== undefined,
    "has sources for a caution, and no caution",
  ),
  v.transform((active) => ({ ...active, hasCaution: active.texts.en?.caution !== undefined })),
);

const serviceSupport = v.pipe(
  supportSchema,
  v.check(({ kinds }) => kinds.every((kind) => kind === "service"), "of a treatment holds for services only"),
);

export const treatmentSchema: v.GenericSchema<unknown, Treatment> = v.strictObject({
  id,
  title: v.pipe(
    v.record(language, text),
    v.check((titles) => "en" in titles, "must have an English title"),
  ),
  texts: v.pipe(
    v.record(language, v.strictObject({ does: text, can: text, caution: text })),
    v.check((texts) => "en" in texts, "must have English texts"),
  ),
  names: v.record(language, phrases),
  antipatterns: v.optional(v.record(language, phrases)),
  supports: v.pipe(v.array(serviceSupport), v.minLength(1)),
  safety: v.array(id),
  examples: v.record(language, v.strictObject({ finds: v.array(text), passes: v.array(text) })),
});

export const sourceSchema: v.GenericSchema<unknown, Source> = v.pipe(
  v.strictObject({
    id,
    authors: v.string(),
    title: text,
    journal: text,
    year: v.pipe(v.number(), v.integer(), v.minValue(1900), v.maxValue(2100)),
    pages: v.optional(text),
    doi: v.optional(v.pipe(v.string(), v.regex(/^10\.\d{4,9}\/\S+$/, "is not a DOI"))),
    pmid: v.optional(v.pipe(v.string(), v.regex(/^\d{5,8}$/, "is not a PubMed id"))),
    url: v.optional(v.pipe(v.string(), v.url(), v.startsWith("https://"))),
    studyType: text,
    outcomes: v.pipe(v.array(outcome), v.minLength(1)),
  }),
  v.check(
    ({ doi, pmid, url, pages }) => [doi, pmid, url, pages].some((way) => way !== undefined),
    "cannot be found: give a doi, a pmid, a url, or volume and pages",
  ),
);

/** A set in a words file: one line of plain words, or a list of phrases. */
const wordSet = v.pipe(
  v.union([text, phrases]),
  v.transform((set) => (typeof set === "string" ? set.split(/\s+/) : set)),
);
const plain = v.union([v.string(), v.number()]);
const words = v.pipe(
  v.array(plain),
  v.minLength(1),
  v.transform((list) => list.map(String)),
);

export const wordsSchema: v.GenericSchema<unknown, Words> = v.strictObject({
  language,
  popupOnly: v.optional(v.boolean()),
  nounsCapitalised: v.optional(v.boolean()),
  phrasesEndAtComma: v.optional(v.boolean()),
  sets: v.record(id, wordSet),
  actions: v.pipe(
    v.array(
      v.strictObject({
        action: id,
        rung,
        form: v.optional(v.picklist(["adjective", "name"])),
        holdsNegation: v.optional(v.boolean()),
        phrases,
      }),
    ),
    v.minLength(1),
  ),
  antipatterns: v.array(v.strictObject({ phrase: text, example: text })),
  kinds: v.array(v.strictObject({ kind: v.picklist(PRODUCT_KINDS), words })),
  listHeadings: words,
});

const weeks = v.pipe(
  v.tuple([v.pipe(v.number(), v.minValue(0)), v.pipe(v.number(), v.minValue(0))]),
  v.check(([from, to]) => from <= to, "begins after its end"),
);
const timesAWeek = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(7));
const often = v.pipe(
  v.tuple([timesAWeek, timesAWeek]),
  v.check(([min, max]) => min <= max, "begins after its end"),
);

export const routineSchema: v.GenericSchema<unknown, Routine> = v.strictObject({
  steps: v.pipe(
    v.array(
      v.strictObject({
        id,
        actives: v.array(id),
        kinds: v.array(v.picklist(PRODUCT_KINDS)),
        within: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
        time: v.picklist(TIMES_OF_DAY),
        often,
        weeks: v.optional(weeks),
        texts: v.pipe(
          v.record(language, v.strictObject({ title: text, do: text, avoid: text })),
          v.check((texts) => "en" in texts, "must have English texts"),
        ),
        evidence: v.pipe(v.array(id), v.minLength(1)),
      }),
    ),
    v.minLength(1),
  ),
  pairs: v.array(
    v.strictObject({
      id,
      together: v.boolean(),
      one: v.pipe(v.array(id), v.minLength(1)),
      other: v.array(id),
      texts: v.pipe(
        v.record(language, v.strictObject({ one: text, other: text, because: text })),
        v.check((texts) => "en" in texts, "must have English texts"),
      ),
      evidence: v.pipe(v.array(id), v.minLength(1)),
    }),
  ),
});

/** A translation of what people read of the rules. Whether it is whole is checked against the rules themselves. */
export const translationSchema = v.strictObject({
  language,
  rules: v.record(
    id,
    v.pipe(
      v.looseObject({ title: text, says: text, statements: v.record(id, text) }),
      v.check(
        ({ statements: _, ...texts }) => Object.values(texts).every((value) => typeof value === "string"),
        "must all be text",
      ),
    ),
  ),
  actives: v.record(id, v.strictObject({ title: text, does: text, can: text, caution: v.optional(text) })),
  treatments: v.record(id, v.strictObject({ title: text, does: text, can: text, caution: text })),
  steps: v.record(id, v.strictObject({ title: text, do: text, avoid: text })),
  pairs: v.record(id, v.strictObject({ one: text, other: text, because: text })),
  studyTypes: v.record(id, text),
});
export type Translation = v.InferOutput<typeof translationSchema>;

export const sourcesSchema = v.array(sourceSchema);
export const markersSchema = v.pipe(v.array(text), v.minLength(1));

export const inciNamesSchema = v.pipe(
  v.array(
    v.pipe(
      text,
      v.regex(
        /^[\p{Ll}\p{Lo}\d][\p{Ll}\p{Lo}\p{Lm}\d ,./&'-]*$/u,
        "may hold only lower-case letters, digits and , . / & ' -",
      ),
    ),
  ),
  v.minLength(1),
);
