# slurm.sh - the part of tests/cluster/run that starts Slurm; read by it.
#
# Settings that matter: proctrack/linuxproc, because the default needs a freezer cgroup; CgroupPlugin, because
# slurmd loads one even if nothing uses it; cred_expire, which is how long a requeued task waits (5 s is
# the least); SlurmdTimeout and MessageTimeout, after which a node that says nothing is down (about 8 s).

hostname localhost
for name in $(compgen -e | grep -E '^(SLURM|SBATCH|SQUEUE|SINFO|SCANCEL|SCONTROL)' || true); do unset "$name"; done
mkdir -p "$work"/{munge,state,log,spool/n1,spool/n2}
chmod 755 "$work/munge"
(umask 077 && head -c 128 /dev/urandom >"$work/munge/key")

free_port() {
  local port
  while port=$((20000 + RANDOM % 12000)) && (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do :; done
  echo $port
}
port=$(free_port)
echo 'CgroupPlugin=cgroup/v1' >"$work/cgroup.conf"
cat >"$work/slurm.conf" <<C
ClusterName=test
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=$port
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket=$work/munge/sock,cred_expire=5
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool/%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd-%n.pid
SlurmctldLogFile=$work/log/slurmctld.log
SlurmdLogFile=$work/log/slurmd-%n.log
MailProg=/bin/true
MpiDefault=none
SwitchType=switch/none
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/filetxt
JobCompLoc=$work/log/jobcomp.txt
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_interval=1,sched_min_interval=0
SlurmdParameters=config_overrides
ReturnToService=2
JobRequeue=1
SlurmdTimeout=3
MessageTimeout=3
TCPTimeout=2
KillWait=1
CompleteWait=0
MinJobAge=600
NodeName=n1 NodeAddr=127.0.0.1 Port=$((port + 1)) CPUs=2 RealMemory=200
NodeName=n2 NodeAddr=127.0.0.1 Port=$((port + 2)) CPUs=2 RealMemory=200
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=10 State=UP
C
export SLURM_CONF=$work/slurm.conf

start_node() { # in a process namespace of its own, so that it can be killed as a machine is
  unshare --pid --mount-proc --fork --kill-child=KILL -- slurmd -D -N "$1" >"$work/log/$1.out" 2>&1 &
}
node_is() { [[ $(timeout 5 sinfo -h -N -n "$1" -o %T) == $2* ]]; }
controller_is_up() { timeout 5 scontrol ping | grep -q 'is UP'; }

echo "Slurm:"
munged -F --socket="$work/munge/sock" --key-file="$work/munge/key" --log-file="$work/munge/log" \
  --pid-file="$work/munge/pid" --seed-file="$work/munge/seed" >"$work/log/munged.out" 2>&1 &
check "munged answers" until_ok 20 munge -n -S "$work/munge/sock"
slurmctld -D >"$work/log/slurmctld.out" 2>&1 &
check "the controller answers" until_ok 30 controller_is_up
start_node n1
start_node n2
node2=$!
disown -a # no word from the shell when one is killed
check "two nodes are idle" until_ok 30 node_is n1 idle
check "two nodes are idle" until_ok 30 node_is n2 idle

folder slurm
export PATH
array_of() { timeout 10 scontrol -o show job | grep -E "ArrayTaskId=[0-9]+ "; }
join=$(cd "$work/slurm" && "$OLDPWD/samples/cluster/slurm/submit" 8 -n1 -- "${args[@]}")

# The tasks on n2 are stopped as soon as sheets are there, so that the kill comes in the middle of their work
# however fast the machine is.
on_n2() { # the processes named sheaf of that node
  local process
  for process in /proc/[0-9]*; do
    if [ "$(cat "$process/comm" 2>/dev/null)" = sheaf ] &&
      grep -qszxF SLURMD_NODENAME=n2 "$process/environ" 2>/dev/null; then echo "${process#/proc/}"; fi
  done
}
two_at_work() {
  local processes
  processes=$(on_n2)
  [ "$(wc -w <<<"$processes")" -ge 1 ] && [ "$(find "$work/slurm/out" -name '*.pdf' | wc -l)" -ge 5 ] &&
    kill -STOP $processes
}
check "tasks are at work on n2" until_ok 60 two_at_work
began=$SECONDS
kill -KILL "$node2"
check "n2 is found to be down" until_ok 90 node_is n2 down
echo "n2 was found to be down after $((SECONDS - began)) s"

ended() { timeout 10 scontrol -o show job "$join" | grep -qE 'JobState=(COMPLETED|FAILED|CANCELLED)'; }
check "all tasks end" until_ok 150 ended
check "the job that joins succeeded" grep -q "JobId=$join .*JobState=COMPLETED" "$work/log/jobcomp.txt"
check "tasks were requeued" grep -q JobState=NODE_FAIL "$work/log/jobcomp.txt"
check "1,000 sheets" count "$work/slurm"
check "byte for byte those of one machine" same "$work/slurm"
check "each once in the report" told_once "$work/slurm"
check "the report is that of one machine" test "$(report_of "$work/slurm")" = "$(report_of "$work/one")"
check "nothing is left over" clean "$work/slurm"
if [ $failed -gt 0 ]; then tail -n 20 "$work"/log/*.log "$work"/slurm/*.log >&2; fi
