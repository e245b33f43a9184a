#!/bin/bash
#SBATCH --job-name=geneft
#SBATCH --array=0-15
#SBATCH --cpus-per-task=4
#SBATCH --mem=4G
#SBATCH --time=08:00:00
#SBATCH --requeue
#SBATCH --signal=B:TERM@120
#
# A recording on Slurm: one task of the array is one shard. In the root of a clone on a file system
# that the nodes share:
#
#   npm ci && npm run build:kernel
#   EXPERIMENT=figure-5-modulo-3 SHARDS=16 sbatch --array=0-15 deploy/slurm.sh
#   npm run cli -- merge build/recordings/figure-5-modulo-3      (once all have ended)
#
# Two minutes before its time is over a task writes down what is in training; the same command again,
# for all or for the tasks that merge names (--array=3,7), goes on from there.
set -euo pipefail
cd "${SLURM_SUBMIT_DIR:-.}"
exec node --import tsx src/cli/main.ts sweep \
  "public/data/experiments/${EXPERIMENT:?is the name of a file in public/data/experiments}.json" \
  --out "build/recordings/$EXPERIMENT" \
  --shard "$SLURM_ARRAY_TASK_ID/${SHARDS:?is the number of shards in all}" \
  --workers "${SLURM_CPUS_PER_TASK:-1}" \
  --resume
