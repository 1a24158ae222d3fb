declare module "findandreplacedomtext" {
  type Options = { find: RegExp; wrap: string; preset?: "prose" };
  export default function findAndReplaceDOMText(node: Node, options: Options): { revert(): void };
}
declare module "mark.js" {
  export default class Mark {
    constructor(context: Element);
    markRegExp(expression: RegExp, options?: { acrossElements?: boolean }): void;
    unmark(): void;
  }
}
