import type { Source } from "../engine/model.ts";

/** Up to this many authors are named; of more, only the first. */
const NAMED_AUTHORS = 2;

/** "Lee SJ" without the initials: "Lee". */
function familyName(author: string): string {
  return author.replace(/\s+[\p{Lu}-]{1,4}$/u, "");
}

/**
 * Short form of a source, "Lee et al. 2016", from an author list divided by commas or semicolons. A single author, or
 * a body such as a regulator, stays as it is written; where none is known the journal stands in.
 */
export function citation(source: Pick<Source, "authors" | "journal" | "year">): string {
  const authors = source.authors.split(/\s*[,;]\s*/).filter((author) => author !== "");
  const [first = "", second = ""] = authors;
  if (authors.length < 2) return `${first || source.journal} ${source.year}`;
  if (authors.length > NAMED_AUTHORS || /^et al\.?$/.test(second)) {
    return `${familyName(first)} et al. ${source.year}`;
  }
  return `${familyName(first)}, ${familyName(second)} ${source.year}`;
}

/**
 * Where a source can be read, best address first: DOI, PubMed, then its own address. Null where none is known or the
 * address is not a plain web address.
 */
export function sourceAddress(
  source: Pick<Source, "doi" | "pmid" | "url">,
): { href: string; text: string } | null {
  if (source.doi) {
    const path = source.doi.split("/").map(encodeURIComponent).join("/");
    return { href: `https://doi.org/${path}`, text: `doi:${source.doi}` };
  }
  if (source.pmid) {
    return {
      href: `https://pubmed.ncbi.nlm.nih.gov/${encodeURIComponent(source.pmid)}/`,
      text: `PubMed ${source.pmid}`,
    };
  }
  if (!source.url || !URL.canParse(source.url)) return null;
  const address = new URL(source.url);
  if (address.protocol !== "https:" && address.protocol !== "http:") return null;
  return { href: address.href, text: address.hostname };
}

/** Where journal articles can be read whole, although neither DOI nor PubMed id is given. */
const ARTICLE_HOSTS = ["pmc.ncbi.nlm.nih.gov"];

/** True for an article in a journal: with DOI or PubMed id, or in print only; false for web pages and regulations. */
function isArticle({ doi, pmid, url }: Pick<Source, "doi" | "pmid" | "url">): boolean {
  if (doi || pmid || !url) return true;
  return URL.canParse(url) && ARTICLE_HOSTS.includes(new URL(url).hostname);
}

/** Articles before web pages and regulations; each kind stays in its order. The list given stays as it is. */
export function articlesFirst<S extends Pick<Source, "doi" | "pmid" | "url">>(sources: readonly S[]): S[] {
  return [...sources.filter(isArticle), ...sources.filter((source) => !isArticle(source))];
}
