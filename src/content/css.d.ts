/** A style sheet as one string, with its imports put in. */
declare module "*.css?inline" {
  const css: string;
  export default css;
}
