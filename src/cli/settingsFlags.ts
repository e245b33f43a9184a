/**
 * @file Settings from flags: their names are the names in PARAMS.
 */
import { PARAM_KEYS, PARAMS, type Settings } from "../experiment/params";
import { parseSettings } from "../experiment/settings";
import { type Flags, UserError } from "./command";

export const SETTINGS_FLAGS: readonly string[] = PARAM_KEYS;

/** Throws a `UserError` that names everything that is wrong. */
export function settingsFrom(flags: Flags): Settings {
  const data: Record<string, unknown> = {};
  for (const key of PARAM_KEYS) {
    const text = flags.get(key);
    if (text === undefined) continue;
    const value = text.trim() === "" ? Number.NaN : Number(text);
    data[key] = PARAMS[key].kind === "number" && Number.isFinite(value) ? value : text;
  }
  const { settings, notices } = parseSettings(data);
  if (notices.length > 0)
    throw new UserError(notices.map((n) => `--${n.field} is "${n.given}": ${n.reason}`).join("\n"));
  return settings;
}
