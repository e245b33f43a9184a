/** @file The few icons of buttons, 16 x 16, in the text's colour. */
const PATHS = {
  play: "M4 2.5v11l9-5.5z",
  pause: "M4 2.5h3v11H4zM9 2.5h3v11H9z",
  step: "M3 2.5v11l7-5.5zM11 2.5h2v11h-2z",
  reset: "M8 2.5a5.5 5.5 0 1 1-5.3 4h1.9A3.7 3.7 0 1 0 8 4.3V7L3.6 3.5 8 0z",
  dice: "M3 1.5h10A1.5 1.5 0 0 1 14.5 3v10a1.5 1.5 0 0 1-1.5 1.5H3A1.5 1.5 0 0 1 1.5 13V3A1.5 1.5 0 0 1 3 1.5zM5 4a1.2 1.2 0 1 0 .01 0zM11 4a1.2 1.2 0 1 0 .01 0zM8 7a1.2 1.2 0 1 0 .01 0zM5 10a1.2 1.2 0 1 0 .01 0zM11 10a1.2 1.2 0 1 0 .01 0z",
  undo: "M6.5 2 2 6l4.5 4V7.2h3.2a2.4 2.4 0 0 1 0 4.8H5v2h4.7a4.4 4.4 0 0 0 0-8.8H6.5z",
  redo: "M9.5 2 14 6l-4.5 4V7.2H6.3a2.4 2.4 0 0 0 0 4.8H11v2H6.3a4.4 4.4 0 0 1 0-8.8h3.2z",
} as const;

export function Icon({ name }: { readonly name: keyof typeof PATHS }) {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={PATHS[name]} fill="currentColor" fillRule="evenodd" />
    </svg>
  );
}
