#!/usr/bin/env bash
#SBATCH --job-name=sheets
#SBATCH --requeue
#SBATCH --open-mode=append
#SBATCH --output=sheets-%a.log
#
# One task of the array: its part of the sheets. SHARDS is the number of parts.
#
# --resume makes a requeued task go on where it was killed. A sheet is a whole file or none, and its
# bytes are the same on every node, so that a task that runs twice does no harm.
set -u

sheaf batch "$@" --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --jobs "${SLURM_CPUS_PER_TASK:-1}" \
  --resume --keep-going --quiet
status=$?

# 3: a disk, memory, a permission: another node may do it. 1: the data of some sheets are wrong, which
# is the same everywhere.
if [ "$status" -eq 3 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  scontrol requeue "${SLURM_ARRAY_JOB_ID}_$SLURM_ARRAY_TASK_ID" && sleep 60
fi
exit "$status"
