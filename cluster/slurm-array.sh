#!/usr/bin/env bash
# Does the jobs of a plan as an array of Slurm's. Untried: nobody has run it on a cluster yet. In the archive's folder, on a disk that all nodes see:
#
#     npx backfile plan > jobs.txt
#     sbatch --wait --array=1-$(wc -l < jobs.txt) cluster/slurm-array.sh
#     npx backfile assemble
#
#SBATCH --job-name=backfile
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=01:00:00
#SBATCH --requeue
#SBATCH --output=backfile-%A-%a.log
set -euo pipefail

id=$(sed -n "${SLURM_ARRAY_TASK_ID}p" jobs.txt)
exec npx backfile job --quiet "$id"
