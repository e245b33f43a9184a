/** @file A button that asks for a file. */
import { useRef } from "react";

interface Props {
  readonly accept: string;
  readonly children: string;
  readonly onPick: (file: File) => void;
}

export function Picker({ accept, children, onPick }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {children}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={children}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onPick(file);
          target.value = "";
        }}
      />
    </>
  );
}
