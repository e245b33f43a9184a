/**
 * @file `code`: settings as a Python program that trains them.
 */
import { LIBRARIES, type Library, programOf } from "../experiment/program/program";
import { type Command, UserError } from "./command";
import { SETTINGS_FLAGS, settingsFrom } from "./settingsFlags";

const isLibrary = (name: string): name is Library => Object.hasOwn(LIBRARIES, name);

export const code: Command = {
  usage: "code --as numpy|pytorch [--relation modulo-3] [--encoderRate 1e-3] ... > geneft.py",
  flags: [...SETTINGS_FLAGS, "as"],
  run: async (flags) => {
    const library = flags.get("as") ?? "";
    if (!isLibrary(library))
      throw new UserError(
        `--as is "${library}" and must be one of ${Object.keys(LIBRARIES).join(", ")}`,
      );
    return programOf(settingsFrom(flags), library);
  },
};
