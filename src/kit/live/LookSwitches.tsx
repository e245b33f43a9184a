/** @file What is shown in latent space beside the repons. */
import { show } from "./model/actions";
import { lookOf } from "./model/look";
import { usePage, usePageStore } from "./usePage";

export function LookSwitches() {
  const store = usePageStore();
  const look = usePage(({ link }) => lookOf(link));
  return (
    <span className="switches">
      {(["field", "trails", "forces"] as const).map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={look[name] === "on"}
            onChange={(event) => show(store, { [name]: event.target.checked ? "on" : "off" })}
          />
          {name}
        </label>
      ))}
    </span>
  );
}
