/** Style sheets as the bundler gives them: linked for their effect, or, with `?inline`, as text. */
declare module "*.css";
declare module "*.css?inline" {
  const css: string;
  export default css;
}
