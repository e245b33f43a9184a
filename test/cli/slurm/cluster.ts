/**
 * @file A Slurm cluster of one node, this machine, with everything it keeps in a folder of its own. Needs root.
 */
import { execFileSync, type SpawnSyncOptions, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { cpus, hostname } from "node:os";
import { join } from "node:path";

const DAEMONS = ["slurmctld", "slurmd"] as const;

const has = (command: string): boolean =>
  spawnSync("sh", ["-c", `command -v ${command}`], { stdio: "ignore" }).status === 0;

/** Installs Debian's Slurm where it is missing. Throws a sentence where that cannot be done. */
export function installSlurm(): void {
  const complete = () => [...DAEMONS, "munged", "sbatch"].every(has);
  if (process.getuid?.() !== 0) throw new Error("A cluster of one's own needs root.");
  if (complete()) return;
  if (!existsSync("/etc/debian_version"))
    throw new Error("Slurm is missing, and is installed only on Debian: install slurm-wlm.");
  const options: SpawnSyncOptions = { stdio: ["ignore", "ignore", "inherit"], timeout: 300_000 };
  spawnSync("apt-get", ["update", "-qq"], options);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "slurm-wlm"], options);
  if (!complete()) throw new Error("Debian's slurm-wlm could not be installed.");
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() =>
        typeof address === "object" && address ? resolve(address.port) : reject(new Error("port")),
      );
    });
  });

export interface Cluster {
  /** What one of Slurm's commands prints. Throws what it complains of. */
  slurm(command: string, ...args: readonly string[]): string;
  /** Resolves once all daemons have ended. */
  close(): Promise<void>;
}

/** Whether a process of this machine runs; one that has ended may still have its number. */
function runs(pid: number): boolean {
  try {
    return !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

async function end(pid: number): Promise<void> {
  if (!runs(pid)) return;
  process.kill(pid);
  while (runs(pid)) await new Promise((resolve) => setTimeout(resolve, 100));
}

/**
 * Starts a cluster that runs what is submitted, in `cwd`, as this user. `folder` must be short: a socket is
 * in it.
 */
export async function openCluster(folder: string, cwd: string): Promise<Cluster> {
  const at = (name: string) => join(folder, name);
  for (const name of ["state", "spool"]) mkdirSync(at(name), { recursive: true });
  writeFileSync(at("key"), randomBytes(128), { mode: 0o400 });
  const [controller, node] = [await freePort(), await freePort()];
  const lines = {
    ClusterName: "one",
    SlurmctldHost: `${hostname()}(127.0.0.1)`,
    SlurmctldPort: controller,
    SlurmdPort: node,
    SlurmUser: "root",
    SlurmdUser: "root",
    AuthType: "auth/munge",
    // A task that was taken away may begin again after as many seconds as a credential lasts.
    AuthInfo: `socket=${at("munge.sock")},cred_expire=5`,
    CredType: "cred/munge",
    StateSaveLocation: at("state"),
    SlurmdSpoolDir: at("spool"),
    SlurmctldPidFile: at("slurmctld.pid"),
    SlurmdPidFile: at("slurmd.pid"),
    SlurmctldLogFile: at("slurmctld.log"),
    SlurmdLogFile: at("slurmd.log"),
    ProctrackType: "proctrack/pgid",
    TaskPlugin: "task/none",
    JobAcctGatherType: "jobacct_gather/none",
    AccountingStorageType: "accounting_storage/none",
    MpiDefault: "none",
    SelectType: "select/cons_tres",
    SelectTypeParameters: "CR_Core",
    KillWait: 5,
  };
  const conf = Object.entries(lines).map(([key, value]) => `${key}=${value}`);
  conf.push(
    `NodeName=${hostname()} NodeAddr=127.0.0.1 CPUs=${cpus().length} RealMemory=1000 State=UNKNOWN`,
    "PartitionName=all Nodes=ALL Default=YES MaxTime=INFINITE State=UP",
  );
  writeFileSync(at("slurm.conf"), `${conf.join("\n")}\n`);
  const env = { ...process.env, SLURM_CONF: at("slurm.conf") };
  const munge = ["socket=munge.sock", "key-file=key", "pid-file=munge.pid", "log-file=munge.log"];
  const own = [...munge, "seed-file=seed"].map((flag) => flag.replace("=", `=${folder}/`));
  const start = (program: string, ...args: readonly string[]) =>
    execFileSync(program, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  start("munged", "--force", ...own.map((flag) => `--${flag}`));
  for (const daemon of DAEMONS) start(daemon);
  return {
    slurm: (command, ...args) => execFileSync(command, args, { cwd, env, encoding: "utf8" }).trim(),
    async close() {
      for (const daemon of [...DAEMONS, "munge"]) {
        const file = at(`${daemon}.pid`);
        if (existsSync(file)) await end(Number(readFileSync(file, "utf8")));
      }
    },
  };
}
