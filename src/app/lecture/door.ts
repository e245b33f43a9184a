/** @file The keys that lead into a lecture and to the help. What conducts a lecture is fetched with the first one. */
import { meant } from "../../kit/live/keys";
import type { Store } from "../../kit/live/model/store";
import { part } from "../../kit/live/part";
import { takesKeys } from "../../kit/live/shortcuts";
import { overlaysOf } from "./overlays";
import { inLecture, lecture } from "./profile";

export function bindDoor(store: Store): void {
  const keys = {
    l: () => lecture(store, true),
    "?": () => overlaysOf(store).toggle("keys"),
  };
  addEventListener("keydown", (event) => {
    const { ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey || takesKeys(target) || inLecture(store)) return;
    const act = meant(event, keys);
    if (!act) return;
    event.preventDefault();
    act();
  });
  const conducted = async (begins: boolean) => {
    const { conduct } = await part(() => import("./conduct"));
    conduct(store, begins);
  };
  if (inLecture(store)) void conducted(false);
  else {
    const unsubscribe = store.subscribe(() => {
      if (!inLecture(store)) return;
      unsubscribe();
      void conducted(true);
    });
  }
}
