#!/usr/bin/env bash
#SBATCH --job-name=sheets-all
#
# After the array: the shards' reports become one, and what a shard could not make is made here, with the
# index of pages. Sheets that are there and would be the same are left as they are.
set -u

# The reports stand in the deepest folder of the output that no field names.
output='' before=''
for argument in "$@"; do
  case $before in -o | --output) output=$argument ;; esac
  before=$argument
done
fixed=${output%%\{*}
folder=./
case $fixed in */*) folder=${fixed%/*} ;; esac

sheaf batch --merge "$folder"/report.*-"$SHARDS".json --quiet
exec sheaf batch "$@" --jobs "${SLURM_CPUS_PER_TASK:-1}" --resume --keep-going --quiet
