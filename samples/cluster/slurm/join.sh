#!/usr/bin/env bash
#SBATCH --job-name=sheets-all
#
# After the array: what a task has not made is made here, and the reports become one, with the index of
# pages. Sheets that are there and would be the same are left as they are.
exec sheaf batch "$@" --jobs "${SLURM_CPUS_PER_TASK:-1}" --resume --keep-going --quiet
