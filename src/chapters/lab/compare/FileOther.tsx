/** @file B from a run that a reader has kept as a file. */
import { useState } from "react";
import { usePageStore } from "../../../kit/live/usePage";
import { RUN_SUFFIX, readRunFile } from "../../../run/runFile";
import { grouped } from "../../../theory/grouped";
import { compareWith } from "../model/actions";
import { Picker } from "../Picker";

export function FileOther() {
  const store = usePageStore();
  const [said, setSaid] = useState("");
  const open = async (file: File) => {
    try {
      const { settings, moments } = await readRunFile(file, `“${file.name}”`);
      compareWith(store, settings);
      const step = grouped(moments.at(-1)?.step ?? 0);
      setSaid(
        `B is the run of “${file.name}”, from its first weights; the file has it at step ${step}.`,
      );
    } catch (error) {
      setSaid((error as Error).message);
    }
  };
  return (
    <>
      <Picker accept={RUN_SUFFIX} onPick={(file) => void open(file)}>
        B from a run file…
      </Picker>
      <output className="said">{said}</output>
    </>
  );
}
