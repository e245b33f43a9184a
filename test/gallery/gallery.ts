/**
 * @file Every picture on one page, or one with ?figure=NAME; ?theme=light|dark, ?profile=projector,
 * ?width= and ?height= in pixels.
 */
import "@fontsource-variable/inter";
import "../../src/kit/draw/palette.css";
import "./gallery.css";
import { FIGURES } from "./figures";

const query = new URLSearchParams(location.search);
const page = document.documentElement;
for (const name of ["theme", "profile"] as const) {
  const value = query.get(name);
  if (value) page.dataset[name] = value;
}

const link = (text: string, changes: Record<string, string>): HTMLAnchorElement => {
  const to = new URLSearchParams(query);
  for (const [key, value] of Object.entries(changes)) to.set(key, value);
  const anchor = document.createElement("a");
  anchor.href = `?${to}`;
  anchor.textContent = text;
  return anchor;
};

const nav = document.createElement("nav");
nav.append(
  link("light", { theme: "light", profile: "" }),
  link("dark", { theme: "dark", profile: "" }),
  link("projector", { theme: "", profile: "projector" }),
  link("all", { figure: "" }),
);

const main = document.createElement("main");
const only = query.get("figure")?.split(",");
for (const [name, { title, size, draw }] of Object.entries(FIGURES)) {
  if (only && only[0] !== "" && !only.includes(name)) continue;
  const section = document.createElement("section");
  const heading = document.createElement("h2");
  const root = document.createElement("div");
  const [width, height] = size;
  heading.append(link(title, { figure: name }));
  root.style.width = `${query.get("width") ?? width}px`;
  root.style.height = `${query.get("height") ?? height}px`;
  section.append(heading, root);
  main.append(section);
  requestAnimationFrame(() => draw(root));
}
document.body.append(nav, main);
