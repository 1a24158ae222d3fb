/** The little of React that the hydration test calls; its own types are not installed. */
declare module "react" {
  export type Element = { readonly type: unknown };
  type Props = Record<string, unknown> | null;
  export function createElement(type: unknown, props?: Props, ...children: (Element | string)[]): Element;
  export function useState<T>(first: T): [T, (next: T) => void];
}
declare module "react-dom/client" {
  import type { Element } from "react";

  export function hydrateRoot(
    container: Document,
    element: Element,
    options: { onRecoverableError(error: unknown): void },
  ): { unmount(): void };
}
declare module "react-dom/server.browser" {
  import type { Element } from "react";

  export function renderToString(element: Element): string;
}
