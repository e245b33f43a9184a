/** @file One thing that is said above a chapter until it is dismissed. */
import type { ReactNode } from "react";

interface NoticeProps {
  readonly title: string;
  readonly onDismiss: () => void;
  /** What the button that dismisses it says. */
  readonly dismiss?: string;
  readonly children: ReactNode;
}

export function Notice({ title, onDismiss, dismiss = "Dismiss", children }: NoticeProps) {
  return (
    <div className="notices" role="alert">
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      <button type="button" onClick={onDismiss}>
        {dismiss}
      </button>
    </div>
  );
}
