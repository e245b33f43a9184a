/**
 * @file The worker that trains.
 */
import { REFERENCE_ONLY } from "./engines";
import { serve } from "./serve";

declare const self: DedicatedWorkerGlobalScope;

serve(self, ["reference"], REFERENCE_ONLY);
