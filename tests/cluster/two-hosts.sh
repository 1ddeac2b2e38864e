#!/usr/bin/env bash
# Do jobs come to the same site on several machines, one of which dies halfway? GNU parallel over ssh on two hosts, each a network namespace
# with an sshd, keys and a scratch folder of its own, which do not see the archive. Needs root, and Debian's parallel, openssh-server,
# iproute2 and rsync; it is no part of the tests. Takes some three minutes.
#
#     bash tests/cluster/two-hosts.sh [ARTICLES] [ARTICLES A JOB]
set -euo pipefail

root=$(cd "$(dirname "$0")/../.." && pwd)
articles=${1:-1500}
size=${2:-100}
node=$root/node_modules/.bin/node
backfile() { "$node" "$root/bin/backfile.js" "$@"; }

work=$(mktemp -d)
hosts=(backfile-a backfile-b)
declare -A network=([backfile-a]=10.99.61 [backfile-b]=10.99.62)

# ------------------------------------------------------------------ hosts

start_host() {
  local host=$1 net=${network[$1]}
  ip netns add "$host"
  ip link add "$host" type veth peer name eth0 netns "$host"
  ip addr add "$net.1/24" dev "$host"
  ip link set "$host" up
  ip -n "$host" addr add "$net.2/24" dev eth0
  ip -n "$host" link set eth0 up
  ip -n "$host" link set lo up
  # it has no archive, and a scratch folder that no other host sees
  ip netns exec "$host" unshare --mount bash -c "
    mount -t tmpfs none '$work/archive' && mount -t tmpfs none '$work/scratch' &&
    exec /usr/sbin/sshd -f /dev/null -h '$work/host_key' -o AuthorizedKeysFile='$work/key.pub' \
      -o StrictModes=no -o PidFile=none -o UsePAM=no -o MaxStartups=100 -E '$work/$host.log'"
}

# no process of it is left, and its cable is out
kill_host() {
  local host=$1 pids
  ip link set "$host" down
  pids=$(ip netns pids "$host")
  [ -z "$pids" ] || kill -9 $pids
}

end_host() {
  local host=$1
  ip netns list | grep -q "^$host\b" || return 0
  kill_host "$host" || true
  ip link del "$host" || true
  ip netns del "$host" || true
}

cleanup() {
  for host in "${hosts[@]}"; do end_host "$host"; done
  rm -rf "$work"
}
trap cleanup EXIT

mkdir -p "$work/alone" "$work/archive" "$work/scratch" /run/sshd
ssh-keygen -q -t ed25519 -N '' -f "$work/key"
ssh-keygen -q -t ed25519 -N '' -f "$work/host_key"
for host in "${hosts[@]}"; do
  cat >> "$work/ssh_config" <<CONFIG
Host $host
  HostName ${network[$host]}.2
CONFIG
done
cat >> "$work/ssh_config" <<CONFIG
Host *
  User root
  IdentityFile $work/key
  IdentitiesOnly yes
  UserKnownHostsFile $work/known_hosts
  StrictHostKeyChecking accept-new
  LogLevel ERROR
  ConnectTimeout 5
  ServerAliveInterval 2
  ServerAliveCountMax 2
CONFIG

# ------------------------------------------------------------------ the work

# the jobs of a step, on both hosts; more words are parallel's own options
do_jobs() {
  local step=$1
  shift
  cd "$work/archive/content/.backfile/jobs"
  parallel --will-cite --ssh "ssh -F $work/ssh_config" -S "1/backfile-a,1/backfile-b" \
    --joblog "$work/$step.log" --retries 3 --workdir "$work/scratch" \
    --transferfile '{}.job' --return '{}.result' --cleanup "$@" \
    "$node" "$root/bin/backfile.js" job --jobs . --quiet '{}' < "$work/$step.txt"
}

# waits until half of a step's jobs are done
await_half() {
  local step=$1 half
  half=$(($(wc -l < "$work/$step.txt") / 2))
  while [ "$(done_jobs "$step")" -lt "$half" ]; do sleep 0.2; done
}

# in a log of parallel's the seventh field is the exit code, the eighth the signal
done_jobs() {
  awk -F'\t' 'NR > 1 && $7 == 0 && $8 == 0' "$work/$1.log" 2> /dev/null | wc -l
}

by_host() {
  awk -F'\t' 'NR > 1 && $7 == 0 { done[$2]++ } END { for (host in done) printf "%s %d  ", host, done[host] }' "$work/$1.log"
}

plan() {
  cd "$work/archive"
  backfile plan --size "$size" --quiet > "$work/$1.txt"
  echo "$1: $(wc -l < "$work/$1.txt") jobs"
}

assemble() {
  cd "$work/archive"
  backfile assemble --quiet 2> /dev/null
}

cd "$work/alone"
"$node" --disable-warning=ExperimentalWarning --input-type=module -e "
  const { writeArchive } = await import('$root/tests/bench/archive/writing.ts');
  writeArchive('content', { seed: 7, articles: $articles });"
cp -r content "$work/archive/content"
echo "one machine builds $articles articles"
backfile build --quiet 2> /dev/null
for host in "${hosts[@]}"; do start_host "$host"; done

plan recognise
do_jobs recognise & jobs=$!
await_half recognise
kill_host backfile-b
echo "  one host has been killed; its jobs are tried again on the other"
wait "$jobs" || { echo "  and the rest again"; do_jobs recognise --resume-failed; }
echo "  done by: $(by_host recognise)"
assemble

plan draw
end_host backfile-b
start_host backfile-b
do_jobs draw 2> /dev/null & jobs=$!
await_half draw
kill_host backfile-b
kill -9 $(pgrep -P "$jobs")
wait "$jobs" 2> /dev/null || true
echo "  one host and parallel itself have been killed, $(done_jobs draw) jobs are done; both begin again"
end_host backfile-b
start_host backfile-b
do_jobs draw --resume-failed
echo "  done by: $(by_host draw)"
assemble

plan index
do_jobs index
echo "  done by: $(by_host index)"
assemble

diff -r "$work/alone/_site" "$work/archive/_site"
echo "the site is, byte for byte, the one that one machine has made: $(find "$work/archive/_site" -type f | wc -l) files"
