/**
 * @file The headless product: `npm run --silent cli -- COMMAND [flags]`, JSON to stdout; a program as it stands.
 */
import { bench } from "./bench";
import { bound } from "./bound";
import { code } from "./code";
import { type Command, parseFlags, UserError } from "./command";
import { merge } from "./merge";
import { record } from "./record";
import { repon } from "./repon";
import { sweep } from "./sweep";
import { train } from "./train";

/** A new command is a new entry. */
const COMMANDS: Readonly<Record<string, Command>> = {
  bench,
  bound,
  code,
  merge,
  record,
  repon,
  sweep,
  train,
};

const usage = (): string =>
  ["commands:", ...Object.values(COMMANDS).map((command) => `  ${command.usage}`)].join("\n");

async function main([name, ...args]: string[]): Promise<void> {
  if (!name || !Object.hasOwn(COMMANDS, name))
    throw new UserError(`${name ? `unknown command "${name}"; ` : ""}${usage()}`);
  const command = COMMANDS[name];
  const { flags, operands } = parseFlags(args, command);
  const result = await command.run(flags, operands);
  process.stdout.write(
    typeof result === "string" ? result : `${JSON.stringify(result, null, 1)}\n`,
  );
}

/** What the system refuses (a folder, a full disk) says so itself; a stack adds nothing. */
const isForPeople = (error: unknown): error is Error =>
  error instanceof UserError || (error instanceof Error && "syscall" in error);

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(isForPeople(error) ? error.message : error);
  process.exitCode = 1;
});
