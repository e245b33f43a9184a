/**
 * @file A table of IndexedDB by a connection that is made anew where it is lost: after the machine slept, where the
 * browser closed it, where another tab wants the database for itself.
 */
import { promisifyRequest, type UseStore } from "idb-keyval";

/** Milliseconds after which no answer is a refusal, unless more is given. */
const PATIENCE = 4000;

/** Rejects where `ask` throws, rejects or does not answer. */
export async function inTime<Answer>(
  ask: () => Promise<Answer>,
  patience = PATIENCE,
): Promise<Answer> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await Promise.race([
      ask(),
      new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("it does not answer")), patience);
      }),
    ]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is said where a connection was lost, and not by another. */
const LOST: ReadonlySet<string> = new Set(["InvalidStateError", "AbortError", "UnknownError"]);

/**
 * Rejects with an error where the browser has no IndexedDB, forbids it, does not answer or has no room left. Each
 * time it is asked anew, so what was refused once may be granted later.
 */
export function connect(database: string, table: string, patience = PATIENCE): UseStore {
  let opened: Promise<IDBDatabase> | null = null;

  function open(): Promise<IDBDatabase> {
    const mine = start(() => {
      if (opened === mine) opened = null;
    });
    opened = mine;
    return mine;
  }

  async function start(leave: () => void, version?: number): Promise<IDBDatabase> {
    const request = indexedDB.open(database, version);
    request.onupgradeneeded = () => request.result.createObjectStore(table);
    const connection = await promisifyRequest(request);
    if (!connection.objectStoreNames.contains(table)) {
      connection.close();
      return start(leave, connection.version + 1);
    }
    connection.onclose = leave;
    connection.onversionchange = () => {
      connection.close();
      leave();
    };
    return connection;
  }

  /** Whoever comes next finds another connection where this one refuses. */
  async function ask<Answer>(
    mode: IDBTransactionMode,
    question: (table: IDBObjectStore) => Answer | PromiseLike<Answer>,
  ): Promise<Answer> {
    const mine = opened ?? open();
    try {
      return await inTime(async () => {
        const transaction = (await mine).transaction(table, mode);
        try {
          return await question(transaction.objectStore(table));
        } catch (error) {
          abandon(transaction);
          throw error ?? new DOMException("it was cut off", "AbortError");
        }
      }, patience);
    } catch (error) {
      if (opened === mine) opened = null;
      mine.then(
        (connection) => connection.close(),
        () => {},
      );
      throw error;
    }
  }

  return (mode, question) =>
    ask(mode, question).catch((error: Error) => {
      if (!LOST.has(error.name)) throw error;
      return ask(mode, question);
    });
}

/** Nothing of it is kept. */
function abandon(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {} // It is over.
}
