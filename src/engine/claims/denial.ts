/** How far a word that takes a claim back reaches: past which commas, "and" and brackets, to which form of verb. */
import { BOUNDARY, type Tokens } from "../text/tokens.ts";
import type { Range } from "./range.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words before a claim within which something may take it back. */
const REACH = 24;
/** How far behind "no" its noun may stand: "no over-the-counter face cream". */
const HEAD_WITHIN = 4;

/**
 * What governs the claim: a negated verb ("does not …"), a negated noun ("no cream …"), something that takes a gerund
 * ("without …-ing"), a report ("they say that …") or a comparison ("unlike …").
 */
export type Governor = "verb" | "noun" | "gerund" | "report" | "comparison";

/** Form of the claim's verb: bare "shrink", finite "shrinks", gerund "shrinking", or none at all ("smaller pores"). */
export type Form = "bare" | "finite" | "gerund" | "none";

/** Where the verb of a claim stands, and its form. A claim that begins with its pores has none. */
export function verbOf(
  tokens: Tokens,
  match: Range,
  { verbs, pronouns, endings }: Vocabulary,
): { at: number; form: Form } {
  const last = tokens.words[match.end - 1] ?? "";
  const at = pronouns.has(last) ? match.end - 2 : match.start;
  const word = tokens.words[at] ?? "";
  if (!verbs.has(word)) return { at, form: "none" };
  if (endings.finite.some((ending) => word.endsWith(ending))) return { at, form: "finite" };
  return { at, form: endings.gerund.some((ending) => word.endsWith(ending)) ? "gerund" : "bare" };
}

/** What lies between a governor and the claim, gathered while walking back from the claim. */
type Path = {
  commas: number;
  /** A colon or dash. */
  cut: boolean;
  joined: boolean;
  /** Only verbs, adverbs and joining words: "close and shrink". */
  plain: boolean;
  /** "but", "because" and the like begin another thought. */
  turned: boolean;
  or: boolean;
  /** "can", "will": of the claim's own verb, or farther off, behind a comma. */
  modalNear: boolean;
  modalFar: boolean;
  /** A comma, or an "and", directly before the claim's verb and its auxiliaries. */
  commaAtVerb: boolean;
  joinAtVerb: boolean;
  /** "it", "our" in the claim's own clause, once a comma or "and" is passed. */
  newSubject: boolean;
  /** A preposition or verb, so that a noun before it is not the claim's. */
  stopped: boolean;
};

/** `listed`: an "or" within or right behind it. `compared`: "… like our serum" follows. */
type Claim = { form: Form; listed: boolean; compared: boolean };

function reaches(governor: Governor, head: boolean, thought: boolean, path: Path, claim: Claim): boolean {
  if (path.turned || path.newSubject) return false;
  const { commas, joined, plain, cut, commaAtVerb } = path;
  const { form } = claim;
  const listed = path.or || claim.listed;
  const direct = !cut && (commas === 0 ? !joined || plain : plain && listed && !joined);
  switch (governor) {
    case "report":
      return (
        !cut &&
        (form === "bare" || commas === 0 || (form === "none" && path.joinAtVerb) || (listed && !commaAtVerb))
      );
    case "comparison":
      return commas === 0 && !joined && !cut;
    case "verb":
      if (form === "bare") return !cut || path.modalNear;
      if (form === "finite") return direct || (thought && commas === 0 && !cut);
      return direct || (listed && !cut);
    case "gerund":
      if (form === "gerund") return !cut && (!commaAtVerb || listed);
      if (form === "none") return commas === 0 && !cut && !joined && !path.stopped;
      return form === "bare" && direct && plain;
    case "noun":
      if (claim.compared) return false;
      if (form === "bare") {
        if (path.modalFar) return true;
        if (path.modalNear) return head || !(commaAtVerb || path.joinAtVerb);
        return commas === 0 && !joined && !cut;
      }
      if (form === "finite") return direct || (head && !cut) || (path.or && !commaAtVerb && !cut);
      return commas === 0 && !joined && !cut;
  }
}

/** A place from which a governor may reach a claim: the governor's last word. */
export type Governors = { at(token: number): Governor | undefined };

/**
 * Whether a governor before the claim reaches it. Looks back over at most `REACH` words of the sentence, and not into
 * brackets that are closed before the claim.
 */
export function isGoverned(
  tokens: Tokens,
  match: Range,
  governors: Governors,
  vocabulary: Vocabulary,
  compared: boolean,
): boolean {
  const { at: verb, form } = verbOf(tokens, match, vocabulary);
  const around = tokens.words.slice(match.start, match.end + 1);
  const listed = around.some((word) => vocabulary.alternatives.has(word));
  const claim: Claim = { form, listed, compared };
  const depth = tokens.depth[verb] ?? 0;
  const path: Path = {
    commas: 0,
    cut: false,
    joined: false,
    plain: true,
    turned: false,
    or: false,
    modalNear: false,
    modalFar: false,
    commaAtVerb: false,
    joinAtVerb: false,
    newSubject: false,
    stopped: false,
  };
  let ownGroup = true;
  let ownClause = true;
  let subject = false;
  let next = verb;
  for (let at = verb - 1; at >= Math.max(0, verb - REACH); at -= 1) {
    const boundary = tokens.before[at + 1] ?? 0;
    if (boundary >= BOUNDARY.sentence) return false;
    if ((tokens.depth[at] ?? 0) > depth) continue;
    const outer = at + 1 < next ? (tokens.before[next] ?? 0) : boundary;
    if (outer === BOUNDARY.comma) path.commas += 1;
    if (outer === BOUNDARY.clause) path.cut = true;
    const word = tokens.words[at] ?? "";
    if (outer >= BOUNDARY.comma) {
      if (ownGroup) path.commaAtVerb = true;
      ownGroup = false;
      if (ownClause && subject) path.newSubject = true;
      ownClause = false;
    }
    const governor = governors.at(at);
    if (governor !== undefined) {
      if (reaches(governor, hasHead(tokens, at, vocabulary), isThought(tokens, at, vocabulary), path, claim))
        return true;
    }
    if (vocabulary.turns.has(word)) path.turned = true;
    if (vocabulary.joins.has(word)) {
      path.joined = true;
      if (ownGroup) path.joinAtVerb = true;
      ownGroup = false;
      if (ownClause && subject) path.newSubject = true;
      ownClause = false;
    }
    if (vocabulary.alternatives.has(word)) path.or = true;
    if (ownClause && vocabulary.subjects.has(word)) subject = true;
    if (vocabulary.modals.has(word)) {
      if (ownGroup || ownClause) path.modalNear = true;
      else path.modalFar = true;
    } else if (!vocabulary.manner.has(word)) ownGroup = false;
    if (!vocabulary.carries.has(word)) path.plain = false;
    if (vocabulary.gapStops.has(word)) path.stopped = true;
    next = at;
  }
  return false;
}

/** Whether "no" speaks of products, so that its verb may come late: "no cream, however rich, shrinks pores". */
function hasHead(tokens: Tokens, at: number, { heads }: Vocabulary): boolean {
  for (let token = at; token <= at + HEAD_WITHIN; token += 1) {
    if (token > at && (tokens.before[token] ?? 0) >= BOUNDARY.comma) return false;
    if (heads.has(tokens.words[token] ?? "")) return true;
  }
  return false;
}

/** "do not believe that …": what follows is denied as a whole. */
function isThought(tokens: Tokens, at: number, { thoughts }: Vocabulary): boolean {
  return thoughts.has(tokens.words[at + 1] ?? "") || thoughts.has(tokens.words[at + 2] ?? "");
}
