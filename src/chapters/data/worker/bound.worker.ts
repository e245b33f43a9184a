/**
 * @file The worker that computes what follows from samples of a relation.
 */
import { serveBounds } from "./serve";

declare const self: DedicatedWorkerGlobalScope;

serveBounds(self);
