/** A `.tex` file is typeset at build time; the module is its HTML. */
declare module "*.tex" {
  const html: string;
  export default html;
}
