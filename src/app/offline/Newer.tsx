/** @file Says that there is a newer version of the page. It is loaded when a reader asks, and never in a lecture. */
import { useState } from "react";
import { useStore } from "zustand";
import { usePage } from "../../kit/live/usePage";
import { Notice } from "../Notice";
import { loadNewer, newer } from "./keepSite";

export function Newer() {
  const there = useStore(newer);
  const lectures = usePage(({ link }) => link.profile === "lecture");
  const [later, setLater] = useState(false);
  const [asked, setAsked] = useState(false);
  if (!there || lectures || later) return null;
  return (
    <Notice
      title="A newer version of this page is there."
      dismiss="Later"
      onDismiss={() => setLater(true)}
    >
      <p>
        This one goes on as it is. Loading the newer one keeps what the link says.{" "}
        <button
          type="button"
          disabled={asked}
          onClick={async () => {
            setAsked(true);
            setAsked(await loadNewer().catch(() => false));
          }}
        >
          {asked ? "It is being loaded …" : "Load it now"}
        </button>
      </p>
    </Notice>
  );
}
