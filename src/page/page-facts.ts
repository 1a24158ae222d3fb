import type { PageFacts } from "../engine/model.ts";
import { factsSign, readFacts } from "./product.ts";
import type { Shop } from "./shops/shop.ts";

/** What a page says about itself, read again only where a cheap sign says that it may have changed. */
export class KnownFacts {
  private sign = "";
  private facts: PageFacts | null = null;

  constructor(
    private readonly document: Document,
    private readonly shop: Shop | null = null,
  ) {}

  /** The facts as last read; null before the first look. */
  get current(): PageFacts | null {
    return this.facts;
  }

  /** Looks again. Returns true if the facts are others than before. */
  refresh(): boolean {
    const sign = factsSign(this.document);
    if (sign === this.sign) return false;
    this.sign = sign;
    const facts = readFacts(this.document, this.shop);
    if (JSON.stringify(facts) === JSON.stringify(this.facts)) return false;
    this.facts = facts;
    return true;
  }
}
