import type { ComponentChildren } from "preact";
import { BrandMark } from "./brand.tsx";

export type PageHeadProps = {
  title: string;
  lead: string;
  /** Stands at the end of the line: a version, a link. */
  children?: ComponentChildren;
};

/** The head of a page that fills a tab. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <header class="head">
      <BrandMark size={40} />
      <div class="head-text">
        <h1 class="head-title">{title}</h1>
        <p class="muted">{lead}</p>
      </div>
      {children}
    </header>
  );
}
